// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tool.h"

#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace palimpsest::ui {

/// What a button or menu entry needs to know of a tool.
struct ToolEntry {
    ToolId id;
    const char* key;      ///< stable name for settings and object names: "brush"
    const char* iconName; ///< freedesktop icon theme name
    const char* shortcut; ///< default key, portable text: "B"
    ToolOptionGroup options;
};

/// All tools in the order of the tool box.
std::span<const ToolEntry> toolEntries();
/// Translated name ("Brush") and one sentence on how to use it, for tooltip and status bar.
QString toolTitle(ToolId id);
QString toolHint(ToolId id);

/// One of each, working on `host`.
std::vector<std::unique_ptr<Tool>> makeTools(ToolHost& host);

} // namespace palimpsest::ui
