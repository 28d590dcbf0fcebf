// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/commands/mask_command.h"

#include "ui/session/document.h"

#include <utility>

namespace palimpsest::ui {

MaskCommand::MaskCommand(Document& document, MaskPatch patch, const QString& text)
    : MaskCommand(document, std::make_shared<const MaskPatch>(std::move(patch)), text) {}

MaskCommand::MaskCommand(Document& document, std::shared_ptr<const MaskPatch> patch, const QString& text)
    : QUndoCommand(text), document_(document), patch_(std::move(patch)) {}

void MaskCommand::undo() {
    document_.applyPatch(*patch_);
}

void MaskCommand::redo() {
    if (!std::exchange(done_, false)) {
        document_.applyPatch(*patch_);
    }
}

std::unique_ptr<MaskCommand> MaskCommand::again() const {
    return std::unique_ptr<MaskCommand>(new MaskCommand(document_, patch_, text()));
}

} // namespace palimpsest::ui
