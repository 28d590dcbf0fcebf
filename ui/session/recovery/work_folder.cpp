// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/recovery/work_folder.h"

#include "core/base/error.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLockFile>

#include <utility>

namespace palimpsest::ui {
namespace {

std::unique_ptr<QLockFile> locked(const QString& folder) {
    auto lock = std::make_unique<QLockFile>(folder + QStringLiteral("/session.lock"));
    // Only the death of the process makes a lock stale, never its age: a restoration may take hours.
    lock->setStaleLockTime(0);
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

} // namespace

WorkFolder::WorkFolder(QString path, std::unique_ptr<QLockFile> lock)
    : path_(std::move(path)), lock_(std::move(lock)) {}

WorkFolder::~WorkFolder() = default;

std::unique_ptr<WorkFolder> WorkFolder::create(const QString& root) {
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString name = QStringLiteral("%1-%2").arg(stamp).arg(QCoreApplication::applicationPid());
    for (int attempt = 0; attempt < 100; ++attempt) {
        const QString path = QStringLiteral("%1/%2-%3").arg(root, name).arg(attempt);
        if (QDir(root).exists(path)) {
            continue;
        }
        auto lock = QDir().mkpath(path) ? locked(path) : nullptr;
        if (lock) {
            return std::unique_ptr<WorkFolder>(new WorkFolder(path, std::move(lock)));
        }
        break;
    }
    throw Error(ErrorCode::failed, Message("the folder for recovery cannot be written: %1", root.toStdString()),
                "free some space there or check its permissions");
}

std::unique_ptr<WorkFolder> WorkFolder::adopt(const QString& path) {
    auto lock = QDir(path).exists() ? locked(path) : nullptr;
    return lock ? std::unique_ptr<WorkFolder>(new WorkFolder(path, std::move(lock))) : nullptr;
}

QStringList WorkFolder::abandoned(const QString& root) {
    QStringList folders;
    for (const QString& name : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString path = root + QLatin1Char('/') + name;
        if (locked(path)) {
            folders.append(path);
        }
    }
    return folders;
}

void WorkFolder::discard() {
    lock_->unlock();
    QDir(path_).removeRecursively();
}

} // namespace palimpsest::ui
