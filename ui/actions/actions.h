// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/action_table.h"
#include "ui/actions/shortcut_map.h"

#include <QHash>
#include <QObject>
#include <QString>

class QAction;

namespace palimpsest::ui {

/// The QActions of one window, made from the action table: texts in the current language, icons of the desktop's theme,
/// keys of a ShortcutMap, enabled by what the window has. What they do is connected by the window.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QObject* parent);

    /// Throws Bug if the table has no such row.
    QAction* at(const QString& id) const;

    /// `has` is a combination of Need.
    void setAvailable(unsigned has);
    /// Actions of the kind `hold` get no shortcut of Qt's: see HoldKeys.
    void setShortcuts(const ShortcutMap& shortcuts);
    const ShortcutMap& shortcuts() const { return shortcuts_; }
    /// Looks texts up again after a change of language.
    void retranslate();
    /// Looks icons up in the theme in use: once at the start, and after a change of theme.
    void loadIcons();

private:
    void retranslate(const ActionRow& row);

    QHash<QString, QAction*> actions_;
    ShortcutMap shortcuts_;
};

/// A text of the table in the current language.
QString translatedActionText(const char* text);
/// The row's name without accelerator mark and dots: "Zoom In".
QString plainActionText(const ActionRow& row);

} // namespace palimpsest::ui
