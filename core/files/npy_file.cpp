// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/npy_file.h"

#include "core/base/error.h"
#include "core/files/atomic_file.h"
#include "core/files/file_bytes.h"

#include <bit>
#include <charconv>
#include <cstring>
#include <limits>
#include <set>
#include <span>
#include <string_view>

static_assert(std::endian::native == std::endian::little, "the format and this reader are little-endian");

namespace palimpsest {
namespace {

constexpr std::string_view kMagic("\x93NUMPY", 6);
constexpr std::size_t kVersionBytes = 2;
constexpr std::size_t kAlignment = 64; ///< of the data, in what is written

[[noreturn]] void refuse(const std::string& path, const Message& rule) {
    throw Error(ErrorCode::badInput, Message("\"%1\" is not an array that can be read: %2", path, rule),
                "save it with numpy.save(path, numpy.ascontiguousarray(x, dtype=\"<f4\"))");
}

/// Reads the header: a Python dictionary of three entries.
class HeaderReader {
public:
    HeaderReader(const std::string& path, std::string_view text) : path_(path), text_(text) {}

    std::vector<std::int64_t> shape() {
        std::set<std::string> seen;
        expect('{');
        while (!accept('}')) {
            const std::string key = quoted();
            expect(':');
            entry(key);
            if (!seen.insert(key).second) {
                refuse(path_, Message("its header has \"%1\" twice", key));
            }
            if (!accept(',')) {
                expect('}');
                break;
            }
        }
        skipSpace();
        if (!text_.empty() || seen.size() != 3) {
            refuse(path_, "its header is not a dictionary of descr, fortran_order and shape");
        }
        return shape_;
    }

private:
    void entry(const std::string& key) {
        if (key == "descr") {
            if (const std::string type = quoted(); type != "<f4") {
                refuse(path_, Message("its numbers are \"%1\" and not \"<f4\"", type));
            }
        } else if (key == "fortran_order") {
            if (word() != "False") {
                refuse(path_, "it is in Fortran order");
            }
        } else if (key == "shape") {
            readShape();
        } else {
            refuse(path_, Message("its header has an unknown entry \"%1\"", key));
        }
    }

    void readShape() {
        expect('(');
        while (!accept(')')) {
            shape_.push_back(number());
            if (!accept(',')) {
                expect(')');
                break;
            }
        }
    }

    void skipSpace() {
        while (!text_.empty() && (text_.front() == ' ' || text_.front() == '\n')) {
            text_.remove_prefix(1);
        }
    }

    bool accept(char c) {
        skipSpace();
        if (text_.empty() || text_.front() != c) {
            return false;
        }
        text_.remove_prefix(1);
        return true;
    }

    void expect(char c) {
        if (!accept(c)) {
            refuse(path_, Message("its header lacks a %1", std::string(1, c)));
        }
    }

    std::string quoted() {
        expect('\'');
        const std::size_t end = text_.find('\'');
        if (end == std::string_view::npos) {
            refuse(path_, "its header ends inside a string");
        }
        std::string text(text_.substr(0, end));
        text_.remove_prefix(end + 1);
        return text;
    }

    std::string word() {
        skipSpace();
        const std::size_t end = text_.find_first_not_of("TrueFals");
        std::string text(text_.substr(0, end));
        text_.remove_prefix(text.size());
        return text;
    }

    std::int64_t number() {
        skipSpace();
        std::int64_t value = 0;
        const auto [end, failure] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
        if (failure != std::errc() || value < 0) {
            refuse(path_, "its shape is not made of whole numbers");
        }
        text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
        return value;
    }

    const std::string& path_;
    std::string_view text_;
    std::vector<std::int64_t> shape_;
};

/// Where the header's text begins and how long it is.
std::string_view headerText(const std::string& path, std::string_view bytes) {
    if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + kVersionBytes) {
        refuse(path, "it does not begin as an .npy file");
    }
    const char version = bytes[kMagic.size()];
    if (version < 1 || version > 3) {
        refuse(path, "its format version is unknown");
    }
    bytes.remove_prefix(kMagic.size() + kVersionBytes);
    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    std::uint32_t length = 0;
    if (bytes.size() < lengthBytes) {
        refuse(path, "it ends in its header");
    }
    std::memcpy(&length, bytes.data(), lengthBytes);
    if (length > bytes.size() - lengthBytes) {
        refuse(path, "its header reaches beyond the end of the file");
    }
    return bytes.substr(lengthBytes, length);
}

std::size_t elementsOf(const std::string& path, const std::vector<std::int64_t>& shape) {
    std::int64_t count = 1;
    for (const std::int64_t side : shape) {
        if (__builtin_mul_overflow(count, side, &count)) {
            refuse(path, "its shape is larger than memory can be");
        }
    }
    return static_cast<std::size_t>(count);
}

std::string headerOf(const NpyArray& array) {
    std::string shape; // "", "2,", "2, 3"
    for (const std::int64_t side : array.shape) {
        shape += (shape.empty() ? "" : ", ") + std::to_string(side);
    }
    shape += array.shape.size() == 1 ? "," : "";
    std::string text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
    const std::size_t before = kMagic.size() + kVersionBytes + 2;
    text.append(kAlignment - (before + text.size() + 1) % kAlignment, ' ');
    return text + '\n';
}

} // namespace

NpyArray readNpy(const std::string& path) {
    const std::vector<std::byte> bytes = readFileBytes(path);
    const std::string_view all(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const std::string_view header = headerText(path, all);
    NpyArray array;
    array.shape = HeaderReader(path, header).shape();
    const std::string_view numbers = all.substr(static_cast<std::size_t>(header.data() - all.data()) + header.size());
    const std::size_t count = elementsOf(path, array.shape);
    if (count != numbers.size() / sizeof(float) || numbers.size() % sizeof(float) != 0) {
        refuse(path, "its numbers do not fill its shape exactly");
    }
    array.values.resize(count);
    if (count > 0) { // memcpy takes no null pointer
        std::memcpy(array.values.data(), numbers.data(), numbers.size());
    }
    return array;
}

void writeNpy(const std::string& path, const NpyArray& array) {
    if (elementsOf(path, array.shape) != array.values.size()) {
        throw Bug("an array has other numbers than its shape says");
    }
    const std::string header = headerOf(array);
    if (header.size() > std::numeric_limits<std::uint16_t>::max()) {
        throw Bug("an array has too many sides");
    }
    const auto length = static_cast<std::uint16_t>(header.size());
    std::string start(kMagic);
    start += {'\x01', '\x00', static_cast<char>(length & 0xff), static_cast<char>(length >> 8)};
    AtomicFile file(path);
    file.write(start + header);
    file.write(std::as_bytes(std::span(array.values)));
    file.commit();
}

} // namespace palimpsest
