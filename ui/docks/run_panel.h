// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/engine/engine.h"
#include "core/jobs/progress.h"

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;

namespace palimpsest::ui {

class Actions;

/// The big button that says what it will do, what the run will cost, and how far it is.
class RunPanel : public QWidget {
    Q_OBJECT

public:
    explicit RunPanel(Actions& actions, QWidget* parent = nullptr);

    /// Number of variants that the button promises.
    void setVariants(int count);
    /// What the next run costs; nothing: not known.
    void setEstimate(const std::optional<RunEstimate>& estimate);
    /// Another way that takes less time, as a translated sentence and the words of a button; empty: none.
    void setOffer(const QString& sentence, const QString& button);
    /// Why there can be no run now, as a translated sentence; empty: there can.
    void setObstacle(const QString& sentence);
    /// `waiting`: runs behind the one that runs.
    void setRunning(bool isRunning, int waiting);
    void setProgress(const Progress& progress);

Q_SIGNALS:
    /// The user takes the offer.
    void offerTaken();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    QString noteText() const;

    QAction* action_;
    QPushButton* run_;
    QLabel* note_;
    QLabel* offer_;
    QPushButton* takeOffer_;
    QProgressBar* bar_;
    QLabel* phase_;
    QWidget* running_;
    int variants_ = 1;
    int waiting_ = 0;
    bool isRunning_ = false;
    std::optional<RunEstimate> estimate_;
    QString obstacle_;
    Progress progress_;
};

} // namespace palimpsest::ui
