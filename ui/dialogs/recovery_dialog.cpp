// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/recovery_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace palimpsest::ui {
namespace {

QString describe(const AbandonedSession& session) {
    const QString what = session.hasMask ? RecoveryDialog::tr("mask and %n variant(s)", nullptr, session.variantCount)
                                         : RecoveryDialog::tr("%n variant(s)", nullptr, session.variantCount);
    const QString title = session.title.isEmpty() ? RecoveryDialog::tr("Unnamed picture") : session.title;
    return QStringLiteral("%1\n%2\n%3").arg(title, QLocale().toString(session.lastChange, QLocale::ShortFormat), what);
}

} // namespace

RecoveryDialog::RecoveryDialog(const std::vector<AbandonedSession>& sessions, QWidget* parent)
    : QDialog(parent), list_(new QListWidget(this)) {
    setWindowTitle(tr("Unsaved Work"));
    auto* text = new QLabel(tr("Palimpsest ended before this work was saved. It can be taken up again."), this);
    text->setWordWrap(true);
    list_->setObjectName(QStringLiteral("sessions"));
    list_->setIconSize(QSize(128, 96));
    list_->setAccessibleName(windowTitle());
    list_->setToolTip(tr("Choose what to take up"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(list_, 1);
    addButtons();
    fill(sessions);
    resize(480, 360);
}

void RecoveryDialog::addButtons() {
    auto* buttons = new QDialogButtonBox(this);
    auto* recover = buttons->addButton(tr("&Take Up"), QDialogButtonBox::AcceptRole);
    recover->setObjectName(QStringLiteral("recover"));
    recover->setToolTip(tr("Open the picture with its mask, settings and variants"));
    recover->setDefault(true);
    auto* remove = buttons->addButton(tr("&Delete…"), QDialogButtonBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("delete"));
    remove->setToolTip(tr("Delete this work for good"));
    auto* later = buttons->addButton(tr("&Later"), QDialogButtonBox::RejectRole);
    later->setObjectName(QStringLiteral("later"));
    later->setToolTip(tr("Keep everything and ask again at the next start"));
    connect(recover, &QPushButton::clicked, this, [this] {
        if (!selectedFolder().isEmpty()) {
            Q_EMIT recoverRequested(selectedFolder());
            accept();
        }
    });
    connect(remove, &QPushButton::clicked, this, &RecoveryDialog::deleteSelected);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(list_, &QListWidget::itemDoubleClicked, recover, &QPushButton::click);
    layout()->addWidget(buttons);
}

void RecoveryDialog::fill(const std::vector<AbandonedSession>& sessions) {
    for (const AbandonedSession& session : sessions) {
        auto* item = new QListWidgetItem(QPixmap::fromImage(session.thumbnail), describe(session), list_);
        item->setData(Qt::UserRole, session.folder);
    }
    list_->setCurrentRow(0);
}

QString RecoveryDialog::selectedFolder() const {
    const auto* item = list_->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void RecoveryDialog::deleteSelected() {
    const QString folder = selectedFolder();
    if (folder.isEmpty()) {
        return;
    }
    QMessageBox box(QMessageBox::Question, windowTitle(), tr("Delete this work for good?"), QMessageBox::NoButton,
                    this);
    auto* yes = box.addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    yes->setToolTip(tr("Delete this work for good"));
    box.addButton(tr("Cancel"), QMessageBox::RejectRole)->setToolTip(tr("Keep this work"));
    box.exec();
    if (box.clickedButton() != yes) {
        return;
    }
    Q_EMIT deleteRequested(folder);
    delete list_->takeItem(list_->currentRow());
    if (list_->count() == 0) {
        accept();
    }
}

} // namespace palimpsest::ui
