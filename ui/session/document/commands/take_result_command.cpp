// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document/commands/take_result_command.h"

#include "ui/session/document/document.h"
#include "ui/session/document/hint_layer.h"

#include <utility>

namespace palimpsest::ui {

TakeResultCommand::TakeResultCommand(Document& document, std::shared_ptr<const Change> change, const QString& text)
    : HistoryCommand(text), document_(document), change_(std::move(change)) {}

std::size_t TakeResultCommand::byteSize() const {
    return sizeof(*this) + change_->picture.byteSize() + change_->mask.byteSize() + change_->hints.byteSize();
}

std::unique_ptr<HistoryCommand> TakeResultCommand::again() const {
    return std::make_unique<TakeResultCommand>(document_, change_, text());
}

void TakeResultCommand::apply(bool forward) {
    const auto replace = [&] { document_.replacePicture(change_->picture.applied(document_.picture(), forward)); };
    if (!forward) {
        replace();
    }
    document_.applyPatch(change_->mask);
    document_.hints().apply(change_->hints);
    if (forward) {
        replace();
    }
}

} // namespace palimpsest::ui
