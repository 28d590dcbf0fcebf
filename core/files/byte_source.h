// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace palimpsest {

/// Bytes that can be read from any place.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// What messages call it: the path of a file.
    const std::string& name() const { return name_; }
    std::uint64_t size() const { return size_; }
    /// Fills `target` with the bytes from `offset` on. Throws Error(badInput) if the source ends before, or fails.
    virtual void read(std::uint64_t offset, std::span<std::byte> target) const = 0;

protected:
    explicit ByteSource(std::string name, std::uint64_t size = 0) : name_(std::move(name)), size_(size) {}
    void setSize(std::uint64_t size) { size_ = size; }

private:
    std::string name_;
    std::uint64_t size_;
};

} // namespace palimpsest
