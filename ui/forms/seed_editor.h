// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <cstdint>

class QAction;
class QDoubleSpinBox;

namespace palimpsest::ui {

/// A seed with a dice and a lock beside it. The buttons belong to the actions that are given.
class SeedEditor : public QWidget {
    Q_OBJECT

public:
    SeedEditor(QAction* dice, QAction* lock, QWidget* parent = nullptr);

    std::uint64_t seed() const;
    /// Does not emit changed().
    void setSeed(std::uint64_t seed);

Q_SIGNALS:
    void changed();

private:
    QDoubleSpinBox* number_; ///< seeds reach 2^53 - 1, which a double holds exactly and an int does not
};

/// A seed from the system's randomness, short enough to be typed: below one million.
std::uint64_t newSeed();

} // namespace palimpsest::ui
