// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "ui/session/document/commands/history_command.h"

#include <QByteArray>
#include <QImage>

namespace palimpsest::ui {

class HintLayer;

/// The difference of two states of the hints inside a rectangle: before XOR after, deflated, so that the same bytes
/// lead forwards and back.
class HintPatch {
public:
    HintPatch() = default;
    /// Images of one size; null counts as empty. `within` must hold all that differs.
    HintPatch(const QImage& before, const QImage& after, const Rect& within);

    bool isEmpty() const { return difference_.isEmpty(); }
    const Rect& area() const { return area_; }
    std::size_t byteSize() const { return sizeof(*this) + static_cast<std::size_t>(difference_.size()); }
    void toggle(QImage& pixels) const;

private:
    Rect area_;
    QByteArray difference_; ///< empty: nothing differs
};

/// A change of the colour hints.
class HintCommand : public HistoryCommand {
public:
    HintCommand(HintLayer& layer, HintPatch patch, const QString& text)
        : HistoryCommand(text), layer_(layer), patch_(std::move(patch)) {}

    std::size_t byteSize() const override { return sizeof(*this) + patch_.byteSize(); }
    std::unique_ptr<HistoryCommand> again() const override {
        return std::make_unique<HintCommand>(layer_, patch_, text());
    }

protected:
    void apply(bool forward) override;

private:
    HintLayer& layer_;
    HintPatch patch_;
};

} // namespace palimpsest::ui
