// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/progress.h"

#include <QString>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace palimpsest::ui {

/// What is being done, how far it is, and a button that ends it. Out of sight while there is nothing to tell.
class WorkBar : public QWidget {
    Q_OBJECT

public:
    enum class Unit { steps, bytes }; ///< of the progress; of bytes the amount is told

    explicit WorkBar(QWidget* parent = nullptr);

    /// `text`: a translated sentence or a few words.
    void begin(const QString& text, bool canBeCancelled, Unit unit = Unit::steps);
    void setProgress(const Progress& progress);
    /// A translated sentence that stands until the work ends.
    void setNotice(const QString& sentence);
    /// Says that the work is about to end.
    void setCancelling();
    /// What came of it stays to be read; empty: nothing.
    void end(const QString& outcome = {});
    bool isWorking() const { return isWorking_; }

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel* text_;
    QProgressBar* bar_;
    QLabel* detail_;
    QPushButton* cancel_;
    bool isWorking_ = false;
    QString notice_;
    Unit unit_ = Unit::steps;
};

} // namespace palimpsest::ui
