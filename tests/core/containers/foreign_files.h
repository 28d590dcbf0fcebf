// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/containers/hostile_case.h"

namespace palimpsest::testing {

/// Files that are something else, with a name of weights.
inline HostileCases foreignFiles() {
    const auto padded = [](const std::string& front) { return front + std::string(600, '\1'); };
    return {
        {"empty file", "", "it is empty"},
        {"one byte", "x", "unknown format"},
        {"web page", "<!DOCTYPE html><html><body>Sign in</body></html>", "web page"},
        {"web page in small letters behind blanks", "\n\n  <!doctype html>\n<html>", "web page"},
        {"web page without a type", "<HTML><HEAD><TITLE>404</TITLE>", "web page"},
        {"web page with a byte order mark", "\xef\xbb\xbf<html>", "web page"},
        {"XML of a storage service", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", "web page"},
        {"JSON of a service", "{\"error\":\"not found\"}", "JSON text"},
        {"JSON with a brace where a header begins", "{\"data\":{\"error\":\"not found\"}}", "JSON text"},
        {"7z archive", padded("7z\xbc\xaf\x27\x1c"), "7z archive"},
        {"gzip", padded("\x1f\x8b\x08"), "gzip"},
        {"xz",
         padded("\xfd"
                "7zXZ"),
         "xz"},
        {"zstd", padded("\x28\xb5\x2f\xfd"), "zstd"},
        {"bzip2", padded("BZh9"), "bzip2"},
        {"RAR archive", padded("Rar!\x1a\x07"), "RAR"},
        {"tar archive", std::string(257, 'a') + "ustar" + std::string(250, '0'), "tar archive"},
        {"pointer of Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "Git LFS"},
        {"HDF5", padded("\x89HDF\r\n"), "HDF5"},
        {"numpy array", padded("\x93NUMPY"), "numpy array"},
        {"GGUF", padded("GGUF"), "GGUF"},
        {"PNG picture", padded("\x89PNG\r\n"), "PNG picture"},
        {"JPEG picture", padded("\xff\xd8\xff\xe0"), "JPEG picture"},
        {"PDF document", padded("%PDF-1.7"), "PDF"},
        {"Linux program",
         padded("\x7f"
                "ELF"),
         "a program"},
        {"Windows program", padded("MZ"), "a program"},
        {"half a mebibyte of zeros", std::string(1u << 19, '\0'), "unknown format"},
        {"shell script", "#!/bin/sh\ntouch hostile\n", "unknown format"},
    };
}

} // namespace palimpsest::testing
