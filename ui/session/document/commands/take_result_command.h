// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/mask_patch.h"
#include "ui/session/document/commands/hint_command.h"
#include "ui/session/document/commands/history_command.h"
#include "ui/session/document/commands/picture_patch.h"

namespace palimpsest::ui {

class Document;

/// The result became the picture, and mask and hints were cleared. Their patches belong to the picture before.
class TakeResultCommand : public HistoryCommand {
public:
    /// What changed in one step.
    struct Change {
        PicturePatch picture;
        MaskPatch mask;
        HintPatch hints;
    };

    TakeResultCommand(Document& document, std::shared_ptr<const Change> change, const QString& text);

    std::size_t byteSize() const override;
    std::unique_ptr<HistoryCommand> again() const override;

protected:
    void apply(bool forward) override;

private:
    Document& document_;
    std::shared_ptr<const Change> change_;
};

} // namespace palimpsest::ui
