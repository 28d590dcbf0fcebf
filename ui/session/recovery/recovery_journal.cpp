// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/recovery/recovery_journal.h"

#include "ui/session/document/document.h"
#include "ui/session/document/hint_layer.h"

#include <utility>

namespace palimpsest::ui {
namespace {

constexpr int kDelayMs = 1000;

} // namespace

RecoveryJournal::RecoveryJournal(Document& document, std::function<SessionNote()> note, QObject* parent)
    : QObject(parent), document_(document), note_(std::move(note)), pictureHash_(std::make_shared<std::string>()) {
    timer_.setSingleShot(true);
    timer_.setInterval(kDelayMs);
    connect(&timer_, &QTimer::timeout, this, &RecoveryJournal::write);
    connect(&document, &Document::maskChanged, this, [this] { touch(true); });
    connect(&document.hints(), &HintLayer::changed, this, [this] { touch(false, true); });
    connect(&document, &Document::modifiedChanged, this, [this] { touch(false); });
}

RecoveryJournal::~RecoveryJournal() = default;

void RecoveryJournal::setFolder(const QString& folder) {
    timer_.stop();
    lane_.drain();
    folder_ = folder;
    maskIsOld_ = hintsAreOld_ = pictureIsOld_ = false;
}

void RecoveryJournal::touch(bool maskToo, bool hintsToo) {
    maskIsOld_ = maskIsOld_ || maskToo;
    hintsAreOld_ = hintsAreOld_ || hintsToo;
    // Not started anew: a long stroke is on the disk a second after its beginning, not after its end.
    if (!folder_.isEmpty() && !timer_.isActive()) {
        timer_.start();
    }
}

void RecoveryJournal::pictureChanged(bool inFile) {
    pictureIsOld_ = !inFile;
    pictureHash_ = std::make_shared<std::string>();
    touch(false);
}

void RecoveryJournal::write() {
    const bool withMask = std::exchange(maskIsOld_, false);
    const bool withHints = std::exchange(hintsAreOld_, false);
    const bool withPicture = std::exchange(pictureIsOld_, false);
    post([folder = folder_, note = note_(), picture = document_.picture(), mask = withMask ? document_.mask() : Mask(),
          hints = withHints ? document_.hints().image() : Image(), withMask, withHints, withPicture,
          hash = pictureHash_]() mutable {
        if (hash->empty()) {
            *hash = contentHash(picture);
        }
        note.pictureHash = *hash;
        if (withPicture) {
            writeSessionPicture(folder, picture);
        }
        if (withMask) {
            writeSessionMask(folder, mask);
        }
        if (withHints) {
            writeSessionHints(folder, hints);
        }
        writeSessionNote(folder, note);
    });
}

void RecoveryJournal::flush() {
    if (timer_.isActive()) {
        timer_.stop();
        write();
    }
    lane_.drain();
}

void RecoveryJournal::post(std::function<void()> work) {
    lane_.post([this, work = std::move(work)] {
        try {
            work();
        } catch (...) {
            QMetaObject::invokeMethod(
                this, [this, error = translateCurrentException()] { Q_EMIT writeFailed(error); }, Qt::QueuedConnection);
        }
    });
}

} // namespace palimpsest::ui
