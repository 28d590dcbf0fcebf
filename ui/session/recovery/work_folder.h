// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

class QLockFile;

namespace palimpsest::ui {

/// The folder in which one session keeps what must survive a crash. A lock file says that its program still runs; the
/// lock of a program that was killed counts as none.
class WorkFolder {
public:
    ~WorkFolder();
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    /// A new folder below `root`. Throws Error(failed) if the disk refuses.
    static std::unique_ptr<WorkFolder> create(const QString& root);
    /// A folder that a session left behind; null if a program uses it.
    static std::unique_ptr<WorkFolder> adopt(const QString& path);
    /// The folders below `root` that no program uses, oldest first.
    static QStringList abandoned(const QString& root);

    const QString& path() const { return path_; }
    /// Deletes the folder and all in it.
    void discard();

private:
    WorkFolder(QString path, std::unique_ptr<QLockFile> lock);

    QString path_;
    std::unique_ptr<QLockFile> lock_;
};

} // namespace palimpsest::ui
