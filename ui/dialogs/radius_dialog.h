// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QWidget;

namespace palimpsest::ui {

/// Asks for a radius in pixels, 0.5 to 500, and waits; nothing: the user thought better of it.
std::optional<double> askRadius(QWidget* parent, const QString& title, double proposal);

} // namespace palimpsest::ui
