// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/mask_patch.h"
#include "ui/session/document/commands/history_command.h"

namespace palimpsest::ui {

class Document;

/// A change of the mask.
class MaskCommand : public HistoryCommand {
public:
    MaskCommand(Document& document, MaskPatch patch, const QString& text);

    std::size_t byteSize() const override { return sizeof(*this) + patch_->byteSize(); }
    std::unique_ptr<HistoryCommand> again() const override;

protected:
    void apply(bool forward) override;

private:
    MaskCommand(Document& document, std::shared_ptr<const MaskPatch> patch, const QString& text);

    Document& document_;
    std::shared_ptr<const MaskPatch> patch_;
};

} // namespace palimpsest::ui
