// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/published_download.h"

#include "core/base/error.h"
#include "core/downloads/recorded_hashes.h"
#include "core/settings/locations.h"
#include "core/settings/settings.h"

namespace palimpsest {
namespace {

/// What a configuration beside the weights may have.
constexpr std::int64_t kLargestJson = 1 << 20;

/// Says which of several files the progress is of.
class FileOfSeveral : public ProgressSink {
public:
    FileOfSeveral(ProgressSink& sink, std::size_t index, std::size_t count)
        : sink_(sink), index_(index), count_(count) {}
    void progressed(const Progress& progress) override {
        Progress mine = progress;
        if (count_ > 1) {
            mine.phase = Message("file %1 of %2: %3", index_ + 1, count_, mine.phase);
        }
        sink_.progressed(mine);
    }
    void noticed(const Message& message) override { sink_.noticed(message); }

private:
    ProgressSink& sink_;
    std::size_t index_; ///< counts from 0
    std::size_t count_;
};

DownloadRequest requestFor(const PublishedFile& file, const std::string& folder, const FetchSettings& settings) {
    DownloadRequest request{.urls = file.urls,
                            .file = folder + "/" + file.name,
                            .sha256 = file.sha256,
                            .byteSize = file.byteSize,
                            .network = settings.network};
    if (file.name.ends_with(".json")) {
        request.largestSize = kLargestJson;
    }
    return request;
}

} // namespace

FetchSettings usersFetchSettings() {
    const Locations places = locations();
    FetchSettings settings;
    settings.network.proxy = loadSettings(places.settingsFile()).settings.proxy;
    settings.recordedHashes = places.data + "/known_files.json";
    return settings;
}

FetchedModel fetchPublished(const PublishedModel& model, const std::string& folder, ProgressSink& sink,
                            std::stop_token stop, const FetchSettings& settings) {
    if (!model.canBeFetched()) {
        throw Error(ErrorCode::badArgument, Message("%1 cannot be downloaded by a program", model.title),
                    Message("get it from %1 with a browser, and add the file from there", model.page));
    }
    madeFolder(folder);
    RecordedHashes recorded(settings.recordedHashes);
    FetchedModel fetched;
    for (std::size_t i = 0; i < model.files.size(); ++i) {
        const PublishedFile& file = model.files[i];
        const std::string name = model.id + "/" + file.name;
        DownloadRequest request = requestFor(file, folder, settings);
        if (request.sha256.empty()) {
            request.sha256 = recorded.find(name);
            request.otherHashHint = Message(
                "the file differs from the one that was downloaded first; if its publisher replaced it on purpose, "
                "remove \"%1\" from %2",
                name, recorded.path());
        }
        const bool isFirst = request.sha256.empty();
        FileOfSeveral progress(sink, i, model.files.size());
        const DownloadResult result = download(request, progress, stop);
        if (isFirst) {
            recorded.record(name, result.sha256);
        }
        fetched.files.push_back({file.name, result.sha256, result.byteSize, result.url, !isFirst});
    }
    fetched.path = model.files.size() == 1 ? folder + "/" + model.files.front().name : folder;
    return fetched;
}

} // namespace palimpsest
