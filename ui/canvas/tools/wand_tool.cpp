// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/wand_tool.h"

#include "ui/canvas/tools/flood_fill.h"
#include "ui/session/document/document.h"

#include <cmath>

namespace palimpsest::ui {

void WandTool::press(const PointerEvent& event) {
    const Image& picture = host().document().picture();
    const int x = static_cast<int>(std::floor(event.position.x()));
    const int y = static_cast<int>(std::floor(event.position.y()));
    if (x < 0 || y < 0 || x >= picture.width() || y >= picture.height()) {
        return;
    }
    const ToolOptions& options = host().toolOptions();
    apply(similarRegion(picture, {x, y, options.wandTolerance, options.wandContiguous}), modeFor(event),
          tr("Magic wand"));
}

} // namespace palimpsest::ui
