// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/image/image.h"
#include "ui/window/workbench.h"

#include <QObject>
#include <QString>

#include <functional>
#include <string>
#include <vector>

class QMenu;
class QMimeData;

namespace palimpsest::ui {

/// Opening, saving, closing: files, clipboard and what is dropped on the window.
class FileController : public QObject {
    Q_OBJECT

public:
    explicit FileController(const Workbench& bench);

    /// Asks about unsaved work, then opens the file; an error is shown. True if it was opened. A checkpoint is left to
    /// whoever listens to checkpointChosen().
    bool open(const QString& path);
    /// As open, with a mask beside it.
    bool open(const QString& path, const QString& maskPath);
    /// True if the mime data hold a picture or the path of a file.
    static bool canTake(const QMimeData& data);
    void take(const QMimeData& data);

    bool importMask(const QString& path);
    /// Writes the picture as shown, with its record if it is a variant; an error is shown.
    bool saveTo(const QString& path);
    bool exportVariant(int row, const QString& path);
    /// Asks for a file name first.
    bool exportVariant(int row);
    bool save();
    bool saveAs();

    /// Asks what to do with unsaved work; false: the user wants to go on working. `isQuitting` offers to keep the work
    /// for the next start.
    bool mayClose(bool isQuitting);

    /// Fills a menu with the recent files each time it is opened.
    void fillRecent(QMenu* menu);

Q_SIGNALS:
    /// A checkpoint was opened where a picture was asked for.
    void checkpointChosen(const QString& path);

private:
    void openDialog();
    void importMaskDialog();
    void exportMaskDialog();
    /// Sentences of core's in the status bar.
    void say(const std::vector<Message>& notices);
    void openImage(const Image& image, const QString& title, const std::string& path);
    bool guarded(const QString& headline, const std::function<void()>& work);
    QString askSavePath(const QString& title);
    QString lastFolder() const;

    Workbench bench_;
};

} // namespace palimpsest::ui
