// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/atomic_file.h"

#include "core/base/error.h"
#include "core/files/disk_sync.h"
#include "core/files/file_bytes.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace palimpsest {
namespace {

namespace fs = std::filesystem;

/// write(2) takes at most 2 GiB at once.
constexpr std::size_t kLargestWrite = 1u << 30;

/// Links are followed to the end, also where nothing is there yet.
std::string resolved(const std::string& path) {
    constexpr int kMostLinks = 40;
    std::error_code failure;
    fs::path end = path;
    for (int i = 0; i < kMostLinks && fs::is_symlink(end, failure); ++i) {
        const fs::path next = fs::read_symlink(end, failure);
        if (failure) {
            break;
        }
        end = end.parent_path() / next;
    }
    const fs::path whole = fs::weakly_canonical(end, failure);
    return failure ? path : whole.string();
}

/// Short, so that the longest allowed names can be written too.
std::string temporaryName(const std::string& target) {
    static std::atomic<unsigned> counter{0};
    return folderOf(target) + "/.palimpsest-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".tmp";
}

Message hintFor(int errorNumber) {
    switch (errorNumber) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return "free some space or choose another disk; the old file, if any, is unchanged";
    case EACCES:
    case EPERM:
    case EROFS:
        return "choose a folder that you may write to";
    case ENOENT:
    case ENOTDIR:
        return "make the folder first or choose another";
    case ENAMETOOLONG:
        return "choose a shorter name";
    case EISDIR:
        return "name a file in it";
    default:
        return "check the disk; the old file, if any, is unchanged";
    }
}

} // namespace

AtomicFile::AtomicFile(const std::string& path) : path_(path), target_(resolved(path)) {
    struct stat status{};
    const bool exists = ::stat(target_.c_str(), &status) == 0;
    if (!exists && errno == ENAMETOOLONG) {
        fail(ENAMETOOLONG);
    }
    if (exists && S_ISDIR(status.st_mode)) {
        fail(EISDIR);
    }
    if (exists && !S_ISREG(status.st_mode)) {
        descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    } else {
        if (exists && ::access(target_.c_str(), W_OK) != 0) {
            fail(errno);
        }
        openTemporary();
        if (exists && descriptor_ >= 0) {
            ::fchmod(descriptor_,
                     status.st_mode & 07777); // may fail where there are no permissions: then none are lost
        }
    }
    if (descriptor_ < 0) {
        fail(errno);
    }
}

AtomicFile::~AtomicFile() {
    close();
    if (!temporary_.empty()) {
        ::unlink(temporary_.c_str());
    }
}

void AtomicFile::openTemporary() {
    do {
        temporary_ = temporaryName(target_);
        descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (descriptor_ < 0 && errno == EEXIST);
    if (descriptor_ < 0) {
        temporary_.clear();
    }
}

void AtomicFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor_, bytes.data(), std::min(bytes.size(), kLargestWrite));
        if (count < 0 && errno != EINTR) {
            fail(errno);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
}

void AtomicFile::write(std::string_view text) { write(std::as_bytes(std::span(text))); }

void AtomicFile::commit() {
    if (temporary_.empty()) {
        close();
        return;
    }
    if (!syncDescriptor(descriptor_)) {
        fail(errno);
    }
    // Some network disks report a full disk only here.
    if (::close(std::exchange(descriptor_, -1)) != 0) {
        fail(errno);
    }
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) {
        if (errno != EBUSY) {
            fail(errno);
        }
        overwriteTarget();
        ::unlink(temporary_.c_str());
    }
    temporary_.clear();
    syncFolderOf(target_);
}

void AtomicFile::overwriteTarget() {
    const std::vector<std::byte> bytes = readFileBytes(temporary_);
    descriptor_ = ::open(target_.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
    if (descriptor_ < 0) {
        fail(errno);
    }
    write(bytes);
    if (!syncDescriptor(descriptor_)) {
        fail(errno);
    }
    close();
}

void AtomicFile::close() {
    if (descriptor_ >= 0) {
        ::close(std::exchange(descriptor_, -1));
    }
}

void AtomicFile::fail(int errorNumber) const {
    throw Error(ErrorCode::failed, Message("cannot write %1: %2", path_, systemReason(errorNumber)),
                hintFor(errorNumber));
}

void writeFileAtomically(const std::string& path, std::span<const std::byte> bytes) {
    AtomicFile file(path);
    file.write(bytes);
    file.commit();
}

void writeFileAtomically(const std::string& path, std::string_view text) {
    writeFileAtomically(path, std::as_bytes(std::span(text)));
}

} // namespace palimpsest
