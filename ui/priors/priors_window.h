// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <QDialog>
#include <QStringList>

#include <string>

class QLabel;
class QListWidget;
class QPushButton;
class QSplitter;
class QToolButton;

namespace palimpsest::ui {

class Actions;
class EngineBridge;
class PriorDetails;
class WorkBar;

/// The priors that there are, and what can be done with them. Asks for everything by signals and does nothing itself.
class PriorsWindow : public QDialog {
    Q_OBJECT

public:
    PriorsWindow(const Actions& actions, const EngineBridge& engine, QWidget* parent);

    /// The prior of that id, now or as soon as it is listed.
    void select(const std::string& id);
    /// The prior that the next run samples with.
    void setChosen(const std::string& id);
    WorkBar& workBar() { return *bar_; }
    /// While true, nothing but the work that goes on can be done with a prior.
    void setBusy(bool isBusy);

Q_SIGNALS:
    void verifyRequested(const palimpsest::PriorDescription& prior);
    void removeRequested(const palimpsest::PriorDescription& prior);
    void revealRequested(const palimpsest::PriorDescription& prior);
    void useRequested(const palimpsest::PriorDescription& prior);
    /// Files and folders.
    void dropped(const QStringList& paths);

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* listSide(const Actions& actions);
    QWidget* detailSide();
    QPushButton* addButton(const char* name, const char* icon, void (PriorsWindow::*signal)(const PriorDescription&));
    void retranslate();
    void fill();
    void showCurrent();
    const PriorDescription* current() const;

    const EngineBridge& engine_;
    QListWidget* list_;
    QToolButton* add_;
    QLabel* hint_;
    PriorDetails* details_;
    QPushButton* use_;
    QPushButton* verify_;
    QPushButton* reveal_;
    QPushButton* remove_;
    QPushButton* close_;
    WorkBar* bar_;
    std::string wanted_; ///< id to select when it appears
    std::string chosen_;
    bool isBusy_ = false;
};

} // namespace palimpsest::ui
