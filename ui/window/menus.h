// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <map>
#include <string>

class QMainWindow;
class QMenu;

namespace palimpsest::ui {

class Actions;

/// The menu bar, made from a table. Titles follow the language.
class Menus : public QObject {
    Q_OBJECT

public:
    Menus(QMainWindow& window, const Actions& actions);

    /// By the id in the table: "file", "recent", "window", "samples". Throws std::out_of_range.
    QMenu* at(const std::string& id) const { return menus_.at(id); }
    void retranslate();

private:
    std::map<std::string, QMenu*> menus_;
};

} // namespace palimpsest::ui
