// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/lasso_tool.h"

#include "ui/session/document/document.h"

#include <QPainter>

#include <utility>

namespace palimpsest::ui {

void LassoTool::press(const PointerEvent& event) {
    if (outline_.isEmpty()) {
        mode_ = modeFor(event);
        outline_ += event.position;
    }
}

void LassoTool::move(const PointerEvent& event) {
    if (outline_.isEmpty()) {
        return;
    }
    const QPolygonF news = onCanvas({outline_.front(), outline_.back(), event.position});
    outline_ += event.position;
    host().updateOverlay(news.boundingRect().adjusted(-3, -3, 3, 3));
}

void LassoTool::release(const PointerEvent&) {
    const QPolygonF outline = std::exchange(outline_, {});
    if (outline.size() >= 3) {
        apply(polygonRegion(outline, host().document().picture().size()), mode_, tr("Lasso"));
    }
    host().updateOverlay();
}

void LassoTool::cancel() {
    outline_.clear();
    host().updateOverlay();
}

void LassoTool::paintOverlay(QPainter& painter) const {
    if (!outline_.isEmpty()) {
        paintOutline(painter, onCanvas(outline_), true);
    }
}

} // namespace palimpsest::ui
