// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/variants/variant_store.h"

#include "core/image/colour_transform.h"
#include "core/image/resample.h"
#include "ui/session/document/qimage_view.h"

#include <algorithm>
#include <utility>

namespace palimpsest::ui {

QImage thumbnailOf(const Image& image) {
    constexpr Size kLimits{192, 144};
    return toQImage(toDisplay(resampled(image, fitted(image.size(), kLimits))));
}

VariantStore::VariantStore(QObject* parent, std::size_t cacheByteBudget)
    : QObject(parent), cacheByteBudget_(cacheByteBudget) {}

VariantStore::~VariantStore() = default;

void VariantStore::setFolder(const std::string& folder) {
    lane_.drain();
    Q_EMIT aboutToReset();
    ++generation_;
    files_ = VariantFiles(folder);
    maps_ = StoredMaps(folder);
    runs_.clear();
    cache_.clear();
    onDisk_.clear();
    variants_ = files_.variants();
    for (const VariantRun& run : files_.runs()) {
        runs_[run.number] = run;
    }
    std::erase_if(variants_, [&](Variant& variant) {
        try {
            variant.thumbnail = thumbnailOf(files_.readImage(variant.key));
            return false;
        } catch (const Error&) {
            return true;
        }
    });
    Q_EMIT reset();
}

void VariantStore::write(std::function<void()> work) { write(std::move(work), {}, generation_); }

void VariantStore::write(std::function<void()> work, const VariantKey& key, int generation) {
    lane_.post([this, work = std::move(work), key, generation] {
        std::function<void()> news;
        try {
            work();
            news = [this, key] { written(key); };
        } catch (...) {
            news = [this, error = translateCurrentException()] { Q_EMIT writeFailed(error); };
        }
        QMetaObject::invokeMethod(
            this,
            [this, news, generation] {
                if (generation == generation_) {
                    news();
                }
            },
            Qt::QueuedConnection);
    });
}

void VariantStore::written(const VariantKey& key) {
    onDisk_.insert(key);
    shrinkCache();
}

int VariantStore::beginRun(const RestoreSpec& spec, const std::string& picturePath, const RestoreInput& input) {
    const int number = runs_.empty() ? 1 : runs_.rbegin()->first + 1;
    runs_[number] = {.number = number, .spec = spec, .picturePath = picturePath};
    write([files = files_, run = runs_[number], mask = input.mask, hints = input.hints] {
        files.writeRun(run);
        files.writeInput(run.number, mask, hints);
    });
    return number;
}

std::function<void(const Image&, int)> VariantStore::writer(int run) {
    return [this, files = files_, run, generation = generation_](const Image& image, int index) {
        const Variant variant{.key = {run, index + 1}};
        write(
            [files, variant, image] {
                files.writeImage(variant.key, image);
                files.writeNote(variant);
            },
            variant.key, generation);
    };
}

void VariantStore::add(int run, const Image& image, int index) {
    insert({.key = {run, index + 1}, .thumbnail = thumbnailOf(image)}, image);
}

void VariantStore::addMean(int run, const Image& mean) {
    const Variant variant{.key = {run, 0}, .isSaved = true, .thumbnail = thumbnailOf(mean)};
    write(
        [files = files_, variant, mean] {
            files.writeImage(variant.key, mean);
            files.writeNote(variant);
        },
        variant.key, generation_);
    insert(variant, mean);
}

void VariantStore::storeMaps(int run, const SolutionMaps& maps) {
    write([stored = maps_, run, maps] { stored.write(run, maps); });
}

void VariantStore::insert(const Variant& variant, const Image& image) {
    const auto place = std::upper_bound(variants_.begin(), variants_.end(), variant,
                                        [](const Variant& a, const Variant& b) { return a.key < b.key; });
    const int row = static_cast<int>(place - variants_.begin());
    Q_EMIT aboutToInsert(row);
    variants_.insert(place, variant);
    cache_[variant.key] = image;
    shrinkCache();
    Q_EMIT inserted(row);
}

void VariantStore::endRun(int run, const std::string& record, bool stoppedEarly) {
    if (const auto found = runs_.find(run); found != runs_.end()) {
        found->second.record = record;
        found->second.stoppedEarly = stoppedEarly;
        write([files = files_, note = found->second] { files.writeRun(note); });
    }
}

int VariantStore::rowOf(const VariantKey& key) const {
    const auto found = std::find_if(variants_.begin(), variants_.end(), [&](const Variant& v) { return v.key == key; });
    return found == variants_.end() ? -1 : static_cast<int>(found - variants_.begin());
}

const VariantRun& VariantStore::run(int number) const {
    static const VariantRun none;
    const auto found = runs_.find(number);
    return found == runs_.end() ? none : found->second;
}

Image VariantStore::image(int row) {
    const VariantKey key = variants_.at(row).key;
    if (const auto cached = cache_.find(key); cached != cache_.end()) {
        return cached->second;
    }
    Image image = files_.readImage(key);
    cache_[key] = image;
    onDisk_.insert(key);
    shrinkCache();
    return image;
}

void VariantStore::shrinkCache() {
    std::size_t bytes = 0;
    for (auto newest = cache_.rbegin(); newest != cache_.rend(); ++newest) {
        bytes += newest->second.byteSize();
    }
    // The oldest go first.
    for (auto oldest = cache_.begin(); oldest != cache_.end() && bytes > cacheByteBudget_;) {
        const bool canGo = onDisk_.contains(oldest->first);
        bytes -= canGo ? oldest->second.byteSize() : 0;
        oldest = canGo ? cache_.erase(oldest) : std::next(oldest);
    }
}

bool VariantStore::hasUnsaved() const {
    return std::any_of(variants_.begin(), variants_.end(), [](const Variant& variant) { return !variant.isSaved; });
}

void VariantStore::setStarred(int row, bool isStarred) {
    variants_.at(row).isStarred = isStarred;
    write([files = files_, variant = variants_.at(row)] { files.writeNote(variant); });
    Q_EMIT changed(row);
}

void VariantStore::markSaved(int row) {
    variants_.at(row).isSaved = true;
    write([files = files_, variant = variants_.at(row)] { files.writeNote(variant); });
    Q_EMIT changed(row);
}

void VariantStore::remove(int row) {
    const VariantKey key = variants_.at(row).key;
    Q_EMIT aboutToRemove(row);
    variants_.erase(variants_.begin() + row);
    cache_.erase(key);
    const bool isLastOfRun =
        std::none_of(variants_.begin(), variants_.end(), [&](const Variant& v) { return v.key.run == key.run; });
    write([files = files_, maps = maps_, key, isLastOfRun] {
        files.remove(key);
        if (isLastOfRun) {
            maps.remove(key.run);
        }
    });
    Q_EMIT removed(row);
}

} // namespace palimpsest::ui
