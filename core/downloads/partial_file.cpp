// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/partial_file.h"

#include "core/base/error.h"
#include "core/base/json_object.h"
#include "core/downloads/download_error.h"
#include "core/files/atomic_file.h"
#include "core/files/disk_sync.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace palimpsest {
namespace {

/// After so many more bytes the note is written again: what a crash costs at most.
constexpr std::int64_t kNoteEvery = 32 << 20;
constexpr std::int64_t kLargestPart = std::int64_t{1} << 50;

struct Note {
    FileVersion version;
    std::int64_t byteSize = 0;
    std::string sha256;
};

Note readNote(const std::string& path) {
    const Json json = readJson(path);
    JsonObject object(json, path);
    Note note;
    note.version = {object.text("url"), object.text("tag"), object.text("modified")};
    note.byteSize = object.integer("bytes", 1, kLargestPart);
    note.sha256 = object.sha256("sha256");
    object.finish();
    return note;
}

} // namespace

PartialFile::PartialFile(const std::string& file) : file_(file), part_(file + ".part"), note_(part_ + ".json") {
    open();
}

void PartialFile::open() {
    do {
        close();
        descriptor_ = ::open(part_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
        if (descriptor_ < 0) {
            throw diskError(part_, errno);
        }
        if (struct stat status{}; ::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
            close();
            throw DownloadError(Remedy::none, Message("%1 is not a regular file", part_), "remove it, and try again");
        }
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
            close();
            throw DownloadError(Remedy::none, Message("%1 is already being downloaded", file_),
                                "wait for the other download, or stop it");
        }
    } while (!isStillNamed()); // another process published or removed it before the lock was ours
}

bool PartialFile::isStillNamed() const {
    struct stat mine{};
    struct stat named{};
    return ::fstat(descriptor_, &mine) == 0 && ::lstat(part_.c_str(), &named) == 0 && mine.st_ino == named.st_ino &&
           mine.st_dev == named.st_dev;
}

void PartialFile::close() noexcept {
    if (descriptor_ >= 0) {
        ::close(std::exchange(descriptor_, -1));
    }
}

PartialFile::~PartialFile() {
    if (descriptor_ < 0) {
        return;
    }
    try {
        if (byteSize_ > 0 && byteSize_ != notedSize_) {
            noteDown();
        }
    } catch (const Error&) {
        forget(); // without the note the bytes are worth nothing
    }
    if (isKnown_ && byteSize_ == 0) {
        forget();
    }
    close();
}

void PartialFile::forget() noexcept {
    ::unlink(note_.c_str());
    ::unlink(part_.c_str());
}

void PartialFile::noteDown() {
    const Json json{{"url", version_.url},
                    {"tag", version_.tag},
                    {"modified", version_.modified},
                    {"bytes", byteSize_},
                    {"sha256", sha256()}};
    writeFileAtomically(note_, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    notedSize_ = byteSize_;
}

bool PartialFile::hashPrefix(std::int64_t count, const std::stop_token& stop) {
    std::vector<std::byte> buffer(1 << 20);
    for (std::int64_t done = 0; done < count;) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        const auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(count - done, std::ssize(buffer)));
        const ssize_t got = ::pread(descriptor_, buffer.data(), wanted, done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        hash_.update(std::span(buffer).first(static_cast<std::size_t>(got)));
        done += got;
    }
    return true;
}

void PartialFile::restore(const std::stop_token& stop) {
    std::error_code failure;
    if (!std::filesystem::exists(note_, failure)) {
        drop();
        return;
    }
    try {
        const Note note = readNote(note_);
        if (hashPrefix(note.byteSize, stop) && sha256() == note.sha256 &&
            ::ftruncate(descriptor_, note.byteSize) == 0) {
            version_ = note.version;
            byteSize_ = notedSize_ = note.byteSize;
            isKnown_ = true;
            return;
        }
    } catch (const Error&) { // a note that cannot be read is no note
    }
    drop();
}

void PartialFile::drop() {
    isKnown_ = true;
    hash_ = Sha256();
    version_ = {};
    byteSize_ = notedSize_ = 0;
    ::unlink(note_.c_str());
    if (::ftruncate(descriptor_, 0) != 0) {
        throw diskError(part_, errno);
    }
}

void PartialFile::append(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(descriptor_, bytes.data(), bytes.size(), byteSize_);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            throw diskError(part_, errno);
        }
        hash_.update(bytes.first(static_cast<std::size_t>(count)));
        bytes = bytes.subspan(static_cast<std::size_t>(count));
        byteSize_ += count;
    }
    if (byteSize_ - notedSize_ >= kNoteEvery) {
        noteDown();
    }
}

std::string PartialFile::beginning(std::size_t count) const {
    std::string text(count, '\0');
    const ssize_t got = ::pread(descriptor_, text.data(), count, 0);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return text;
}

void PartialFile::publish() {
    if (!syncDescriptor(descriptor_)) {
        throw diskError(part_, errno);
    }
    if (std::rename(part_.c_str(), file_.c_str()) != 0) {
        throw diskError(file_, errno);
    }
    ::unlink(note_.c_str());
    close(); // last: the lock holds until the name is there
    syncFolderOf(file_);
}

} // namespace palimpsest
