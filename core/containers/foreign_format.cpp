// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/foreign_format.h"

#include <array>
#include <cctype>
#include <string_view>

namespace palimpsest {
namespace {

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    Message title;
};

const std::array kSignatures{
    Signature{0, "7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"},
    Signature{0, "\x1f\x8b", "compressed with gzip; unpack it first"},
    Signature{0,
              "\xfd"
              "7zXZ",
              "compressed with xz; unpack it first"},
    Signature{0, "\x28\xb5\x2f\xfd", "compressed with zstd; unpack it first"},
    Signature{0, "BZh", "compressed with bzip2; unpack it first"},
    Signature{0, "Rar!", "a RAR archive; unpack it first"},
    Signature{257, "ustar", "a tar archive; unpack it first"},
    Signature{0, "PK\x05\x06", "an empty zip archive"},
    Signature{0, "version https://git-lfs", "a Git LFS pointer; download the file that it stands for"},
    Signature{0, "\x89HDF", "an HDF5 file, which TensorFlow and Keras write"},
    Signature{0, "\x93NUMPY", "a numpy array"},
    Signature{0, "GGUF", "a GGUF file"},
    Signature{0, "\x89PNG", "a PNG picture"},
    Signature{0, "\xff\xd8\xff", "a JPEG picture"},
    Signature{0, "%PDF", "a PDF document"},
    Signature{0,
              "\x7f"
              "ELF",
              "a program"},
    Signature{0, "MZ", "a program"},
    Signature{0, "{", "JSON text"},
    Signature{0, "\x80", "a Python pickle that torch.save did not write"},
};

/// Without leading blanks, in small letters.
std::string startOfText(std::string_view text) {
    std::string result;
    for (const char letter : text.substr(0, 256)) {
        const auto code = static_cast<unsigned char>(letter);
        if (!result.empty() || std::isspace(code) == 0) {
            result += static_cast<char>(std::tolower(code));
        }
    }
    return result;
}

} // namespace

Message foreignFormatOf(std::span<const std::byte> head) {
    const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
    if (text.empty()) {
        return "empty";
    }
    for (const Signature& signature : kSignatures) {
        if (text.size() > signature.offset && text.substr(signature.offset).starts_with(signature.bytes)) {
            return signature.title;
        }
    }
    const std::string start = startOfText(text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text);
    for (const std::string_view markup : {"<!doctype html", "<html", "<head", "<?xml"}) {
        if (start.starts_with(markup)) {
            return "a web page, as some servers send instead of a file; open the link in a browser";
        }
    }
    return "of an unknown format";
}

} // namespace palimpsest
