// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace palimpsest::ui {

/// Whether the desktop prefers dark windows. The platform's palette says it at once; the desktop portal
/// (org.freedesktop.appearance, color-scheme) says it later and whenever the user changes it.
class SystemColours : public QObject {
    Q_OBJECT

public:
    /// Make it before the application gets a palette of its own.
    explicit SystemColours(QObject* parent = nullptr);

    bool isDark() const { return isDark_; }
    /// Asks the portal without waiting; not needed for the first paint.
    void listen();

Q_SIGNALS:
    void changed(bool isDark);

private Q_SLOTS:
    void portalChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void take(const QVariant& colourScheme);

    bool isDark_;
};

} // namespace palimpsest::ui
