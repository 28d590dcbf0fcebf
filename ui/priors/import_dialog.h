// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "ui/session/jobs/background_tasks.h"

#include <QDialog>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace palimpsest::ui {

class ChoiceTrial;
class ImportForm;
class WorkBar;

/// Makes a prior of a checkpoint: looks at it first, lets the user decide and try, then converts it. Everything long is
/// done by the background tasks; closing the dialog ends what runs.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    struct Source {
        QString path; ///< file or folder
        // Of a published checkpoint; empty: what is recognised.
        std::string id;
        std::string title;
        std::string licence;
        std::map<std::string, std::string> choices; ///< by ModelChoice::name
        std::function<void()> afterwards;           ///< when a prior was made of it; may be empty
    };

    ImportDialog(BackgroundTasks& tasks, std::shared_ptr<Engine> engine, Source source, QWidget* parent);

    /// Begins to look at the checkpoint.
    void start();

Q_SIGNALS:
    void imported(const palimpsest::PriorDescription& prior);

public Q_SLOTS:
    void reject() override;

private:
    void showForm(RecognisedModel model);
    void fillIn(RecognisedModel& model) const;
    void importModel();
    void tryValues(const std::string& choice);
    void tryValue(ChoiceTrial* trial, const std::string& value, const ModelImport& order);
    void stopTrials();
    void refresh();
    BackgroundTask task() const;

    BackgroundTasks& backgroundTasks_;
    std::shared_ptr<Engine> engine_;
    Source source_;
    QVBoxLayout* column_;
    ImportForm* form_ = nullptr;
    QWidget* formArea_ = nullptr;
    WorkBar* bar_;
    QPushButton* import_;
    QPushButton* close_;
    JobId job_ = 0;             ///< looking or importing; 0: neither
    std::vector<JobId> trials_; ///< that have not ended
};

} // namespace palimpsest::ui
