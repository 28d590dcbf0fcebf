// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/safetensors_header.h"

#include "core/base/error.h"
#include "core/containers/checked_shape.h"
#include "core/containers/file_refusal.h"
#include "core/containers/safetensors_syntax.h"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

static_assert(std::endian::native == std::endian::little, "the format and this reader are little-endian");

namespace palimpsest {
namespace {

constexpr std::uint64_t kLongestHeader = 100'000'000;
constexpr std::uint64_t kLengthBytes = 8;

/// The header's JSON without its padding, and where the tensors' bytes begin.
class HeaderText {
public:
    explicit HeaderText(const ByteSource& file) : file_(file) {
        if (file.size() < kLengthBytes) {
            refuse("it is shorter than the 8 bytes of the header length");
        }
        std::uint64_t length = 0;
        file.read(0, std::as_writable_bytes(std::span(&length, 1)));
        if (length > kLongestHeader) {
            refuse("its header is longer than 100 MB");
        }
        if (length > file.size() - kLengthBytes) {
            refuse("its header reaches beyond the end of the file");
        }
        text_.resize(length);
        file.read(kLengthBytes, std::as_writable_bytes(std::span(text_)));
        if (text_.empty() || text_.front() != '{') {
            refuse("its header does not start with {");
        }
        dataBegin_ = kLengthBytes + length;
        text_.resize(text_.find_last_not_of(' ') + 1);
        if (text_.back() != '}') {
            refuse("its header is padded with something other than spaces");
        }
    }

    const std::string& text() const { return text_; }
    std::uint64_t dataBegin() const { return dataBegin_; }

private:
    [[noreturn]] void refuse(const Message& rule) const { throw invalidFile(file_.name(), "safetensors", rule); }

    const ByteSource& file_;
    std::string text_;
    std::uint64_t dataBegin_ = 0;
};

void checkEntry(const SafetensorsEntry& entry, const ByteSource& file) {
    const auto refuse = [&](const Message& rule) { throw invalidFile(file.name(), "safetensors", rule); };
    const std::string name = "\"" + shown(entry.info.name) + "\"";
    const auto size = checkedByteCount(entry.info.shape, byteSize(entry.info.type));
    if (!size) {
        refuse(Message("the shape of %1 is larger than memory can be", name));
    }
    if (entry.begin > entry.end || entry.end > file.size()) {
        refuse(Message("the data_offsets of %1 lie outside the file", name));
    }
    if (entry.end - entry.begin != *size) {
        refuse(Message("the data_offsets of %1 do not fit its shape and dtype", name));
    }
}

void checkCoverage(const std::vector<SafetensorsEntry>& entries, std::uint64_t begin, const ByteSource& file) {
    const auto refuse = [&](const Message& rule) { throw invalidFile(file.name(), "safetensors", rule); };
    std::uint64_t covered = begin;
    for (const SafetensorsEntry& entry : entries) {
        if (entry.begin < covered) {
            refuse(Message("the bytes of \"%1\" overlap those of another tensor", shown(entry.info.name)));
        }
        if (entry.begin > covered) {
            refuse(Message("there is a gap before the bytes of \"%1\"", shown(entry.info.name)));
        }
        covered = entry.end;
    }
    if (covered != file.size()) {
        refuse("bytes follow that belong to no tensor");
    }
}

std::vector<std::int64_t> rowMajorStrides(const std::vector<std::int64_t>& shape) {
    std::vector<std::int64_t> strides(shape.size());
    std::int64_t step = 1;
    for (std::size_t i = shape.size(); i-- > 0;) {
        strides[i] = step;
        step *= std::max<std::int64_t>(shape[i], 1);
    }
    return strides;
}

} // namespace

SafetensorsHeader readSafetensorsHeader(const ByteSource& file) {
    const HeaderText text(file);
    SafetensorsHeader header = parseSafetensorsJson(text.text(), file.name());
    for (SafetensorsEntry& entry : header.entries) {
        if (__builtin_add_overflow(entry.begin, text.dataBegin(), &entry.begin) ||
            __builtin_add_overflow(entry.end, text.dataBegin(), &entry.end)) {
            throw invalidFile(file.name(), "safetensors",
                              Message("the data_offsets of \"%1\" lie outside the file", shown(entry.info.name)));
        }
        checkEntry(entry, file);
    }
    std::sort(header.entries.begin(), header.entries.end(), [](const SafetensorsEntry& a, const SafetensorsEntry& b) {
        return std::tie(a.begin, a.end, a.info.name) < std::tie(b.begin, b.end, b.info.name);
    });
    checkCoverage(header.entries, text.dataBegin(), file);
    return header;
}

ContainerContents readSafetensorsContents(const ByteSource& file) {
    SafetensorsHeader header = readSafetensorsHeader(file);
    ContainerContents contents;
    contents.facts = std::move(header.metadata);
    for (SafetensorsEntry& entry : header.entries) {
        contents.storages.push_back({entry.begin, entry.end - entry.begin, std::nullopt});
        std::vector<std::int64_t> strides = rowMajorStrides(entry.info.shape);
        contents.tensors.push_back({std::move(entry.info), contents.tensors.size(), 0, std::move(strides)});
    }
    return contents;
}

} // namespace palimpsest
