// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/file_bytes.h"

#include "core/base/error.h"
#include "core/files/descriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace palimpsest {
namespace {

constexpr off_t kLargestFile = std::numeric_limits<std::int32_t>::max();

Error unreadable(const std::string& path, const Message& reason, const Message& hint) {
    return Error(ErrorCode::badInput, Message("cannot read %1: %2", path, reason), hint);
}

off_t checkedSize(const std::string& path, int descriptor) {
    struct stat status{};
    if (::fstat(descriptor, &status) != 0) {
        throw unreadable(path, systemReason(errno), "check the disk it is on");
    }
    if (S_ISDIR(status.st_mode)) {
        throw unreadable(path, "it is a folder", "choose a file in it");
    }
    if (!S_ISREG(status.st_mode)) {
        throw unreadable(path, "it is not a regular file", "copy its contents into a file");
    }
    if (status.st_size == 0) {
        throw unreadable(path, "it is empty (0 bytes)", "get a complete copy of it");
    }
    if (status.st_size > kLargestFile) {
        throw unreadable(path, "it is larger than 2 GiB", "use a smaller or compressed file");
    }
    return status.st_size;
}

} // namespace

Message systemReason(int errorNumber) { return Message(std::generic_category().message(errorNumber), {}); }

std::vector<std::byte> readFileBytes(const std::string& path) {
    // Without blocking, so that a named pipe is refused and not waited for.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.number() < 0) {
        throw unreadable(path, systemReason(errno), "check that the file exists and that you may read it");
    }
    std::vector<std::byte> bytes(static_cast<std::size_t>(checkedSize(path, file.number())));
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t count = ::read(file.number(), bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            throw unreadable(path, count < 0 ? systemReason(errno) : Message("it became shorter while it was read"),
                             "check the disk it is on");
        }
        done += static_cast<std::size_t>(count);
    }
    return bytes;
}

} // namespace palimpsest
