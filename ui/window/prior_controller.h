// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/priors/import_dialog.h"
#include "ui/priors/published_dialog.h"
#include "ui/session/jobs/background_tasks.h"
#include "ui/window/workbench.h"

#include <QObject>
#include <QPointer>

#include <deque>

class QMimeData;

namespace palimpsest::ui {

class PriorsWindow;

/// The installed priors: their window, checking, adding, removing, and which one the next run works with.
class PriorController : public QObject {
    Q_OBJECT

public:
    PriorController(const Workbench& bench, PublishedSource published);
    ~PriorController() override;

    /// Opens the window of the priors, or brings it to the front.
    PriorsWindow& show();
    /// Opens the import of each file or folder, one after the other.
    void add(const QStringList& paths);
    /// Adds what is dropped if it is a checkpoint or a folder; false: it is for somebody else.
    bool take(const QMimeData& data);

private:
    void addFile();
    void addFolder();
    void showPublished();
    void tellInstalled();
    void addFetched(const PublishedModel& model, const FetchedModel& files);
    void importNext();
    void imported(const PriorDescription& prior);
    void verify(const PriorDescription& prior);
    void askToRemove(const PriorDescription& prior);
    void remove(const PriorDescription& prior);
    void use(const PriorDescription& prior);
    void useRestorer(const PriorDescription& prior, RestoreSpec& spec) const;
    QWidget* parentOfDialogs() const;
    BackgroundTask errandOfWindow(const QString& text);
    void endOfErrand(const QString& outcome);
    void say(const QString& sentence);

    Workbench bench_;
    PublishedSource published_;
    BackgroundTasks backgroundTasks_;
    BackgroundTasks downloads_; ///< apart: they do not hold the others up
    std::deque<ImportDialog::Source> waiting_;
    QPointer<PriorsWindow> window_;
    QPointer<ImportDialog> import_;
    QPointer<PublishedDialog> catalogue_;
};

} // namespace palimpsest::ui
