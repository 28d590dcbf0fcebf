// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/published_dialog.h"

#include "core/settings/locations.h"
#include "ui/dialogs/error_dialog.h"
#include "ui/forms/core_message.h"
#include "ui/forms/quantity_text.h"
#include "ui/forms/vertical_scroll_area.h"
#include "ui/priors/list_and_details.h"
#include "ui/priors/prior_text.h"
#include "ui/priors/work_bar.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace palimpsest::ui {
namespace {

std::string downloadFolder(const PublishedModel& model) { return locations().cache + "/downloads/" + model.id; }

QLabel* wrapped(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

PublishedSource publishedOnTheNet() {
    return {.list = [] { return publishedModels(); },
            .fetch =
                [](const PublishedModel& model, ProgressSink& sink, std::stop_token stop) {
                    return fetchPublished(model, downloadFolder(model), sink, std::move(stop));
                },
            .discard =
                [](const PublishedModel& model) {
                    std::error_code ignored; // it is the cache: whoever cleans up removes the rest
                    std::filesystem::remove_all(downloadFolder(model), ignored);
                }};
}

PublishedDialog::PublishedDialog(BackgroundTasks& tasks, PublishedSource source, QWidget* parent)
    : QDialog(parent), backgroundTasks_(tasks), source_(std::move(source)), list_(new QListWidget(this)),
      title_(wrapped("modelTitle", this)), text_(wrapped("modelText", this)), notice_(wrapped("modelNotice", this)),
      accept_(new QCheckBox(this)), page_(new QPushButton(this)), download_(new QPushButton(this)),
      close_(new QPushButton(this)), bar_(new WorkBar(this)) {
    setWindowTitle(tr("Published Models"));
    layOut();
    connect(list_, &QListWidget::currentRowChanged, this, &PublishedDialog::showCurrent);
    connect(accept_, &QCheckBox::toggled, this, &PublishedDialog::refresh);
    connect(download_, &QPushButton::clicked, this, &PublishedDialog::fetch);
    connect(close_, &QPushButton::clicked, this, &QDialog::close);
    connect(page_, &QPushButton::clicked, this, [this] {
        if (const PublishedModel* model = current()) {
            QDesktopServices::openUrl(QUrl(QString::fromStdString(model->page)));
        }
    });
    connect(bar_, &WorkBar::cancelRequested, this, [this] {
        bar_->setCancelling();
        backgroundTasks_.cancel(job_);
    });
    try {
        models_ = source_.list();
    } catch (...) {
        bar_->end(coreStatement(translateCurrentException().message()));
    }
    fill();
    resize(820, 520);
}

void PublishedDialog::layOut() {
    list_->setObjectName(QStringLiteral("published"));
    list_->setWordWrap(true);
    list_->setSpacing(2);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(windowTitle());
    list_->setToolTip(tr("Checkpoints that their authors offer for download"));
    close_->setObjectName(QStringLiteral("closePublished"));
    close_->setText(tr("Close"));
    close_->setToolTip(tr("Close this window; a download goes on"));
    close_->setIcon(QIcon::fromTheme(QStringLiteral("window-close")));
    close_->setAutoDefault(false);
    layOutListAndDetails(*this, {.list = list_, .details = detailSide(), .bar = bar_, .close = close_});
}

QWidget* PublishedDialog::detailSide() {
    QFont font = title_->font();
    font.setBold(true);
    title_->setFont(font);
    notice_->setFont(font);
    accept_->setObjectName(QStringLiteral("acceptLicence"));
    accept_->setText(tr("I have read this and &accept it"));
    accept_->setToolTip(tr("What the licence forbids has to be known before the download"));
    page_->setObjectName(QStringLiteral("openPage"));
    page_->setText(tr("Open &Page"));
    page_->setToolTip(tr("Show the page of its authors in the web browser"));
    page_->setIcon(QIcon::fromTheme(QStringLiteral("internet-services")));
    page_->setAutoDefault(false);
    download_->setObjectName(QStringLiteral("download"));
    download_->setIcon(QIcon::fromTheme(QStringLiteral("download")));
    download_->setDefault(true);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    for (QWidget* widget :
         {static_cast<QWidget*>(title_), static_cast<QWidget*>(text_), static_cast<QWidget*>(notice_)}) {
        column->addWidget(widget);
    }
    column->addStretch(1);
    auto* side = new QWidget(this);
    auto* grid = new QGridLayout(side);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(new VerticalScrollArea(content, side), 0, 0, 1, 2);
    grid->addWidget(accept_, 1, 0, 1, 2);
    grid->addWidget(page_, 2, 0);
    grid->addWidget(download_, 2, 1);
    grid->setRowStretch(0, 1);
    return side;
}

const PublishedModel* PublishedDialog::current() const {
    const int row = list_->currentRow();
    return row < 0 ? nullptr : &models_.at(static_cast<std::size_t>(row));
}

void PublishedDialog::fill() {
    const int row = list_->currentRow();
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const PublishedModel& model : models_) {
        QStringList parts = {QStringLiteral("%1 px").arg(model.imageSize)};
        if (model.knownBytes() > 0) {
            parts.append(byteText(model.knownBytes()));
        }
        parts.append(catalogueText(model.licence));
        if (model.nonCommercial) {
            parts.append(tr("not for commercial use"));
        }
        if (installed_.contains(model.id)) {
            parts.append(tr("installed"));
        }
        new QListWidgetItem(
            QStringLiteral("%1\n%2").arg(QString::fromStdString(model.title), parts.join(QStringLiteral(" · "))),
            list_);
    }
    list_->setCurrentRow(std::max(0, row));
    showCurrent();
}

void PublishedDialog::setInstalled(const std::set<std::string>& ids) {
    if (ids != installed_) {
        installed_ = ids;
        fill();
    }
}

void PublishedDialog::showCurrent() {
    const PublishedModel* model = current();
    accept_->setChecked(false); // each for itself
    if (model) {
        title_->setText(QString::fromStdString(model->title));
        const QString hash =
            !model->canBeFetched()
                ? tr("Its authors want it to be fetched by hand: open their page, download it, and add the file here.")
            : model->isPinned() ? tr("What arrives is checked against a hash that is known.")
                                : tr("Its hash is not known beforehand: that of the first download is recorded and "
                                     "holds from then on.");
        text_->setText(QStringList{catalogueText(model->purpose),
                                   tr("Trained on: %1").arg(catalogueText(model->trainingData)),
                                   tr("Channels: %1").arg(channelText(model->channels)),
                                   tr("Licence: %1").arg(catalogueText(model->licence)), hash}
                           .join(QStringLiteral("\n\n")));
        notice_->setText(model->notice.empty() ? QString() : QStringLiteral("⚠ %1").arg(catalogueText(model->notice)));
    }
    refresh();
}

void PublishedDialog::refresh() {
    const PublishedModel* model = current();
    const bool mustAccept = model && model->canBeFetched() && (model->nonCommercial || !model->notice.empty());
    notice_->setVisible(!notice_->text().isEmpty());
    accept_->setVisible(mustAccept);
    page_->setEnabled(model && !model->page.empty());
    download_->setVisible(!model || model->canBeFetched());
    download_->setEnabled(model && job_ == 0 && (!mustAccept || accept_->isChecked()));
    download_->setText(model && model->knownBytes() > 0 ? tr("&Download %1").arg(byteText(model->knownBytes()))
                                                        : tr("&Download"));
    download_->setToolTip(mustAccept && !accept_->isChecked() ? tr("Accept the licence first")
                                                              : tr("Fetch this checkpoint, then make a prior of it"));
}

void PublishedDialog::fetch() {
    const PublishedModel model = *current();
    bar_->begin(tr("Downloading %1 …").arg(QString::fromStdString(model.title)), true, WorkBar::Unit::bytes);
    BackgroundTask task;
    task.work = [this, model, fetch = source_.fetch](ProgressSink& sink, std::stop_token stop) {
        return [this, model, files = fetch(model, sink, std::move(stop))] {
            job_ = 0;
            bar_->end(tr("%1 is here.").arg(QString::fromStdString(model.title)));
            refresh();
            Q_EMIT fetched(model, files);
        };
    };
    task.progressed = [this](const Progress& progress) { bar_->setProgress(progress); };
    task.noticed = [this](const Message& sentence) { bar_->setNotice(coreStatement(sentence)); };
    task.failed = [this, model](const Error& error) {
        job_ = 0;
        bar_->end();
        refresh();
        showError(isVisible() ? this : parentWidget(),
                  tr("%1 could not be downloaded.").arg(QString::fromStdString(model.title)), error);
    };
    task.cancelled = [this] {
        job_ = 0;
        bar_->end(tr("Cancelled. What has come so far is kept; the next download goes on from there."));
        refresh();
    };
    job_ = backgroundTasks_.start(this, std::move(task));
    refresh();
}

} // namespace palimpsest::ui
