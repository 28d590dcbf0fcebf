// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_controller.h"

#include "core/image/colour_transform.h"
#include "core/io/image_file.h"
#include "core/io/mask_file.h"
#include "ui/dialogs/close_question.h"
#include "ui/dialogs/error_dialog.h"
#include "ui/dialogs/mask_question.h"
#include "ui/forms/core_message.h"
#include "ui/priors/dropped_paths.h"
#include "ui/session/document/clipboard_image.h"
#include "ui/session/variants/result_export.h"
#include "ui/window/file_filters.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QStatusBar>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace palimpsest::ui {
namespace {

constexpr int kNoticeMilliseconds = 15000;

/// The hour-glass for work that takes a moment.
class BusyCursor {
public:
    BusyCursor() { QApplication::setOverrideCursor(Qt::WaitCursor); }
    ~BusyCursor() { QApplication::restoreOverrideCursor(); }
    BusyCursor(const BusyCursor&) = delete;
    BusyCursor& operator=(const BusyCursor&) = delete;
};

/// Where the first reading is in doubt, those of other meanings that give another mask.
void addOtherReadings(std::vector<MaskReading>& readings, const std::string& path, const Image& picture) {
    if (!readings.front().isAmbiguous) {
        return;
    }
    for (const MaskMeaning meaning :
         {MaskMeaning::white, MaskMeaning::black, MaskMeaning::alpha, MaskMeaning::erased}) {
        MaskReading other = readMask(path, picture, meaning);
        const bool isNew = std::none_of(readings.begin(), readings.end(),
                                        [&](const MaskReading& known) { return known.mask == other.mask; });
        if (isNew && other.mask.coveredPixels() > 0) {
            readings.push_back(std::move(other));
        }
    }
}

std::vector<MaskChoice> choicesOf(const std::vector<MaskReading>& readings) {
    std::vector<MaskChoice> choices;
    for (const MaskReading& reading : readings) {
        choices.push_back({QString::fromStdString(nameOf(reading.meaning)), markedPercent(reading.mask)});
    }
    return choices;
}

QString firstFile(const QMimeData& data) {
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) {
            return url.toLocalFile();
        }
    }
    return {};
}

} // namespace

FileController::FileController(const Workbench& bench) : bench_(bench) {
    bench_.on("file.open", this, &FileController::openDialog);
    bench_.on("file.save", this, &FileController::save);
    bench_.on("file.save-as", this, &FileController::saveAs);
    bench_.on("file.import-mask", this, &FileController::importMaskDialog);
    bench_.on("file.export-mask", this, &FileController::exportMaskDialog);
    bench_.on("file.close", this, [this] {
        if (mayClose(false)) {
            bench_.session.close();
        }
    });
    bench_.on("edit.copy", this,
              [this] { QApplication::clipboard()->setImage(toClipboard(toDisplay(bench_.session.shownImage()))); });
    bench_.on("edit.paste", this, [this] {
        if (const auto* data = QApplication::clipboard()->mimeData()) {
            take(*data);
        }
    });
}

bool FileController::guarded(const QString& headline, const std::function<void()>& work) {
    try {
        const BusyCursor busy;
        work();
        return true;
    } catch (...) {
        showError(&bench_.window, headline, translateCurrentException());
        return false;
    }
}

QString FileController::lastFolder() const {
    const QString last = QString::fromStdString(bench_.settings.settings().lastFolder);
    return last.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) : last;
}

void FileController::openDialog() {
    const QString path = QFileDialog::getOpenFileName(&bench_.window, tr("Open Picture"), lastFolder(), openFilter());
    if (!path.isEmpty()) {
        open(path);
    }
}

bool FileController::open(const QString& path) {
    if (QFileInfo(path).isFile() && looksLikeCheckpoint(path)) {
        Q_EMIT checkpointChosen(path);
        return false;
    }
    return open(path, {});
}

bool FileController::open(const QString& path, const QString& maskPath) {
    if (!mayClose(false)) {
        return false;
    }
    const QString absolute = QFileInfo(path).absoluteFilePath();
    return guarded(tr("The picture could not be opened."), [&] {
        const ImageReading reading = readImageWithNotices(absolute.toStdString());
        const Image& picture = reading.image;
        const MaskReading mask =
            maskPath.isEmpty() ? MaskReading() : readMask(maskPath.toStdString(), picture, std::nullopt);
        openImage(picture, QFileInfo(absolute).fileName(), absolute.toStdString());
        if (!mask.mask.isNull()) {
            bench_.session.document().replaceMask(mask.mask, tr("Import mask"));
            bench_.session.document().markSaved();
        }
        std::vector<Message> notices = reading.notices;
        notices.insert(notices.end(), mask.notices.begin(), mask.notices.end());
        say(notices);
    });
}

void FileController::say(const std::vector<Message>& notices) {
    QStringList statements;
    for (const Message& notice : notices) {
        statements << coreStatement(notice);
    }
    if (!statements.isEmpty()) {
        bench_.window.statusBar()->showMessage(statements.join(QLatin1Char(' ')), kNoticeMilliseconds);
    }
}

void FileController::openImage(const Image& image, const QString& title, const std::string& path) {
    bench_.session.open(image, title, path);
    if (!path.empty()) {
        bench_.settings.change([&](Settings& settings) {
            rememberFile(settings, path);
            settings.lastFolder = QFileInfo(QString::fromStdString(path)).absolutePath().toStdString();
        });
    }
}

bool FileController::canTake(const QMimeData& data) { return data.hasImage() || !firstFile(data).isEmpty(); }

void FileController::take(const QMimeData& data) {
    if (const QString path = firstFile(data); !path.isEmpty()) {
        open(path);
        return;
    }
    const auto image = data.imageData().value<QImage>();
    if (!image.isNull() && mayClose(false)) {
        guarded(tr("The picture could not be pasted."), [&] {
            openImage(fromClipboard(image), tr("Pasted picture"), {});
            bench_.session.document().markUnsaved();
        });
    }
}

bool FileController::importMask(const QString& path) {
    auto& document = bench_.session.document();
    const std::string file = path.toStdString();
    std::vector<MaskReading> readings;
    const bool isRead = guarded(tr("The mask could not be imported."), [&] {
        readings.push_back(readMask(file, document.picture(), std::nullopt));
        addOtherReadings(readings, file, document.picture());
    });
    if (!isRead) {
        return false;
    }
    const auto chosen = readings.size() > 1 ? askMaskMeaning(&bench_.window, choicesOf(readings), 0) : 0;
    if (!chosen) {
        return false;
    }
    const MaskReading& reading = readings.at(static_cast<std::size_t>(*chosen));
    document.replaceMask(reading.mask, tr("Import mask"));
    say(reading.notices);
    return true;
}

void FileController::importMaskDialog() {
    const QString path = QFileDialog::getOpenFileName(&bench_.window, tr("Import Mask"), lastFolder(), openFilter());
    if (!path.isEmpty()) {
        importMask(path);
    }
}

void FileController::exportMaskDialog() {
    const QString proposal =
        QStringLiteral("%1/%2-mask.png").arg(lastFolder(), QFileInfo(bench_.session.title()).completeBaseName());
    const QString path =
        QFileDialog::getSaveFileName(&bench_.window, tr("Export Mask"), proposal, QStringLiteral("PNG (*.png)"));
    if (!path.isEmpty()) {
        guarded(tr("The mask could not be exported."),
                [&] { writeMask(path.toStdString(), bench_.session.document().mask()); });
    }
}

bool FileController::save() {
    const std::string& path = bench_.session.savedPath();
    return path.empty() ? saveAs() : saveTo(QString::fromStdString(path));
}

bool FileController::saveAs() {
    const QString path = askSavePath(tr("Save Picture"));
    return !path.isEmpty() && saveTo(path);
}

QString FileController::askSavePath(const QString& title) {
    auto& session = bench_.session;
    const auto proposal =
        suggestedPath(session.picturePath(), session.title().toStdString(), lastFolder().toStdString());
    QFileDialog dialog(&bench_.window, title, QString::fromStdString(proposal), saveFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("png"));
    dialog.selectFile(QString::fromStdString(proposal));
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

bool FileController::saveTo(const QString& path) {
    auto& session = bench_.session;
    const int row = session.shownVariant();
    const bool isDone = row >= 0 ? exportVariant(row, path) : guarded(tr("The picture could not be saved."), [&] {
        say(writeImage(path.toStdString(), session.shownImage(), {.effort = WriteOptions::Effort::small}));
    });
    if (isDone) {
        session.markSaved(path.toStdString());
    }
    return isDone;
}

bool FileController::exportVariant(int row, const QString& path) {
    auto& variants = bench_.session.variants();
    const bool isDone = guarded(tr("The variant could not be saved."), [&] {
        const Image image = variants.image(row);
        const VariantKey key = variants.variants().at(row).key;
        const bool isMixed = row == bench_.session.shownVariant() && bench_.session.document().strength() < 1;
        variants.flush();
        say(exportResult(path.toStdString(), {.image = isMixed ? bench_.session.shownImage() : image,
                                              .picture = bench_.session.document().picture(),
                                              .key = key,
                                              .run = variants.run(key.run),
                                              .mask = variants.mask(row, image.size()),
                                              .hints = variants.hints(row),
                                              .isMixed = isMixed || key.isMean()}));
    });
    if (isDone) {
        variants.markSaved(row);
    }
    return isDone;
}

bool FileController::exportVariant(int row) {
    const QString path = askSavePath(tr("Export Variant"));
    return !path.isEmpty() && exportVariant(row, path);
}

bool FileController::mayClose(bool isQuitting) {
    auto& session = bench_.session;
    if (!session.isUnsaved() && !session.jobs().isRunning()) {
        return true;
    }
    switch (askToClose(&bench_.window, session.title(), {session.jobs().isRunning(), isQuitting})) {
    case CloseAnswer::save:
        return save();
    case CloseAnswer::discard:
        return true;
    case CloseAnswer::keep:
        session.leave();
        return true;
    case CloseAnswer::stay:
        break;
    }
    return false;
}

void FileController::fillRecent(QMenu* menu) {
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const std::string& file : bench_.settings.settings().recentFiles) {
            const QString path = QString::fromStdString(file);
            auto* action = menu->addAction(QFileInfo(path).fileName().replace(QLatin1Char('&'), QStringLiteral("&&")));
            action->setToolTip(path);
            action->setStatusTip(path);
            connect(action, &QAction::triggered, this, [this, path] { open(path); });
        }
        if (menu->isEmpty()) {
            menu->addAction(tr("No recent pictures"))->setEnabled(false);
        }
    });
}

} // namespace palimpsest::ui
