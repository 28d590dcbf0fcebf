// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/legacy_torch_file.h"

#include "core/containers/file_refusal.h"
#include "core/containers/pickled_contents.h"
#include "core/containers/restricted_unpickler.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace palimpsest {
namespace {

/// The pickle of the number 0x1950a86a20f9469cfc6c.
constexpr std::string_view kMagic("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.", 15);
constexpr std::int64_t kProtocol = 1001;
/// Enough for the pickles of most files.
constexpr std::uint64_t kSmallFront = 256u << 10;

class LegacyReader {
public:
    /// Looks for the pickles in the first `frontBytes`.
    LegacyReader(const ByteSource& file, std::uint64_t frontBytes) : file_(file), text_(frontBytes, '\0') {
        file.read(0, std::as_writable_bytes(std::span(text_)));
        if (!text_.starts_with(kMagic)) {
            refuse("it does not start with its magic number");
        }
    }

    ContainerContents read() {
        const PickleObjects protocol = nextPickle();
        const auto* number = std::get_if<std::int64_t>(&protocol.values[protocol.root]);
        if (number == nullptr || *number != kProtocol) {
            refuse("its protocol is not 1001");
        }
        checkByteOrder(nextPickle());
        const PickleObjects objects = nextPickle();
        const PickleObjects keys = nextPickle();
        return flattenPickle(objects, storagesOf(objects, keysOf(keys)), file_.name(), file_.size());
    }

private:
    [[noreturn]] void refuse(const Message& rule) const { throw invalidTorchFile(file_.name(), rule); }

    PickleObjects nextPickle() {
        PickleObjects objects = readPickle(std::string_view(text_).substr(position_), file_.name());
        position_ += objects.length;
        return objects;
    }

    void checkByteOrder(const PickleObjects& system) const {
        const auto* entries = std::get_if<PickleDictionary>(&system.values[system.root]);
        if (entries != nullptr) {
            for (const auto& [key, value] : entries->entries) {
                const auto* name = std::get_if<PickleText>(&system.values[key]);
                const auto* little = std::get_if<bool>(&system.values[value]);
                if (name != nullptr && name->text == "little_endian" && little != nullptr) {
                    if (!*little) {
                        throw unsupportedTorchFile(file_.name(), "its data is big-endian");
                    }
                    return;
                }
            }
        }
        refuse("it does not say its byte order");
    }

    std::vector<std::string_view> keysOf(const PickleObjects& pickle) const {
        const auto* list = std::get_if<PickleList>(&pickle.values[pickle.root]);
        if (list == nullptr) {
            refuse("its list of storages is not a list");
        }
        std::vector<std::string_view> keys;
        for (const PickleId item : list->items) {
            const auto* key = std::get_if<PickleText>(&pickle.values[item]);
            if (key == nullptr) {
                refuse("its list of storages holds something that is not a key");
            }
            keys.push_back(key->text);
        }
        return keys;
    }

    std::vector<StorageExtent> storagesOf(const PickleObjects& objects, const std::vector<std::string_view>& keys) {
        std::unordered_map<std::string_view, std::size_t> missing;
        for (std::size_t i = 0; i < objects.storages.size(); ++i) {
            missing.emplace(objects.storages[i].key, i);
        }
        std::vector<StorageExtent> extents(objects.storages.size());
        std::uint64_t position = position_;
        for (const std::string_view key : keys) {
            const auto found = missing.find(key);
            if (found == missing.end()) {
                refuse(Message("its storage \"%1\" is twice in the list, or nothing refers to it", shown(key)));
            }
            extents[found->second] = extentAt(position, objects.storages[found->second]);
            position = extents[found->second].begin + extents[found->second].size;
            missing.erase(found);
        }
        if (!missing.empty()) {
            refuse(Message("it has no data for the storage \"%1\"", shown(missing.begin()->first)));
        }
        if (position != file_.size()) {
            refuse("bytes follow after its last storage");
        }
        return extents;
    }

    StorageExtent extentAt(std::uint64_t position, const PickledStorage& storage) const {
        const Message name("the storage \"%1\"", storage.key);
        std::int64_t count = 0;
        if (file_.size() - position < sizeof count) {
            refuse(Message("it ends before %1", name));
        }
        file_.read(position, std::as_writable_bytes(std::span(&count, 1)));
        if (count != storage.count) {
            refuse(Message("%1 has another size than its pickle says", name));
        }
        position += sizeof count;
        if (static_cast<std::uint64_t>(count) > (file_.size() - position) / byteSize(storage.type)) {
            refuse(Message("it ends inside of %1", name));
        }
        return {position, static_cast<std::uint64_t>(count) * byteSize(storage.type), {}};
    }

    const ByteSource& file_;
    std::string text_; ///< the front of the file
    std::size_t position_ = kMagic.size();
};

} // namespace

bool looksLikeLegacyTorchFile(std::span<const std::byte> head) {
    const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
    return text.starts_with(kMagic);
}

// Where the pickles end is known only when they are read: a front that is too short is tried again with all that is
// allowed, so that a large file of small pickles costs little.
ContainerContents readLegacyTorchFile(const ByteSource& file) {
    const std::uint64_t most = std::min<std::uint64_t>(file.size(), kLongestPickle);
    if (most > kSmallFront) {
        try {
            return LegacyReader(file, kSmallFront).read();
        } catch (const Error&) {
            // told again below, if it was not the short front
        }
    }
    return LegacyReader(file, most).read();
}

} // namespace palimpsest
