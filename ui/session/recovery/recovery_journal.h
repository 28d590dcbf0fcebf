// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/session/jobs/background_lane.h"
#include "ui/session/recovery/recovery.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>

namespace palimpsest::ui {

class Document;

/// Keeps the files of a session's folder as new as a second ago: settings, mask, colour hints, and the picture where no
/// file has it. Writing happens behind the window.
class RecoveryJournal : public QObject {
    Q_OBJECT

public:
    /// `note` tells the present state (the hash is found here).
    RecoveryJournal(Document& document, std::function<SessionNote()> note, QObject* parent = nullptr);
    ~RecoveryJournal() override;

    /// Where to write from now on; empty: nowhere. What was still to be written to the old folder is dropped.
    void setFolder(const QString& folder);
    /// The note is out of date, and what else is named.
    void touch(bool maskToo, bool hintsToo = false);
    /// The picture is another one, and `inFile` tells whether a file has it.
    void pictureChanged(bool inFile);
    /// Returns when everything is on the disk.
    void flush();

Q_SIGNALS:
    void writeFailed(const palimpsest::Error& error);

private:
    void write();
    void post(std::function<void()> work);

    Document& document_;
    std::function<SessionNote()> note_;
    QString folder_;
    QTimer timer_;
    bool maskIsOld_ = false;
    bool hintsAreOld_ = false;
    bool pictureIsOld_ = false;
    std::shared_ptr<std::string> pictureHash_; ///< lane's thread only, once it is empty
    BackgroundLane lane_;                      ///< last: joined before anything it uses is gone
};

} // namespace palimpsest::ui
