// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/torch_archive.h"

#include "core/containers/checksum.h"
#include "core/containers/file_refusal.h"
#include "core/containers/pickled_contents.h"
#include "core/containers/restricted_unpickler.h"
#include "core/containers/zip_directory.h"

#include <array>
#include <unordered_map>

namespace palimpsest {
namespace {

constexpr std::string_view kPickle = "data.pkl";
constexpr std::string_view kNumbers = "data/";
constexpr std::string_view kByteOrder = "byteorder";
/// Written by torch.save beside the pickle and the data; only the byte order matters here.
constexpr std::array<std::string_view, 5> kDescriptions{kByteOrder, "version", ".data/serialization_id",
                                                        ".format_version", ".storage_alignment"};

/// Entries that tell what else an archive is.
struct Program {
    std::string_view entry;
    Message title;
};

const std::array kPrograms{
    Program{"code/", "a TorchScript program"},
    Program{"constants.pkl", "a TorchScript program"},
    Program{"model.json", "a TorchScript program"},
    Program{"bytecode.pkl", "a TorchScript program"},
    Program{"archive_format", "an exported program (pt2)"},
    Program{"models/", "an exported program (pt2)"},
    Program{"serialized_exported_program.json", "an exported program (pt2)"},
    Program{".data/extern_modules", "a package of Python code"},
    Program{".data/python_version", "a package of Python code"},
};

class ArchiveReader {
public:
    explicit ArchiveReader(const ByteSource& file) : file_(file) {
        for (ZipEntry& entry : readZipDirectory(file)) {
            std::string name = entry.name;
            entries_.emplace(std::move(name), std::move(entry));
        }
    }

    ContainerContents read() {
        findPrefix();
        for (const auto& [name, entry] : entries_) {
            checkAllowed(name);
        }
        checkByteOrder();
        const std::string pickle = pickleBytes();
        const PickleObjects objects = readPickle(pickle, file_.name());
        if (objects.length != pickle.size()) {
            refuse("bytes follow after the end of its pickle");
        }
        return flattenPickle(objects, storagesOf(objects), file_.name(), file_.size());
    }

private:
    [[noreturn]] void refuse(const Message& rule) const { throw invalidTorchFile(file_.name(), rule); }

    /// All entries lie in one folder, whose name varies.
    void findPrefix() {
        for (const auto& [name, entry] : entries_) {
            const std::size_t slash = name.find('/');
            const std::string prefix = slash == std::string::npos ? std::string() : name.substr(0, slash + 1);
            if (prefix_.empty()) {
                prefix_ = prefix;
            }
            checkNoProgram(std::string_view(name).substr(prefix.size()));
            if (prefix.empty() || prefix != prefix_) {
                refuse("it is a zip archive, but torch.save did not write it");
            }
        }
        if (!entries_.contains(prefix_ + std::string(kPickle))) {
            refuse("it is a zip archive, but torch.save did not write it: it has no data.pkl");
        }
    }

    void checkNoProgram(std::string_view name) const {
        for (const Program& program : kPrograms) {
            if (name == program.entry || (program.entry.back() == '/' && name.starts_with(program.entry))) {
                throw unsupportedTorchFile(file_.name(), Message("it is %1, not weights alone", program.title));
            }
        }
    }

    void checkAllowed(const std::string& fullName) const {
        const std::string_view name = std::string_view(fullName).substr(prefix_.size());
        bool allowed = name == kPickle || (name.starts_with(kNumbers) && name.find('/', kNumbers.size()) == name.npos);
        for (const std::string_view description : kDescriptions) {
            allowed = allowed || name == description;
        }
        if (!allowed) {
            refuse(Message("it holds \"%1\", which no file of weights has", shown(fullName)));
        }
    }

    void checkByteOrder() const {
        const auto found = entries_.find(prefix_ + std::string(kByteOrder));
        if (found == entries_.end()) {
            return; // before PyTorch 2.1: little-endian but for exotic machines
        }
        std::string text(std::min<std::uint64_t>(found->second.size, 8), '\0');
        file_.read(found->second.begin, std::as_writable_bytes(std::span(text)));
        if (text != "little") {
            throw unsupportedTorchFile(file_.name(), "its data is big-endian");
        }
    }

    std::string pickleBytes() const {
        const ZipEntry& entry = entries_.at(prefix_ + std::string(kPickle));
        if (entry.size > kLongestPickle) {
            refuse("its pickle is longer than 32 MiB");
        }
        std::string pickle(entry.size, '\0');
        const auto bytes = std::as_writable_bytes(std::span(pickle));
        file_.read(entry.begin, bytes);
        if (entry.checksum != 0 && crc32(bytes) != entry.checksum) {
            refuse("its pickle does not match its recorded checksum");
        }
        return pickle;
    }

    std::vector<StorageExtent> storagesOf(const PickleObjects& objects) const {
        std::vector<StorageExtent> extents;
        for (const PickledStorage& storage : objects.storages) {
            const std::string key(storage.key);
            const auto found = entries_.find(prefix_ + std::string(kNumbers) + key);
            if (found == entries_.end()) {
                refuse(Message("it has no data for the storage \"%1\"", key));
            }
            const ZipEntry& entry = found->second;
            if (entry.size / byteSize(storage.type) != static_cast<std::uint64_t>(storage.count) ||
                entry.size % byteSize(storage.type) != 0) {
                refuse(Message("the storage \"%1\" has another size than its pickle says", key));
            }
            extents.push_back({entry.begin, entry.size, {}});
            if (entry.checksum != 0) { // 0: written without checksums
                extents.back().checksum = entry.checksum;
            }
        }
        return extents;
    }

    const ByteSource& file_;
    std::unordered_map<std::string, ZipEntry> entries_;
    std::string prefix_;
};

} // namespace

ContainerContents readTorchArchive(const ByteSource& file) { return ArchiveReader(file).read(); }

} // namespace palimpsest
