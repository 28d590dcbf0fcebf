// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/error_dialog.h"

#include "core/base/version.h"
#include "ui/forms/core_message.h"

#include <QClipboard>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QSysInfo>

namespace palimpsest::ui {
namespace {

const char* codeName(ErrorCode code) {
    switch (code) {
    case ErrorCode::badArgument:
        return "bad argument";
    case ErrorCode::badInput:
        return "bad input";
    case ErrorCode::failed:
        return "failed";
    case ErrorCode::outOfMemory:
        return "out of memory";
    }
    return "";
}

/// English on purpose: it is what a report needs.
QString detailsOf(const Error& error) {
    return QStringLiteral("%1 (%2)\n%3\nPalimpsest %4, Qt %5, %6, %7")
        .arg(QString::fromStdString(error.message().text()), QString::fromLatin1(codeName(error.code())),
             QString::fromStdString(error.hint().text()), QString::fromLatin1(kVersion),
             QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(),
             QDateTime::currentDateTime().toString(Qt::ISODate));
}

QLabel* textLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ErrorDialog::ErrorDialog(const QString& headline, const Error& error, QWidget* parent)
    : QDialog(parent), details_(detailsOf(error)) {
    setWindowTitle(QStringLiteral("Palimpsest"));
    auto* icon = new QLabel(this);
    icon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning).pixmap(40, 40));
    auto* title = textLabel(headline, this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto* cause = textLabel(coreStatement(error.message()), this);
    cause->setObjectName(QStringLiteral("cause"));
    auto* hint = textLabel(coreStatement(error.hint()), this);
    hint->setObjectName(QStringLiteral("hint"));
    hint->setVisible(!error.hint().isEmpty());
    auto* detail = new QPlainTextEdit(details_, this);
    detail->setReadOnly(true);
    detail->setFixedHeight(84);
    detail->setAccessibleName(tr("Details"));
    detail->setToolTip(tr("What a report of this error should contain"));
    detail->hide();
    auto* buttons = new QDialogButtonBox(this);
    auto* show = buttons->addButton(tr("Details"), QDialogButtonBox::ActionRole);
    show->setToolTip(tr("Show what a report of this error should contain"));
    show->setCheckable(true);
    auto* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setToolTip(tr("Copy the details to the clipboard"));
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setToolTip(tr("Close this message"));
    close->setDefault(true);
    connect(show, &QPushButton::toggled, detail, &QWidget::setVisible);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(details_); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* grid = new QGridLayout(this);
    grid->addWidget(icon, 0, 0, 3, 1, Qt::AlignTop);
    grid->addWidget(title, 0, 1);
    grid->addWidget(cause, 1, 1);
    grid->addWidget(hint, 2, 1);
    grid->addWidget(detail, 3, 0, 1, 2);
    grid->addWidget(buttons, 4, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    setMinimumWidth(440);
}

void showError(QWidget* parent, const QString& headline, const Error& error) {
    auto* dialog = new ErrorDialog(headline, error, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace palimpsest::ui
