// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/file_source.h"

#include "core/base/error.h"
#include "core/files/file_bytes.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace palimpsest {
namespace {

/// pread(2) takes at most 2 GiB at once.
constexpr std::size_t kLargestRead = 1u << 30;

Error unreadable(const std::string& path, const Message& reason, const Message& hint) {
    return Error(ErrorCode::badInput, Message("cannot read \"%1\": %2", path, reason), hint);
}

} // namespace

// Opened without blocking, so that a named pipe is refused and not waited for.
FileSource::FileSource(const std::string& path)
    : ByteSource(path), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    struct stat status{};
    if (file_.number() < 0 || ::fstat(file_.number(), &status) != 0) {
        throw unreadable(path, systemReason(errno), "check that the file exists and that you may read it");
    }
    if (S_ISDIR(status.st_mode)) {
        throw unreadable(path, "it is a folder", "choose a file in it");
    }
    if (!S_ISREG(status.st_mode)) {
        throw unreadable(path, "it is not a regular file", "copy its contents into a file");
    }
    setSize(static_cast<std::uint64_t>(status.st_size));
}

void FileSource::read(std::uint64_t offset, std::span<std::byte> target) const {
    while (!target.empty()) {
        const ssize_t count =
            ::pread(file_.number(), target.data(), std::min(target.size(), kLargestRead), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            throw unreadable(name(), count < 0 ? systemReason(errno) : Message("it ends too early"),
                             "get a complete copy of it");
        }
        offset += static_cast<std::uint64_t>(count);
        target = target.subspan(static_cast<std::size_t>(count));
    }
}

} // namespace palimpsest
