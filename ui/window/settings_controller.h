// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QObject>

namespace palimpsest::ui {

/// The dialogs for settings and shortcuts, and what a changed setting does to the window. Language and theme belong to
/// the application, which listens for itself.
class SettingsController : public QObject {
    Q_OBJECT

public:
    explicit SettingsController(const Workbench& bench);

private:
    void editSettings();
    void editShortcuts();
    void apply();

    Workbench bench_;
};

} // namespace palimpsest::ui
