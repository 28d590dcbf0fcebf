// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/shortcut_map.h"

#include "ui/actions/action_table.h"

#include <QStringList>

#include <algorithm>

namespace palimpsest::ui {
namespace {

// Not QKeySequence::listFromString: that one cannot hold the keys "," and ", " apart.
const QString kSeparator = QStringLiteral(", ");

QList<QKeySequence> parsed(const QString& text) {
    QList<QKeySequence> keys;
    for (const QString& part : text.split(kSeparator, Qt::SkipEmptyParts)) {
        const auto key = QKeySequence::fromString(part, QKeySequence::PortableText);
        const bool isReadable = !key.isEmpty() && (key[0].key() != Qt::Key_unknown);
        if (isReadable) {
            keys.append(key);
        }
    }
    return keys;
}

QString portable(const QList<QKeySequence>& keys) {
    QStringList parts;
    for (const auto& key : keys) {
        parts.append(key.toString(QKeySequence::PortableText));
    }
    return parts.join(kSeparator);
}

} // namespace

ShortcutMap::ShortcutMap() {
    for (const ActionRow& row : actionTable()) {
        keys_[QString::fromLatin1(row.id)] = parsed(QString::fromLatin1(row.shortcuts));
    }
}

ShortcutMap::ShortcutMap(const Changes& changes) : ShortcutMap() {
    for (const auto& [id, text] : changes) {
        const auto found = keys_.find(QString::fromStdString(id));
        const auto keys = parsed(QString::fromStdString(text));
        if (found != keys_.end() && (text.empty() || !keys.isEmpty())) {
            found->second = keys;
        }
    }
}

QList<QKeySequence> ShortcutMap::keys(const QString& actionId) const {
    const auto found = keys_.find(actionId);
    return found == keys_.end() ? QList<QKeySequence>() : found->second;
}

QList<QKeySequence> ShortcutMap::defaultKeys(const QString& actionId) const {
    for (const ActionRow& row : actionTable()) {
        if (actionId == QLatin1String(row.id)) {
            return parsed(QString::fromLatin1(row.shortcuts));
        }
    }
    return {};
}

void ShortcutMap::setKeys(const QString& actionId, const QList<QKeySequence>& keys) {
    if (const auto found = keys_.find(actionId); found != keys_.end()) {
        found->second = keys;
    }
}

void ShortcutMap::reset(const QString& actionId) { setKeys(actionId, defaultKeys(actionId)); }

void ShortcutMap::resetAll() { *this = ShortcutMap(); }

QString ShortcutMap::conflict(const QString& actionId, const QKeySequence& key) const {
    for (const auto& [id, keys] : keys_) {
        const bool clashes = std::any_of(keys.begin(), keys.end(), [&](const QKeySequence& other) {
            return other.matches(key) != QKeySequence::NoMatch || key.matches(other) != QKeySequence::NoMatch;
        });
        if (id != actionId && clashes) {
            return id;
        }
    }
    return {};
}

ShortcutMap::Changes ShortcutMap::changes() const {
    Changes changes;
    for (const auto& [id, keys] : keys_) {
        if (keys != defaultKeys(id)) {
            changes[id.toStdString()] = portable(keys).toStdString();
        }
    }
    return changes;
}

QString shortcutText(const QList<QKeySequence>& keys) {
    QStringList parts;
    for (const auto& key : keys) {
        parts.append(key.toString(QKeySequence::NativeText));
    }
    return parts.join(kSeparator);
}

} // namespace palimpsest::ui
