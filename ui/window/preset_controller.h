// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/preset_store.h"
#include "ui/window/workbench.h"

#include <QObject>
#include <QString>

class QMenu;

namespace palimpsest::ui {

/// The menu of the user's presets for the present task.
class PresetController : public QObject {
    Q_OBJECT

public:
    PresetController(const Workbench& bench, QMenu* menu, const std::string& file);

    void save(const QString& name);
    void load(const QString& name);
    void remove(const QString& name);

private:
    void fill();
    void askName();
    void guarded(const std::function<void()>& work);

    Workbench bench_;
    QMenu* menu_;
    QMenu* deleting_; ///< the submenu with the names again
    PresetStore store_;
};

} // namespace palimpsest::ui
