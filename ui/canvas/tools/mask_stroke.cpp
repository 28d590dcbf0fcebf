// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/mask_stroke.h"

#include "ui/session/document/document.h"

namespace palimpsest::ui {

void MaskStroke::beginEdit(bool erases) { host().document().beginMaskEdit(erases ? tr("Erase") : tr("Brush stroke")); }

void MaskStroke::draw(const SweptDab& trace, bool erases) {
    host().document().changeMask(trace.bounds(), [&](Mask& mask, const Rect& area) {
        erases ? trace.erase(mask, area) : trace.paint(mask, area);
    });
}

void MaskStroke::commitEdit() { host().document().commitMaskEdit(); }

void MaskStroke::cancelEdit() { host().document().cancelMaskEdit(); }

} // namespace palimpsest::ui
