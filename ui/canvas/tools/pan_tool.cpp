// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/pan_tool.h"

namespace palimpsest::ui {

void PanTool::move(const PointerEvent& event) {
    if (grabbed_) {
        host().panBy(event.widgetPosition - *grabbed_);
        grabbed_ = event.widgetPosition;
    }
}

} // namespace palimpsest::ui
