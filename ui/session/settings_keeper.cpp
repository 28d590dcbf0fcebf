// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/settings_keeper.h"

#include "core/base/error.h"

#include <utility>

namespace palimpsest::ui {

SettingsKeeper::SettingsKeeper(Settings settings, std::string path, QObject* parent)
    : QObject(parent), settings_(std::move(settings)), path_(std::move(path)) {
    timer_.setSingleShot(true);
    timer_.setInterval(1000);
    connect(&timer_, &QTimer::timeout, this, &SettingsKeeper::flush);
}

SettingsKeeper::~SettingsKeeper() { flush(); }

void SettingsKeeper::change(const std::function<void(Settings&)>& edit) {
    const Settings before = settings_;
    edit(settings_);
    if (settings_ != before) {
        isDirty_ = true;
        timer_.start();
        Q_EMIT changed(before);
    }
}

void SettingsKeeper::flush() {
    timer_.stop();
    if (!std::exchange(isDirty_, false) || path_.empty()) {
        return;
    }
    try {
        saveSettings(path_, settings_);
    } catch (const Error& error) {
        Q_EMIT saveFailed(error.message());
    }
}

} // namespace palimpsest::ui
