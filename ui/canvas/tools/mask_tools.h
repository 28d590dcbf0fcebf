// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/tool.h"

#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace palimpsest::ui {

/// What a tool works on.
enum class ToolSubject { view, mask, hints };

/// What a button or menu entry needs to know of a tool.
struct ToolEntry {
    ToolId id;
    const char* key; ///< stable name: the action "tool.brush" has the rest
    ToolOptionGroup options;
    ToolSubject subject;
};

/// All tools in the order of the tool box.
std::span<const ToolEntry> toolEntries();
const ToolEntry& toolEntry(ToolId id);
/// One translated sentence on how to use it.
QString toolHint(ToolId id);

/// One of each, working on `host`.
std::vector<std::unique_ptr<Tool>> makeTools(ToolHost& host);

} // namespace palimpsest::ui
