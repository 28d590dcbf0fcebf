// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/priors_window.h"

#include "ui/actions/actions.h"
#include "ui/forms/vertical_scroll_area.h"
#include "ui/priors/dropped_paths.h"
#include "ui/priors/list_and_details.h"
#include "ui/priors/prior_details.h"
#include "ui/priors/prior_fit.h"
#include "ui/priors/prior_text.h"
#include "ui/priors/work_bar.h"
#include "ui/session/jobs/engine_bridge.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace palimpsest::ui {

PriorsWindow::PriorsWindow(const Actions& actions, const EngineBridge& engine, QWidget* parent)
    : QDialog(parent), engine_(engine), list_(new QListWidget(this)), add_(new QToolButton(this)),
      hint_(new QLabel(this)), details_(new PriorDetails),
      use_(addButton("usePrior", "dialog-ok-apply", &PriorsWindow::useRequested)),
      verify_(addButton("verifyPrior", "document-properties", &PriorsWindow::verifyRequested)),
      reveal_(addButton("revealPrior", "document-open", &PriorsWindow::revealRequested)),
      remove_(addButton("removePrior", "edit-delete", &PriorsWindow::removeRequested)), close_(new QPushButton(this)),
      bar_(new WorkBar(this)) {
    setAcceptDrops(true);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    close_->setObjectName(QStringLiteral("closePriors"));
    close_->setIcon(QIcon::fromTheme(QStringLiteral("window-close")));
    close_->setDefault(true);
    connect(close_, &QPushButton::clicked, this, &QDialog::close);
    layOutListAndDetails(*this, {.list = listSide(actions), .details = detailSide(), .bar = bar_, .close = close_});
    connect(list_, &QListWidget::currentRowChanged, this, &PriorsWindow::showCurrent);
    connect(&engine_, &EngineBridge::priorsChanged, this, &PriorsWindow::fill);
    connect(&engine_, &EngineBridge::stateChanged, this, &PriorsWindow::fill);
    retranslate();
    resize(860, 560);
}

QPushButton* PriorsWindow::addButton(const char* name, const char* icon,
                                     void (PriorsWindow::*signal)(const PriorDescription&)) {
    auto* button = new QPushButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(QIcon::fromTheme(QString::fromLatin1(icon)));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, signal] {
        if (const PriorDescription* prior = current()) {
            Q_EMIT(this->*signal)(PriorDescription(*prior)); // a copy: the list may be made anew meanwhile
        }
    });
    return button;
}

QWidget* PriorsWindow::listSide(const Actions& actions) {
    list_->setObjectName(QStringLiteral("priors"));
    list_->setWordWrap(true);
    list_->setSpacing(2);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* menu = new QMenu(add_);
    menu->setToolTipsVisible(true);
    for (const char* id : {"priors.add-file", "priors.add-folder", "priors.published"}) {
        menu->addAction(actions.at(QString::fromLatin1(id)));
        addAction(actions.at(QString::fromLatin1(id))); // their keys hold here too
    }
    add_->setObjectName(QStringLiteral("addPrior"));
    add_->setIcon(QIcon::fromTheme(QStringLiteral("list-add")));
    add_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add_->setPopupMode(QToolButton::InstantPopup);
    add_->setFocusPolicy(Qt::StrongFocus);
    add_->setMenu(menu);
    hint_->setWordWrap(true);
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(list_, 1);
    column->addWidget(add_);
    column->addWidget(hint_);
    return side;
}

QWidget* PriorsWindow::detailSide() {
    auto* side = new QWidget(this);
    auto* grid = new QGridLayout(side);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(new VerticalScrollArea(details_, this), 0, 0, 1, 2);
    grid->addWidget(use_, 1, 0);
    grid->addWidget(verify_, 1, 1);
    grid->addWidget(reveal_, 2, 0);
    grid->addWidget(remove_, 2, 1);
    grid->setRowStretch(0, 1);
    return side;
}

void PriorsWindow::retranslate() {
    setWindowTitle(tr("Priors"));
    list_->setAccessibleName(tr("Installed priors"));
    list_->setToolTip(tr("The priors that the tasks can work with"));
    add_->setText(tr("&Add"));
    add_->setToolTip(tr("Add a prior from a file, a folder, or the list of published ones"));
    hint_->setText(tr("Checkpoints can also be dropped here: files and folders."));
    use_->setText(tr("&Use for This Picture"));
    use_->setToolTip(tr("Let the next run work with this prior"));
    verify_->setText(tr("&Verify"));
    verify_->setToolTip(tr("Check the weights against their hash, and let the network compute once"));
    reveal_->setText(tr("&Reveal in Folder"));
    reveal_->setToolTip(tr("Show the files of this prior in the file manager"));
    remove_->setText(tr("Re&move…"));
    close_->setText(tr("Close"));
    close_->setToolTip(tr("Close this window"));
    fill();
}

void PriorsWindow::fill() {
    const PriorDescription* before = current();
    const std::string selected = !wanted_.empty() ? wanted_ : before ? before->id : chosen_;
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const PriorDescription& prior : engine_.priors()) {
        const QString why = misfit(prior);
        auto* item = new QListWidgetItem(QStringLiteral("%1\n%2").arg(priorTitle(prior), priorSummary(prior)), list_);
        item->setData(Qt::UserRole, QString::fromStdString(prior.id));
        item->setToolTip(why);
        item->setIcon(!prior.problem.isEmpty() ? style()->standardIcon(QStyle::SP_MessageBoxWarning)
                                               : QIcon::fromTheme(QStringLiteral("package")));
        if (prior.id == selected) {
            list_->setCurrentItem(item);
            wanted_.clear();
        }
    }
    if (list_->currentRow() < 0) {
        list_->setCurrentRow(0);
    }
    showCurrent();
}

const PriorDescription* PriorsWindow::current() const {
    const auto row = static_cast<std::size_t>(list_->currentRow());
    const auto& priors = engine_.priors();
    const bool isListed = list_->currentRow() >= 0 && row < priors.size() &&
                          list_->currentItem()->data(Qt::UserRole).toString().toStdString() == priors[row].id;
    return isListed ? &priors[row] : nullptr;
}

void PriorsWindow::showCurrent() {
    const PriorDescription* prior = current();
    if (prior) {
        details_->show(*prior, servedTasks(*prior, engine_.tasks(), engine_.methods()), prior->id == chosen_);
    } else {
        details_->clear();
    }
    const bool isFree = prior && !isBusy_;
    use_->setEnabled(prior &&
                     (misfit(*prior).isEmpty() || prior->kind == "fill" ||
                      (prior->kind == "restorer" && prior->problem.isEmpty())) &&
                     prior->id != chosen_);
    verify_->setEnabled(isFree);
    reveal_->setEnabled(prior && !prior->folder.empty());
    remove_->setEnabled(isFree && !prior->bundled);
    remove_->setToolTip(prior && prior->bundled ? tr("A prior that comes with the program cannot be removed")
                                                : tr("Delete this prior and its weights from the disk"));
}

void PriorsWindow::select(const std::string& id) {
    wanted_ = id;
    fill();
}

void PriorsWindow::setChosen(const std::string& id) {
    chosen_ = id;
    showCurrent();
}

void PriorsWindow::setBusy(bool isBusy) {
    isBusy_ = isBusy;
    showCurrent();
}

void PriorsWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void PriorsWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedPaths(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void PriorsWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    Q_EMIT dropped(droppedPaths(*event->mimeData()));
}

} // namespace palimpsest::ui
