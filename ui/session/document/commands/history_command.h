// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>

#include <cstddef>
#include <memory>
#include <utility>

namespace palimpsest::ui {

/// One step of a document's history. The change has already happened when the command is made: the first redo, which
/// QUndoStack::push() calls, does nothing.
class HistoryCommand : public QUndoCommand {
public:
    using QUndoCommand::QUndoCommand;

    void undo() final { apply(false); }
    void redo() final {
        if (!std::exchange(isDone_, false)) {
            apply(true);
        }
    }
    virtual std::size_t byteSize() const = 0;
    /// The same step, to be pushed on a stack again.
    virtual std::unique_ptr<HistoryCommand> again() const = 0;

protected:
    virtual void apply(bool forward) = 0;

private:
    bool isDone_ = true;
};

} // namespace palimpsest::ui
