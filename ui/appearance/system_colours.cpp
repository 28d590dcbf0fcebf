// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance/system_colours.h"

#include "ui/appearance/theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace palimpsest::ui {
namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");
constexpr unsigned kNoPreference = 0;
constexpr unsigned kPrefersDark = 1;

} // namespace

SystemColours::SystemColours(QObject* parent) : QObject(parent), isDark_(isDarkTheme()) {}

void SystemColours::listen() {
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(portalChanged(QString, QString, QDBusVariant)));
    auto question = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    question << kGroup << kKey;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid()) {
            take(reply.value().variant());
        }
        watcher->deleteLater();
    });
}

void SystemColours::portalChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group == kGroup && key == kKey) {
        take(value.variant());
    }
}

void SystemColours::take(const QVariant& colourScheme) {
    // Read() wraps the value in a second variant.
    const bool isWrapped = colourScheme.canConvert<QDBusVariant>();
    const unsigned value = (isWrapped ? colourScheme.value<QDBusVariant>().variant() : colourScheme).toUInt();
    const bool isDark = value == kPrefersDark;
    if (value != kNoPreference && isDark != isDark_) {
        isDark_ = isDark;
        Q_EMIT changed(isDark);
    }
}

} // namespace palimpsest::ui
