// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace palimpsest::ui {

enum class CloseAnswer {
    save,
    discard,
    keep, ///< for the next start
    stay,
};

struct CloseCircumstances {
    bool isRunning = false;  ///< a restoration would be stopped
    bool isQuitting = false; ///< the program ends: the work can be kept for the next start
};

/// Asks what is to become of unsaved work, and waits for the answer.
CloseAnswer askToClose(QWidget* parent, const QString& title, const CloseCircumstances& circumstances);

} // namespace palimpsest::ui
