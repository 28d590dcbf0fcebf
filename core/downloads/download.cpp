// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/download.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/downloads/download_error.h"
#include "core/downloads/file_transfer.h"
#include "core/downloads/partial_file.h"
#include "core/downloads/transfer_progress.h"

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <utility>

namespace palimpsest {
namespace {

/// A connection that delivered fewer bytes than this before it was lost counts as fruitless.
constexpr std::int64_t kLeastDelivered = 1 << 20;
constexpr int kMostFruitless = 2;

void checkRequest(const DownloadRequest& request) {
    if (request.urls.empty()) {
        throw Error(ErrorCode::badArgument, Message("%1 has no address to download it from", nameOf(request.file)),
                    "add the file from where you have it");
    }
    for (const std::string& url : request.urls) {
        const bool isPlain =
            std::ranges::all_of(url, [](unsigned char letter) { return letter > 0x20 && letter != 0x7f; });
        if (!url.starts_with("https://") || !isPlain) {
            throw Error(ErrorCode::badArgument, "files are only downloaded from addresses that begin with https://",
                        Message("the address is %1", url.substr(0, 200)));
        }
    }
}

/// The wanted file itself, if it is there.
std::optional<DownloadResult> fileAtHand(const DownloadRequest& request) {
    std::error_code failure;
    if (request.sha256.empty() || !std::filesystem::is_regular_file(request.file, failure) ||
        sha256OfFile(request.file) != request.sha256) {
        return std::nullopt;
    }
    return DownloadResult{request.sha256, static_cast<std::int64_t>(std::filesystem::file_size(request.file)), ""};
}

void pause(std::chrono::milliseconds duration, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    woken.wait_for(lock, stop, duration, [] { return false; });
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

class Download {
public:
    Download(const DownloadRequest& request, ProgressSink& sink, std::stop_token stop)
        : request_(request), sink_(sink), stop_(std::move(stop)), partial_(request.file),
          progress_(sink, nameOf(request.file)) {}

    DownloadResult run();

private:
    DownloadResult from(const std::string& url);
    bool tryOnce(const std::string& url);
    void verify(const std::string& url, bool isPatched);

    const DownloadRequest& request_;
    ProgressSink& sink_;
    std::stop_token stop_;
    PartialFile partial_;
    TransferProgress progress_;
};

DownloadResult Download::run() {
    partial_.restore(stop_);
    for (std::size_t i = 0;; ++i) {
        try {
            return from(request_.urls[i]);
        } catch (const DownloadError& error) {
            if (error.remedy() == Remedy::otherAddress || error.remedy() == Remedy::startOver) {
                partial_.drop();
            }
            if (error.remedy() == Remedy::none || i + 1 == request_.urls.size()) {
                throw Error(error.code(), error.message(), error.hint());
            }
            sink_.noticed(Message("%1; trying %2 next", error.message(), hostOf(request_.urls[i + 1])));
        }
    }
}

/// Resumes lost connections as long as they deliver something, and starts over once.
DownloadResult Download::from(const std::string& url) {
    bool mayStartOver = true;
    for (int fruitless = 0;;) {
        const std::int64_t before = partial_.byteSize();
        try {
            const bool isPatched = tryOnce(url);
            verify(url, isPatched);
            DownloadResult result{partial_.sha256(), partial_.byteSize(), url};
            partial_.publish();
            return result;
        } catch (const DownloadError& error) {
            if (error.remedy() == Remedy::startOver && std::exchange(mayStartOver, false)) {
                sink_.noticed(Message("%1; the download starts over", error.message()));
                partial_.drop();
                continue;
            }
            fruitless = partial_.byteSize() - before >= kLeastDelivered ? 0 : fruitless + 1;
            if (error.remedy() != Remedy::goOn || fruitless > kMostFruitless) {
                throw;
            }
            pause(request_.network.pause, stop_);
        }
    }
}

/// True if the bytes come from more than one transfer, and only the hash can tell whether they belong together.
bool Download::tryOnce(const std::string& url) {
    if (request_.byteSize > 0 && partial_.byteSize() == request_.byteSize && !request_.sha256.empty()) {
        return true; // already whole: stopped between the last byte and the renaming
    }
    FileTransfer transfer(request_, url, partial_, progress_);
    const HttpsGet get = transfer.question();
    runHttpsGet(get, request_.network, transfer, stop_);
    transfer.checkEnd();
    progress_.reached(partial_.byteSize());
    return transfer.isPatched();
}

void Download::verify(const std::string& url, bool isPatched) {
    const std::string found = partial_.sha256();
    if (!request_.sha256.empty() && found != request_.sha256) {
        throw DownloadError(
            isPatched ? Remedy::startOver : Remedy::otherAddress,
            Message("%1 from %2 is not the expected file: its SHA-256 is %3, not %4", nameOf(request_.file),
                    hostOf(url), found, request_.sha256),
            request_.otherHashHint.isEmpty()
                ? Message("it was removed; try again, and if that does not help, its publisher has replaced it")
                : request_.otherHashHint);
    }
}

} // namespace

DownloadResult download(const DownloadRequest& request, ProgressSink& sink, std::stop_token stop) {
    checkRequest(request);
    if (auto result = fileAtHand(request)) {
        return *result;
    }
    return Download(request, sink, std::move(stop)).run();
}

} // namespace palimpsest
