// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include "ui/session/document/blend.h"
#include "ui/session/document/hint_layer.h"
#include "ui/session/document/task_input.h"

#include <utility>

namespace palimpsest::ui {

Session::Session(Options options, QObject* parent)
    : QObject(parent), options_(std::move(options)), journal_(document_, [this] { return note(); }),
      engine_(options_.engineSource) {
    connect(&variants_, &VariantStore::writeFailed, this, &Session::writeFailed);
    connect(&journal_, &RecoveryJournal::writeFailed, this, &Session::writeFailed);
    connect(&variants_, &VariantStore::aboutToRemove, this, [this](int row) {
        if (row == shownVariant()) {
            showVariant(-1);
        }
    });
    connect(&document_, &Document::pictureReplaced, this, &Session::pictureReplaced);
    connectJobs();
    connect(this, &Session::shownVariantChanged, this, &Session::mapsChanged);
}

Session::~Session() = default;

void Session::connectJobs() {
    connect(&jobs_, &JobBridge::sampleFinished, this, [this](int run, const Image& image, int index) {
        variants_.add(run, image, index);
        document_.markUnsaved();
        journal_.touch(false);
        showVariant(variants_.rowOf({run, index + 1}));
    });
    connect(&jobs_, &JobBridge::finished, this, [this](int run, const RestoreResult& result) {
        variants_.endRun(run, toText(result.record), result.stoppedEarly);
        if (result.samples.size() > 1 && !result.maps.mean.isNull()) {
            variants_.addMean(run, meanLike(result.samples.front(), result.maps.mean));
        }
        maps_.add(run, result.maps);
        variants_.storeMaps(run, result.maps);
        Q_EMIT mapsChanged();
    });
}

std::shared_ptr<const SolutionMaps> Session::maps() const {
    return document_.hasResult() ? maps_.of(shown_.run) : nullptr;
}

void Session::bringBackMaps(int run) {
    if (maps_.of(run)) {
        return;
    }
    if (const auto stored = variants_.storedMaps(run)) {
        maps_.add(run, *stored);
    }
}

void Session::setSpec(const RestoreSpec& spec) {
    if (spec != spec_) {
        spec_ = spec;
        journal_.touch(false);
        Q_EMIT specChanged(spec_);
    }
}

SessionNote Session::note() const {
    return {.title = title_,
            .picturePath = picturePath_,
            .pictureHash = {},
            .spec = spec_,
            .isUnsaved = recovery_ && isUnsaved()};
}

void Session::open(const Image& picture, const QString& title, const std::string& path) {
    auto folder = WorkFolder::create(options_.recoveryRoot);
    close();
    folder_ = std::move(folder);
    begin({.title = title, .picturePath = path, .spec = spec_}, picture);
}

void Session::recover(const QString& path) {
    auto folder = WorkFolder::adopt(path);
    if (!folder) {
        throw Error(ErrorCode::failed, "another window works with this session", "close that window first");
    }
    const RecoveredWork work = readAbandoned(path);
    close();
    folder_ = std::move(folder);
    begin(work.note, work.picture);
    if (!work.mask.isNull()) {
        document_.replaceMask(work.mask, tr("Recovered mask"));
    }
    if (!work.hints.isNull()) {
        document_.hints().replace(work.hints, tr("Recovered colour hints"));
    }
    setSpec(work.note.spec);
    document_.markUnsaved();
}

void Session::begin(const SessionNote& note, const Image& picture) {
    title_ = note.title;
    picturePath_ = note.picturePath;
    openedPath_ = note.picturePath;
    opened_ = picture;
    savedPath_.clear();
    shown_ = {};
    maps_.clear();
    variants_.setFolder(variantFolderOf(folder_->path()));
    journal_.setFolder(folder_->path());
    document_.setPicture(picture);
    journal_.pictureChanged(!picturePath_.empty());
    Q_EMIT opened();
    Q_EMIT shownVariantChanged(-1);
}

void Session::end() {
    jobs_.abandon();
    journal_.setFolder({});
    variants_.setFolder({});
    title_.clear();
    picturePath_.clear();
    openedPath_.clear();
    opened_ = {};
    savedPath_.clear();
    shown_ = {};
    maps_.clear();
    document_.setPicture({});
    Q_EMIT mapsChanged();
}

void Session::takeResult() { document_.takeResult(tr("Use variant as picture")); }

void Session::pictureReplaced() {
    // Undo may have led back to what is in the file.
    picturePath_ = document_.picture() == opened_ ? openedPath_ : std::string();
    journal_.pictureChanged(!picturePath_.empty());
    shown_ = {};
    Q_EMIT shownVariantChanged(-1);
}

void Session::close() {
    if (folder_) {
        auto folder = std::move(folder_);
        end();
        folder->discard();
        Q_EMIT opened();
    }
}

void Session::leave() {
    if (folder_) {
        recovery_ = true; // asked for in this one case
        journal_.touch(false);
        journal_.flush();
        variants_.flush();
        folder_.reset();
        end();
        Q_EMIT opened();
    }
}

void Session::setRecovery(bool on) {
    recovery_ = on;
    journal_.touch(false);
}

bool Session::isUnsaved() const { return document_.isModified() || variants_.hasUnsaved(); }

void Session::markSaved(const std::string& path) {
    savedPath_ = path;
    if (const int row = shownVariant(); row >= 0) {
        variants_.markSaved(row);
    }
    document_.markSaved();
    journal_.touch(false);
}

void Session::startRun(double previewsPerSecond) {
    if (!engine_.engine()) {
        throw Bug("a run needs the engine");
    }
    document_.commitEdits();
    const RestoreInput input = inputOf(document_, task());
    const int run = variants_.beginRun(spec_, picturePath_, input);
    jobs_.start(engine_.engine(), {.run = run,
                                   .spec = spec_,
                                   .input = input,
                                   .store = variants_.writer(run),
                                   .previewsPerSecond = previewsPerSecond});
}

int Session::shownVariant() const { return document_.hasResult() ? variants_.rowOf(shown_) : -1; }

void Session::showVariant(int row) {
    if (row < 0) {
        shown_ = {};
        document_.clearResult();
    } else {
        const Image image = variants_.image(row);
        shown_ = variants_.variants().at(row).key;
        bringBackMaps(shown_.run);
        document_.setResult(image);
    }
    Q_EMIT shownVariantChanged(row);
}

} // namespace palimpsest::ui
