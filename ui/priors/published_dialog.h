// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/downloads/model_catalogue.h"
#include "core/downloads/published_download.h"
#include "ui/session/jobs/background_tasks.h"

#include <QDialog>

#include <functional>
#include <set>
#include <string>
#include <vector>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace palimpsest::ui {

class WorkBar;

/// Where published models are listed and fetched; another one in tests.
struct PublishedSource {
    std::function<std::vector<PublishedModel>()> list;
    std::function<FetchedModel(const PublishedModel&, ProgressSink&, std::stop_token)> fetch;
    /// Deletes what was fetched: called when a prior was made of it.
    std::function<void(const PublishedModel&)> discard;
};

/// The catalogue that comes with the program; what is fetched goes to a folder of the cache.
PublishedSource publishedOnTheNet();

/// The models that their authors published. One is fetched on a click, after what its licence forbids was accepted; the
/// dialog may be closed meanwhile.
class PublishedDialog : public QDialog {
    Q_OBJECT

public:
    PublishedDialog(BackgroundTasks& tasks, PublishedSource source, QWidget* parent);

    /// Ids of the priors that there are.
    void setInstalled(const std::set<std::string>& ids);
    bool isFetching() const { return job_ != 0; }

Q_SIGNALS:
    void fetched(const palimpsest::PublishedModel& model, const palimpsest::FetchedModel& files);

private:
    QWidget* detailSide();
    void layOut();
    void fill();
    void showCurrent();
    void refresh();
    void fetch();
    const PublishedModel* current() const;

    BackgroundTasks& backgroundTasks_;
    PublishedSource source_;
    std::vector<PublishedModel> models_;
    std::set<std::string> installed_;
    QListWidget* list_;
    QLabel* title_;
    QLabel* text_;
    QLabel* notice_;
    QCheckBox* accept_;
    QPushButton* page_;
    QPushButton* download_;
    QPushButton* close_;
    WorkBar* bar_;
    JobId job_ = 0; ///< 0: nothing is being fetched
};

} // namespace palimpsest::ui
