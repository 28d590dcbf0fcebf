// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/mask_tools.h"

#include "ui/canvas/tools/brush_tool.h"
#include "ui/canvas/tools/eraser_tool.h"
#include "ui/canvas/tools/hint_stroke.h"
#include "ui/canvas/tools/lasso_tool.h"
#include "ui/canvas/tools/pan_tool.h"
#include "ui/canvas/tools/polygon_tool.h"
#include "ui/canvas/tools/rectangle_tool.h"
#include "ui/canvas/tools/wand_tool.h"

#include <algorithm>
#include <array>

namespace palimpsest::ui {
namespace {

constexpr std::array<ToolEntry, 9> kEntries{{
    {ToolId::brush, "brush", ToolOptionGroup::brush, ToolSubject::mask},
    {ToolId::eraser, "eraser", ToolOptionGroup::brush, ToolSubject::mask},
    {ToolId::rectangle, "rectangle", ToolOptionGroup::region, ToolSubject::mask},
    {ToolId::lasso, "lasso", ToolOptionGroup::region, ToolSubject::mask},
    {ToolId::polygon, "polygon", ToolOptionGroup::region, ToolSubject::mask},
    {ToolId::wand, "wand", ToolOptionGroup::wand, ToolSubject::mask},
    {ToolId::hintBrush, "hint-brush", ToolOptionGroup::hints, ToolSubject::hints},
    {ToolId::hintEraser, "hint-eraser", ToolOptionGroup::hints, ToolSubject::hints},
    {ToolId::pan, "pan", ToolOptionGroup::none, ToolSubject::view},
}};

} // namespace

std::span<const ToolEntry> toolEntries() { return kEntries; }

const ToolEntry& toolEntry(ToolId id) {
    return *std::ranges::find_if(kEntries, [id](const ToolEntry& entry) { return entry.id == id; });
}

QString toolHint(ToolId id) {
    switch (id) {
    case ToolId::brush:
        return Tool::tr("Paint over what is to be restored. Right button erases, Shift+click draws a straight line, "
                        "Shift+drag or Alt+wheel sets the size.");
    case ToolId::eraser:
        return Tool::tr("Take the mask away. Right button paints, Shift+click draws a straight line, Shift+drag or "
                        "Alt+wheel sets the size.");
    case ToolId::rectangle:
        return Tool::tr("Drag a rectangle. Shift adds to the mask, Alt or the right button takes away.");
    case ToolId::lasso:
        return Tool::tr("Draw around something. Shift adds to the mask, Alt or the right button takes away.");
    case ToolId::polygon:
        return Tool::tr(
            "Click corners; Enter or a double click closes, Backspace takes the last one back, Esc gives up. "
            "Shift adds to the mask, Alt takes away.");
    case ToolId::wand:
        return Tool::tr("Click a colour to take all pixels like it. Shift adds to the mask, Alt takes away.");
    case ToolId::hintBrush:
        return Tool::tr(
            "Paint colours that you know. Alt+click takes a colour from the picture, the right button erases, "
            "Shift+click draws a straight line.");
    case ToolId::hintEraser:
        return Tool::tr("Take colour hints away. The right button paints, Shift+click draws a straight line.");
    case ToolId::pan:
        return Tool::tr("Drag the picture. With any tool: hold Space, or drag with the middle button.");
    }
    return {};
}

std::vector<std::unique_ptr<Tool>> makeTools(ToolHost& host) {
    std::vector<std::unique_ptr<Tool>> tools;
    tools.push_back(std::make_unique<BrushTool>(host));
    tools.push_back(std::make_unique<EraserTool>(host));
    tools.push_back(std::make_unique<RectangleTool>(host));
    tools.push_back(std::make_unique<LassoTool>(host));
    tools.push_back(std::make_unique<PolygonTool>(host));
    tools.push_back(std::make_unique<WandTool>(host));
    tools.push_back(std::make_unique<HintStroke>(host, HintStroke::Kind::brush));
    tools.push_back(std::make_unique<HintStroke>(host, HintStroke::Kind::eraser));
    tools.push_back(std::make_unique<PanTool>(host));
    return tools;
}

} // namespace palimpsest::ui
