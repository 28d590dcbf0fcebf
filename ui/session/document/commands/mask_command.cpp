// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document/commands/mask_command.h"

#include "ui/session/document/document.h"

#include <utility>

namespace palimpsest::ui {

MaskCommand::MaskCommand(Document& document, MaskPatch patch, const QString& text)
    : MaskCommand(document, std::make_shared<const MaskPatch>(std::move(patch)), text) {}

MaskCommand::MaskCommand(Document& document, std::shared_ptr<const MaskPatch> patch, const QString& text)
    : HistoryCommand(text), document_(document), patch_(std::move(patch)) {}

void MaskCommand::apply(bool /*forward: the patch leads both ways*/) { document_.applyPatch(*patch_); }

std::unique_ptr<HistoryCommand> MaskCommand::again() const {
    return std::unique_ptr<HistoryCommand>(new MaskCommand(document_, patch_, text()));
}

} // namespace palimpsest::ui
