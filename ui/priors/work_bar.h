// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/progress.h"

#include <QElapsedTimer>
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
    enum class Unit { steps, bytes }; ///< of the progress; of bytes the amount and the rate are told

    explicit WorkBar(QWidget* parent = nullptr);

    /// `text`: a translated sentence or a few words.
    void begin(const QString& text, bool canBeCancelled, Unit unit = Unit::steps);
    void setProgress(const Progress& progress);
    /// Says that the work is about to end.
    void setCancelling();
    /// What came of it stays to be read; empty: nothing.
    void end(const QString& outcome = {});
    bool isWorking() const { return isWorking_; }

Q_SIGNALS:
    void cancelRequested();

private:
    QString amountText(const Progress& progress);

    QLabel* text_;
    QProgressBar* bar_;
    QLabel* detail_;
    QPushButton* cancel_;
    bool isWorking_ = false;
    Unit unit_ = Unit::steps;
    QElapsedTimer since_; ///< the amount below
    std::int64_t amount_ = 0;
    double rate_ = 0; ///< bytes per second
};

} // namespace palimpsest::ui
