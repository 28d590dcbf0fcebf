// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/mapped_file.h"

#include "core/base/error.h"
#include "core/files/descriptor.h"
#include "core/files/file_bytes.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace palimpsest {

namespace {

Error unreadable(const std::string& path, int cause) {
    return Error(ErrorCode::badInput, Message("\"%1\" cannot be read: %2", path, systemReason(cause)),
                 "check the path and its permissions");
}

} // namespace

MappedFile::MappedFile(const std::string& path) : ByteSource(path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status = {};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0) {
        throw unreadable(path, errno);
    }
    if (!S_ISREG(status.st_mode)) {
        throw Error(ErrorCode::badInput, Message("\"%1\" is not a regular file", path), "choose a file of weights");
    }
    setSize(static_cast<std::uint64_t>(status.st_size));
    if (size() == 0) {
        return;
    }
    void* mapped = ::mmap(nullptr, size(), PROT_READ | PROT_WRITE, MAP_PRIVATE, file.number(), 0);
    if (mapped == MAP_FAILED) {
        throw unreadable(path, errno);
    }
    data_ = static_cast<std::byte*>(mapped);
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) {
        ::munmap(data_, size());
    }
}

void MappedFile::read(std::uint64_t offset, std::span<std::byte> target) const {
    if (offset > size() || target.size() > size() - offset) {
        throw Error(ErrorCode::badInput, Message("\"%1\" ends too early", name()), "get a complete copy of it");
    }
    if (!target.empty()) {
        std::memcpy(target.data(), data_ + offset, target.size());
    }
}

} // namespace palimpsest
