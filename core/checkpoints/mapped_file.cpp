// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/mapped_file.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace palimpsest {

namespace {

Error unreadable(const std::string& path, int cause) {
    return {ErrorCode::badInput, "\"" + path + "\" cannot be read: " + std::strerror(cause),
            "check the path and its permissions"};
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

} // namespace

MappedFile::MappedFile(const std::string& path) {
    const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (number < 0) {
        throw unreadable(path, errno);
    }
    const Descriptor file(number);
    struct stat status = {};
    if (::fstat(file.number(), &status) != 0) {
        throw unreadable(path, errno);
    }
    if (!S_ISREG(status.st_mode)) {
        throw Error(ErrorCode::badInput, "\"" + path + "\" is not a regular file", "choose a file of weights");
    }
    size_ = static_cast<std::size_t>(status.st_size);
    if (size_ == 0) {
        return;
    }
    void* mapped = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE, file.number(), 0);
    if (mapped == MAP_FAILED) {
        throw unreadable(path, errno);
    }
    data_ = static_cast<std::byte*>(mapped);
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) {
        ::munmap(data_, size_);
    }
}

} // namespace palimpsest
