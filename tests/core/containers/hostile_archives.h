// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/containers/hostile_case.h"
#include "tests/core/containers/pickle_builder.h"
#include "tests/core/containers/zip_builder.h"

namespace palimpsest::testing {

/// Cases that are archives with one change to a good one.
struct ArchiveCases : HostileCases {
    /// `change` alters the parts of a good archive: data.pkl, byteorder, data/0, version.
    template <typename Change>
    void change(const std::string& title, const std::string& complaint, Change change) {
        std::vector<ZipPart> parts = torchParts(pickle::goodDocument());
        change(parts);
        push_back({title, zipOf(parts), complaint});
    }
    void more(const std::string& title, const ZipPart& part, const std::string& complaint) {
        change(title, complaint, [&](auto& parts) { parts.push_back(part); });
    }
    void lies(const std::string& title, const std::string& complaint, const ZipLies& lies) {
        push_back({title, zipOf(torchParts(pickle::goodDocument()), lies), complaint});
    }
};

/// Entries that are not stored as they are, or whose two headers differ.
inline HostileCases wrongEntries() {
    ArchiveCases cases;
    using Parts = std::vector<ZipPart>;
    cases.change("deflated pickle", "compressed", [](Parts& parts) { parts[0].method = 8; });
    cases.change("deflated numbers", "compressed", [](Parts& parts) { parts[2].method = 8; });
    cases.change("deflate bomb", "compressed", [](Parts& parts) {
        parts[2].method = 8;
        parts[2].compressedSize = 16;
        parts[2].size = 0xfffffffe;
    });
    for (const unsigned method : {1u, 6u, 9u, 12u, 14u, 93u, 95u, 98u, 99u, 0xffffu}) {
        cases.change("compression method " + std::to_string(method), "compressed",
                     [method](Parts& parts) { parts[2].method = method; });
    }
    cases.change("compressed only by its local header", "do not agree", [](Parts& parts) { parts[0].localMethod = 8; });
    cases.change("encrypted", "encrypted", [](Parts& parts) { parts[0].flags = 1; });
    cases.change("strongly encrypted", "encrypted", [](Parts& parts) { parts[2].flags = 0x40; });
    cases.change("masked headers", "encrypted", [](Parts& parts) { parts[2].flags = 0x2000; });
    cases.change("encrypted only by its local header", "do not agree", [](Parts& parts) { parts[0].localFlags = 1; });
    cases.change("two sizes", "two different sizes", [](Parts& parts) { parts[2].compressedSize = 8; });
    cases.change("another local size", "do not agree", [](Parts& parts) { parts[2].localSize = 8; });
    cases.change("another local name", "do not agree", [](Parts& parts) { parts[2].localName = "a/data/1"; });
    cases.change("size past the directory", "do not agree", [](Parts& parts) { parts[3].size = 400; });
    cases.change("both sizes past the directory", "outside the entries", [](Parts& parts) {
        parts[3].size = 4000;
        parts[3].localSize = 4000;
    });
    return cases;
}

/// Sizes and places that are lies.
inline HostileCases wrongZip64Fields() {
    ArchiveCases cases;
    using Parts = std::vector<ZipPart>;
    constexpr std::uint64_t kTenGigabytes = 10'000'000'000;
    cases.change("size of 4 GiB", "zip64 field", [](Parts& parts) { parts[2].size = 0xffffffff; });
    cases.change("zip64 size of 10 GB", "do not agree", [&](Parts& parts) {
        parts[2].size = 0xffffffff;
        parts[2].extra = u16(1) + u16(16) + u64(kTenGigabytes) + u64(kTenGigabytes);
    });
    cases.change("zip64 size of 10 GB in both headers", "zip64 field", [&](Parts& parts) {
        parts[2].size = 0xffffffff;
        parts[2].localSize = 0xffffffff;
        parts[2].extra = u16(1) + u16(16) + u64(kTenGigabytes) + u64(kTenGigabytes);
    });
    cases.change("zip64 size of 2^64 - 1", "do not agree", [](Parts& parts) {
        parts[2].size = 0xffffffff;
        parts[2].extra = u16(1) + u16(16) + u64(~0ull) + u64(~0ull);
    });
    cases.change("zip64 field that is too short", "zip64 field", [](Parts& parts) {
        parts[2].size = 0xffffffff;
        parts[2].extra = u16(1) + u16(8) + u64(16);
    });
    cases.change("zip64 field that reaches out of its record", "zip64 field", [](Parts& parts) {
        parts[2].size = 0xffffffff;
        parts[2].extra = u16(1) + u16(600) + u64(16) + u64(16);
    });
    cases.change("zip64 header offset of 2^64 - 1", "outside the entries", [](Parts& parts) {
        parts[2].headerBegin = 0xffffffff;
        parts[2].extra = u16(1) + u16(8) + u64(~0ull);
    });
    return cases;
}

/// Entries that lie elsewhere, on each other, or hold something else.
inline HostileCases wrongPlaces() {
    ArchiveCases cases;
    using Parts = std::vector<ZipPart>;
    cases.change("on another disk", "another disk", [](Parts& parts) { parts[2].disk = 1; });
    cases.change("header past the directory", "outside the entries",
                 [](Parts& parts) { parts[2].headerBegin = 100'000; });
    cases.change("header inside of other bytes", "not a header", [](Parts& parts) { parts[2].headerBegin = 7; });
    cases.change("two entries on the same bytes", "overlaps", [](Parts& parts) {
        parts.push_back({"a/data/0", parts[2].data});
        parts[4].name = "a/data/1";
        parts[2].data.clear();
        const std::string inner = zipLocalHeader({"a/data/1", std::string(16, 'x')}) + std::string(16, 'x');
        parts[2].data = inner;
        parts[4].headerBegin = zipLocalHeader(parts[0]).size() + parts[0].data.size() +
                               zipLocalHeader(parts[1]).size() + parts[1].data.size() + zipLocalHeader(parts[2]).size();
        parts[4].data = std::string(16, 'x');
    });
    cases.change("the same name twice", "twice", [](Parts& parts) { parts.push_back(parts[2]); });
    cases.change("two pickles", "twice", [](Parts& parts) { parts.push_back(parts[0]); });
    cases.change("pickle of another checksum", "recorded checksum", [](Parts& parts) { parts[0].checksum = 1; });
    cases.change("numbers of another checksum", "recorded checksum", [](Parts& parts) { parts[2].checksum = 1; });
    cases.change("numbers that are cut", "another size", [](Parts& parts) { parts[2].data.pop_back(); });
    cases.change("numbers with more behind", "another size", [](Parts& parts) { parts[2].data += "more"; });
    cases.change("no numbers", "no data for the storage", [](Parts& parts) { parts.erase(parts.begin() + 2); });
    cases.change("empty pickle", "ends too early", [](Parts& parts) { parts[0].data.clear(); });
    return cases;
}

/// Names that leave the archive, and entries that belong to programs.
inline HostileCases wrongEntryNames() {
    ArchiveCases cases;
    const std::pair<const char*, const char*> outside[] = {
        {"../hostile", "the folder above"},
        {"a/../../hostile", "the folder above, hidden"},
        {"/etc/hostile", "absolute path"},
        {"a//data/1", "an empty part"},
        {"a/./data/1", "a dot as part"},
        {"a\\data\\1", "backslashes"},
        {"C:\\hostile", "a drive"},
        {"a/data/", "a folder"},
        {"", "no name"},
        {"a/data/\n", "a line break"},
        {"a/data/\xc3(", "broken UTF-8"},
    };
    for (const auto& [name, title] : outside) {
        cases.more(std::string("entry with ") + title, {name, "x"}, "not a path inside an archive");
    }
    cases.more("entry with a zero in its name", {std::string("a/data/1\0.pkl", 13), "x"},
               "not a path inside an archive");
    cases.more("entry with an endless name", {"a/data/" + std::string(5000, '1'), "x"}, "not a path inside an archive");
    cases.more("TorchScript code", {"a/code/__torch__.py", "import os"}, "TorchScript");
    cases.more("TorchScript constants", {"a/constants.pkl", "\x80\x02)."}, "TorchScript");
    cases.more("TorchScript of old", {"a/model.json", "{}"}, "TorchScript");
    cases.more("TorchScript for phones", {"a/bytecode.pkl", "\x80\x02)."}, "TorchScript");
    cases.more("exported program", {"a/archive_format", "pt2"}, "exported program");
    cases.more("exported program of old", {"serialized_exported_program.json", "{}"}, "exported program");
    cases.more("exported program with models", {"a/models/model.json", "{}"}, "exported program");
    cases.more("package of Python code", {"a/.data/extern_modules", "os"}, "package of Python code");
    cases.more("package with a Python version", {"a/.data/python_version", "3.11"}, "package of Python code");
    cases.more("compiled kernel",
               {"a/data/aotinductor/model/x.so", "\x7f"
                                                 "ELF"},
               "which no file of weights has");
    cases.more("Python source", {"a/hostile.py", "import os"}, "which no file of weights has");
    cases.more("second folder", {"b/data.pkl", "x"}, "torch.save did not write it");
    cases.more("entry outside of the folder", {"data.pkl", "x"}, "torch.save did not write it");
    cases.push_back({"zip of one text", zipOf({{"readme.txt", "hello"}}), "torch.save did not write it"});
    cases.push_back({"zip of a document", zipOf({{"[Content_Types].xml", "x"}, {"word/document.xml", "x"}}),
                     "torch.save did not write it"});
    cases.push_back({"numpy archive", zipOf({{"arr_0.npy", "\x93NUMPY"}}), "torch.save did not write it"});
    cases.push_back({"zip with a folder but no pickle", zipOf({{"a/data/0", "x"}}), "no data.pkl"});
    cases.push_back(
        {"zip without entries behind other bytes", zipOf({}, {.before = "PK\x03\x04"}), "torch.save did not write it"});
    cases.change("big-endian numbers", "big-endian", [](std::vector<ZipPart>& parts) { parts[1].data = "big"; });
    cases.change("byte order that is no word", "big-endian",
                 [](std::vector<ZipPart>& parts) { parts[1].data = std::string(4096, 'l'); });
    return cases;
}

/// Ends and directories that lie.
inline HostileCases wrongEnds() {
    ArchiveCases cases;
    cases.lies("bytes after the end", "does not end with a directory", {.after = "x"});
    cases.lies("second archive after the end", "directory is not where it says",
               {.after = zipOf(torchParts(pickle::document(pickle::call(pickle::name("os", "system"), {}))))});
    cases.lies("comment", "does not end with a directory", {.comment = "hello"});
    cases.lies("comment that looks like an end", "does not end with a directory",
               {.comment = "PK\x05\x06" + std::string(17, '\0') + "x"});
    cases.lies("program before the archive", "unknown format", {.before = "#!/bin/sh\ntouch hostile\n"});
    cases.lies("other bytes before the first entry", "come before its first entry", {.before = "PK\x03\x04 hostile"});
    cases.lies("bytes between directory and end", "directory is not where it says", {.betweenDirectoryAndEnd = "x"});
    cases.lies("fewer entries than there are", "more entries than it counts", {.count = 3});
    cases.lies("more entries than there are", "records is truncated", {.count = 5});
    cases.lies("65535 entries", "records is truncated", {.count = 0xffff});
    cases.lies("directory before the file", "directory is not where it says", {.directoryBegin = 0});
    cases.lies("directory past the file", "directory is not where it says", {.directoryBegin = 1'000'000});
    cases.lies("directory of 4 GiB", "directory is not where it says", {.directorySize = 0xfffffffe});
    cases.lies("shorter directory", "directory is not where it says", {.directorySize = 10});
    cases.lies("several disks", "several disks", {.disk = 1});
    cases.lies("zip64 end of several disks", "several disks", {.zip64 = true, .disk = 1});
    cases.lies("zip64 count that differs", "do not agree", {.zip64 = true, .count64 = 5});
    cases.lies("zip64 count of 2^64 - 1", "records is truncated", {.zip64 = true, .count = 0xffff, .count64 = ~0ull});
    cases.lies("zip64 directory of 2^64 - 1 bytes", "zip64 directory is not where",
               {.zip64 = true, .directorySize = 0xffffffff, .directorySize64 = ~0ull});
    cases.lies("zip64 directory at 2^64 - 1", "zip64 directory is not where",
               {.zip64 = true, .directoryBegin = 0xffffffff, .directoryBegin64 = ~0ull});
    cases.lies("zip64 directory at 0", "zip64 directory is not where", {.zip64 = true, .directoryBegin64 = 0});
    cases.lies("zip64 end at 0", "zip64 end record is not where", {.zip64 = true, .end64Begin = 0});
    cases.lies("zip64 end past the file", "zip64 end record is not where", {.zip64 = true, .end64Begin = ~0ull});
    cases.lies("zip64 wanted and absent", "directory is not where it says",
               {.count = 0xffff, .directoryBegin = 0xffffffff});
    const std::string good = torchArchive(pickle::goodDocument());
    std::string directory = good;
    directory.replace(directory.find("PK\x01\x02"), 4, "PK\x01\x03");
    cases.push_back({"directory of no entries", directory, "not an entry"});
    std::string local = good;
    local.replace(local.find("PK\x03\x04", 4), 4, "PK\x03\x05");
    cases.push_back({"local header of no signature", local, "not a header"});
    cases.push_back({"only the signature", "PK\x03\x04", "ends before its directory"});
    cases.push_back({"an archive without entries", zipOf({}), "empty zip archive"});
    cases.push_back({"an archive doubled", good + good, "directory is not where it says"});
    return cases;
}

} // namespace palimpsest::testing
