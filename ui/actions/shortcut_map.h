// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <map>
#include <string>

namespace palimpsest::ui {

/// Which keys trigger which action: the defaults of the action table and what the user changed. A value.
class ShortcutMap {
public:
    /// Action id to keys in portable text, separated by ", ": what the settings keep. Only changed actions are in it.
    using Changes = std::map<std::string, std::string>;

    ShortcutMap();
    /// Unknown ids and unreadable keys are ignored, so that settings of another version do no harm.
    explicit ShortcutMap(const Changes& changes);

    QList<QKeySequence> keys(const QString& actionId) const;
    QList<QKeySequence> defaultKeys(const QString& actionId) const;
    /// Nothing is checked: ask conflict() before.
    void setKeys(const QString& actionId, const QList<QKeySequence>& keys);
    void reset(const QString& actionId);
    void resetAll();

    /// Id of another action that the key would trigger too (or that begins with it); empty if it is free.
    QString conflict(const QString& actionId, const QKeySequence& key) const;

    Changes changes() const;
    bool operator==(const ShortcutMap&) const = default;

private:
    std::map<QString, QList<QKeySequence>> keys_;
};

/// "Ctrl+Z, Ctrl+Y" as the platform writes it.
QString shortcutText(const QList<QKeySequence>& keys);

} // namespace palimpsest::ui
