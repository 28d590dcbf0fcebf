// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/mask_patch.h"

#include <QUndoCommand>

#include <cstddef>
#include <memory>

namespace palimpsest::ui {

class Document;

/// One step of a mask's history. The change has already happened when the command is made: the first redo, which
/// QUndoStack::push() calls, does nothing.
class MaskCommand : public QUndoCommand {
public:
    MaskCommand(Document& document, MaskPatch patch, const QString& text);

    void undo() override;
    void redo() override;
    std::size_t byteSize() const { return sizeof(*this) + patch_->byteSize(); }
    /// The same step, to be pushed on a stack again.
    std::unique_ptr<MaskCommand> again() const;

private:
    MaskCommand(Document& document, std::shared_ptr<const MaskPatch> patch, const QString& text);

    Document& document_;
    std::shared_ptr<const MaskPatch> patch_;
    bool done_ = true;
};

} // namespace palimpsest::ui
