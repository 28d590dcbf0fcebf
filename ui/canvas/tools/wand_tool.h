// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/region_tool.h"

namespace palimpsest::ui {

/// Takes the pixels whose colour is like that of the clicked one.
class WandTool : public RegionTool {
    Q_DECLARE_TR_FUNCTIONS(palimpsest::ui::WandTool)

public:
    explicit WandTool(ToolHost& host) : RegionTool(host) {}
    ToolId id() const override { return ToolId::wand; }
    ToolOptionGroup options() const override { return ToolOptionGroup::wand; }
    void press(const PointerEvent& event) override;
};

} // namespace palimpsest::ui
