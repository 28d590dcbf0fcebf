// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/hint_stroke.h"

#include "ui/session/document/document.h"
#include "ui/session/document/hint_layer.h"

namespace palimpsest::ui {
namespace {

constexpr int kHalf = 128; ///< of a pixel's coverage: from here on its colour is known

} // namespace

void HintStroke::press(const PointerEvent& event) {
    if (!(event.modifiers & Qt::AltModifier)) {
        StrokeTool::press(event);
        return;
    }
    if (const QColor colour = host().shownColour(event.position); colour.isValid()) {
        ToolOptions options = host().toolOptions();
        options.hintColour = colour;
        host().setToolOptions(options);
    }
}

void HintStroke::beginEdit(bool erases) {
    host().document().hints().beginEdit(erases ? tr("Erase colour hint") : tr("Colour hint"));
}

void HintStroke::draw(const SweptDab& trace, bool erases) {
    const QRgb colour = erases ? 0 : host().toolOptions().hintColour.rgb();
    host().document().hints().change(trace.bounds(), [&](QImage& pixels, const Rect& area) {
        for (int y = area.y; y < area.bottom(); ++y) {
            auto* row = reinterpret_cast<QRgb*>(pixels.scanLine(y));
            for (int x = area.x; x < area.right(); ++x) {
                row[x] = trace.at(x, y) >= kHalf ? colour : row[x];
            }
        }
    });
}

void HintStroke::commitEdit() { host().document().hints().commitEdit(); }

void HintStroke::cancelEdit() { host().document().hints().cancelEdit(); }

} // namespace palimpsest::ui
