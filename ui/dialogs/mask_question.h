// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

class QWidget;

namespace palimpsest::ui {

/// A way to understand a mask.
struct MaskChoice {
    QString name;       ///< of a MaskMeaning
    double percent = 0; ///< of the picture that it marks
};

/// Asks what marks in a mask that can be understood in several ways; `proposal` is an index. Nothing: it was cancelled.
std::optional<int> askMaskMeaning(QWidget* parent, const std::vector<MaskChoice>& choices, int proposal);

} // namespace palimpsest::ui
