// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/engine/restore_input.h"
#include "core/image/image.h"
#include "ui/session/jobs/background_lane.h"
#include "ui/session/variants/stored_maps.h"
#include "ui/session/variants/variant.h"
#include "ui/session/variants/variant_files.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace palimpsest::ui {

/// The variants of a session in the order of their runs. Each is written to its folder by the worker's own call the
/// moment it exists; pixels stay in memory only while they are not on the disk, and for the last few. GUI thread,
/// except for what writer() returns.
class VariantStore : public QObject {
    Q_OBJECT

public:
    /// Pixels kept in memory to be shown at once.
    static constexpr std::size_t kCacheByteBudget = 192U << 20U;

    explicit VariantStore(QObject* parent = nullptr, std::size_t cacheByteBudget = kCacheByteBudget);
    ~VariantStore() override;

    /// Forgets everything and takes over the variants of a folder (made when needed), without touching its files.
    void setFolder(const std::string& folder);

    /// Starts a run: writes its spec, and mask and hints if it has them. Returns its number.
    int beginRun(const RestoreSpec& spec, const std::string& picturePath, const RestoreInput& input);
    /// To be called with every finished sample (index from 0) on any thread: has it written behind the caller's back.
    std::function<void(const Image&, int)> writer(int run);
    /// Puts a finished sample into the list.
    void add(int run, const Image& image, int index);
    /// Puts the mean of a run's samples before them. It is no work of its own, and counts as saved.
    void addMean(int run, const Image& mean);
    /// Has the maps of a run written.
    void storeMaps(int run, const SolutionMaps& maps);
    /// As they were stored by this session or the one that was recovered; nothing if they are gone.
    std::optional<SolutionMaps> storedMaps(int run) const { return maps_.read(run); }
    void endRun(int run, const std::string& record, bool stoppedEarly);

    const std::vector<Variant>& variants() const { return variants_; }
    int rowOf(const VariantKey& key) const; ///< -1: not there
    const VariantRun& run(int number) const;
    /// Throws Error if the file has gone or is damaged.
    Image image(int row);
    /// The mask that the variant's run had, null if none.
    Mask mask(int row, const Size& size) const { return files_.readMask(variants_.at(row).key.run, size); }
    /// The colour hints that the variant's run had, null if none.
    Image hints(int row) const { return files_.readHints(variants_.at(row).key.run); }
    bool hasUnsaved() const;

    void setStarred(int row, bool isStarred);
    void markSaved(int row);
    void remove(int row);
    /// Returns when everything is on the disk.
    void flush() { lane_.drain(); }

Q_SIGNALS:
    /// All rows are others.
    void aboutToReset();
    void reset();
    void aboutToInsert(int row);
    void inserted(int row);
    void changed(int row);
    void aboutToRemove(int row);
    void removed(int row);
    void writeFailed(const palimpsest::Error& error);

private:
    void write(std::function<void()> work);
    /// Does it on the lane and reports back, unless the folder is another one by then. `key`: the variant whose pixels
    /// are on the disk afterwards.
    void write(std::function<void()> work, const VariantKey& key, int generation);
    void insert(const Variant& variant, const Image& image);
    void written(const VariantKey& key);
    void shrinkCache();

    const std::size_t cacheByteBudget_;
    VariantFiles files_;
    StoredMaps maps_;
    std::map<int, VariantRun> runs_;
    std::vector<Variant> variants_;
    std::map<VariantKey, Image> cache_;
    std::set<VariantKey> onDisk_;
    int generation_ = 0;  ///< of the folder: news of an older one are dropped
    BackgroundLane lane_; ///< last: joined before anything it uses is gone
};

/// A picture of at most 192 x 144 pixels for lists.
QImage thumbnailOf(const Image& image);

} // namespace palimpsest::ui
