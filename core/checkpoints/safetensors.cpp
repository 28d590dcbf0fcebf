// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/safetensors.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/checkpoints/mapped_file.h"
#include "core/files/atomic_file.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

static_assert(std::endian::native == std::endian::little, "the format and this reader are little-endian");

namespace palimpsest {

namespace {

constexpr std::uint64_t kMaximumHeader = 100'000'000;
constexpr std::size_t kLengthBytes = 8;

struct ElementType {
    std::string_view name;
    at::ScalarType type;
};

constexpr std::array kElementTypes{
    ElementType{"BOOL", at::kBool},          ElementType{"U8", at::kByte},
    ElementType{"I8", at::kChar},            ElementType{"F8_E4M3", at::kFloat8_e4m3fn},
    ElementType{"F8_E5M2", at::kFloat8_e5m2}, ElementType{"U16", at::kUInt16},
    ElementType{"I16", at::kShort},          ElementType{"F16", at::kHalf},
    ElementType{"BF16", at::kBFloat16},      ElementType{"U32", at::kUInt32},
    ElementType{"I32", at::kInt},            ElementType{"F32", at::kFloat},
    ElementType{"U64", at::kUInt64},         ElementType{"I64", at::kLong},
    ElementType{"F64", at::kDouble},
};

struct Entry {
    std::string name;
    at::ScalarType type;
    std::vector<std::int64_t> shape;
    std::uint64_t begin, end; ///< bytes after the header
};

/// Parses one file; its path is in every complaint.
class Reader {
public:
    explicit Reader(const std::string& path) : path_(path), file_(std::make_shared<MappedFile>(path)) {}

    Safetensors read() {
        const Json header = parseHeader();
        Safetensors content;
        std::vector<Entry> entries;
        for (const auto& [name, value] : header.items()) {
            if (name == "__metadata__") {
                content.metadata = metadata(value);
            } else {
                entries.push_back(entry(name, value));
            }
        }
        std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
            return std::tie(a.begin, a.end, a.name) < std::tie(b.begin, b.end, b.name);
        });
        checkCoverage(entries);
        for (const Entry& one : entries) {
            content.tensors.add(one.name, tensor(one));
        }
        return content;
    }

private:
    [[noreturn]] void refuse(const std::string& rule) const {
        throw Error(ErrorCode::badInput, "\"" + path_ + "\" is not a valid safetensors file: " + rule,
                    "download or export the file again");
    }

    Json parseHeader() {
        const std::span<const std::byte> bytes = file_->bytes();
        if (bytes.size() < kLengthBytes) {
            refuse("it is shorter than the 8 bytes of the header length");
        }
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data(), kLengthBytes);
        if (length > kMaximumHeader) {
            refuse("its header is longer than 100 MB");
        }
        if (length > bytes.size() - kLengthBytes) {
            refuse("its header reaches beyond the end of the file");
        }
        data_ = file_->bytes().subspan(kLengthBytes + length);
        const std::string_view text(reinterpret_cast<const char*>(bytes.data()) + kLengthBytes, length);
        if (text.empty() || text.front() != '{') {
            refuse("its header does not start with {");
        }
        const std::size_t last = text.find_last_not_of(' ');
        if (text[last] != '}') {
            refuse("its header is padded with something other than spaces");
        }
        Json header = parseJson(text.substr(0, last + 1), path_);
        if (!header.is_object()) {
            refuse("its header is not a JSON object");
        }
        return header;
    }

    std::map<std::string, std::string> metadata(const Json& json) const {
        if (!json.is_object()) {
            refuse("__metadata__ is not an object");
        }
        std::map<std::string, std::string> result;
        for (const auto& [key, value] : json.items()) {
            if (!value.is_string()) {
                refuse("__metadata__ holds something other than text under \"" + key + "\"");
            }
            result.emplace(key, value.get<std::string>());
        }
        return result;
    }

    Entry entry(const std::string& name, const Json& json) const {
        if (!json.is_object() || json.size() != 3 || !json.contains("dtype") || !json.contains("shape") ||
            !json.contains("data_offsets")) {
            refuse("the entry \"" + name + "\" must have dtype, shape and data_offsets, and nothing else");
        }
        const Json& offsets = json["data_offsets"];
        if (!offsets.is_array() || offsets.size() != 2) {
            refuse("the data_offsets of \"" + name + "\" are not a pair");
        }
        Entry result{name, elementType(name, json["dtype"]), {}, unsignedNumber(name, offsets[0]),
                     unsignedNumber(name, offsets[1])};
        result.shape = shape(name, json["shape"]);
        const std::optional<std::uint64_t> size = byteSize(result);
        if (!size) {
            refuse("the shape of \"" + name + "\" is larger than memory can be");
        }
        if (result.begin > result.end || result.end > data_.size()) {
            refuse("the data_offsets of \"" + name + "\" lie outside the file");
        }
        if (result.end - result.begin != *size) {
            refuse("the data_offsets of \"" + name + "\" do not fit its shape and dtype");
        }
        return result;
    }

    at::ScalarType elementType(const std::string& name, const Json& json) const {
        const std::string text = json.is_string() ? json.get<std::string>() : json.dump();
        for (const ElementType& known : kElementTypes) {
            if (known.name == text) {
                return known.type;
            }
        }
        refuse("the dtype " + text + " of \"" + name + "\" is unknown");
    }

    std::uint64_t unsignedNumber(const std::string& name, const Json& json) const {
        if (!json.is_number_unsigned()) {
            refuse("\"" + name + "\" has a shape or an offset that is not a whole number");
        }
        return json.get<std::uint64_t>();
    }

    std::vector<std::int64_t> shape(const std::string& name, const Json& json) const {
        if (!json.is_array()) {
            refuse("the shape of \"" + name + "\" is not a list");
        }
        std::vector<std::int64_t> result;
        for (const Json& side : json) {
            const std::uint64_t number = unsignedNumber(name, side);
            if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
                refuse("the shape of \"" + name + "\" is larger than memory can be");
            }
            result.push_back(static_cast<std::int64_t>(number));
        }
        return result;
    }

    /// Nothing if the product overflows.
    static std::optional<std::uint64_t> byteSize(const Entry& entry) {
        std::uint64_t size = c10::elementSize(entry.type);
        for (const std::int64_t side : entry.shape) {
            if (__builtin_mul_overflow(size, static_cast<std::uint64_t>(side), &size)) {
                return std::nullopt;
            }
        }
        return size;
    }

    void checkCoverage(const std::vector<Entry>& entries) const {
        std::uint64_t covered = 0;
        for (const Entry& entry : entries) {
            if (entry.begin < covered) {
                refuse("the bytes of \"" + entry.name + "\" overlap those of another tensor");
            }
            if (entry.begin > covered) {
                refuse("there is a hole before the bytes of \"" + entry.name + "\"");
            }
            covered = entry.end;
        }
        if (covered != data_.size()) {
            refuse("bytes follow that belong to no tensor");
        }
    }

    at::Tensor tensor(const Entry& entry) const {
        std::byte* data = data_.data() + entry.begin;
        const at::TensorOptions options(entry.type);
        if (reinterpret_cast<std::uintptr_t>(data) % c10::elementSize(entry.type) != 0) {
            at::Tensor copy = at::empty(entry.shape, options);
            std::memcpy(copy.mutable_data_ptr(), data, entry.end - entry.begin);
            return copy;
        }
        return at::from_blob(data, entry.shape, [file = file_](void*) {}, options);
    }

    std::string path_;
    std::shared_ptr<MappedFile> file_;
    std::span<std::byte> data_;
};

std::string_view nameOf(at::ScalarType type) {
    for (const ElementType& known : kElementTypes) {
        if (known.type == type) {
            return known.name;
        }
    }
    throw Bug(std::string("safetensors cannot hold the element type ") + c10::toString(type));
}

} // namespace

Safetensors readSafetensors(const std::string& path) {
    return Reader(path).read();
}

void writeSafetensors(const std::string& path, const Safetensors& content) {
    std::vector<NamedTensor> tensors(content.tensors.begin(), content.tensors.end());
    std::stable_sort(tensors.begin(), tensors.end(), [](const NamedTensor& a, const NamedTensor& b) {
        return a.second.element_size() > b.second.element_size();
    });
    Json header = Json::object();
    if (!content.metadata.empty()) {
        header["__metadata__"] = content.metadata;
    }
    std::uint64_t offset = 0;
    for (auto& [name, tensor] : tensors) {
        tensor = tensor.detach().to(at::kCPU).contiguous();
        const std::uint64_t end = offset + tensor.nbytes();
        header[name] = {{"dtype", nameOf(tensor.scalar_type())},
                        {"shape", tensor.sizes().vec()},
                        {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump();
    text.append((kLengthBytes - text.size() % kLengthBytes) % kLengthBytes, ' ');
    const std::uint64_t length = text.size();
    AtomicFile file(path);
    file.write(std::as_bytes(std::span(&length, 1)));
    file.write(std::as_bytes(std::span(text)));
    for (const auto& [name, tensor] : tensors) {
        file.write({static_cast<const std::byte*>(tensor.const_data_ptr()), tensor.nbytes()});
    }
    file.commit();
}

} // namespace palimpsest
