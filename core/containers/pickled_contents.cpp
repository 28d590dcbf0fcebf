// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/pickled_contents.h"

#include "core/containers/file_refusal.h"
#include "core/containers/strided_reading.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_set>
#include <utility>

namespace palimpsest {
namespace {

constexpr int kDeepest = 64;
constexpr std::size_t kMostVisits = 500'000;
constexpr std::size_t kLongestPath = 1024;
constexpr std::size_t kMostPathBytes = 64u << 20;
constexpr std::size_t kMostFactBytes = 16u << 20;
constexpr std::uint64_t kMostRepetitions = 16; // tied weights and exponential averages give two or three
constexpr std::uint64_t kSmallBytes = 1u << 20;

template <typename Number>
std::string numberText(Number number) {
    std::array<char, 64> buffer{};
    const auto [end, failure] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return {buffer.data(), end};
}

class Flattening {
public:
    Flattening(const PickleObjects& objects, std::vector<StorageExtent> storages, const std::string& origin,
               std::uint64_t fileSize)
        : objects_(objects), origin_(origin), fileSize_(fileSize) {
        contents_.storages = std::move(storages);
    }

    ContainerContents run() {
        visit(objects_.root, 0);
        if (contents_.tensors.empty() && !objects_.tensors.empty()) {
            refuseHidden();
        }
        return std::move(contents_);
    }

private:
    [[noreturn]] void refuse(const Message& rule) const { throw invalidTorchFile(origin_, rule); }

    /// All tensors are inside of objects that were passed over.
    void refuseHidden() const {
        for (const PickleValue& value : objects_.values) {
            if (const auto* foreign = std::get_if<PickleForeign>(&value)) {
                throw unsupportedTorchFile(
                    origin_, Message("its weights are in the Python object %1, which only running its code could make",
                                     shown(std::string(foreign->module) + "." + std::string(foreign->name))));
            }
        }
    }

    void visit(PickleId id, int depth) {
        if (depth > kDeepest) {
            refuse("its dictionaries nest deeper than 64 levels or in circles");
        }
        if (++visits_ > kMostVisits) {
            refuse("it holds more than 500000 values");
        }
        const PickleValue& value = objects_.values[id];
        if (const auto* dictionary = std::get_if<PickleDictionary>(&value)) {
            for (const auto& [key, item] : dictionary->entries) {
                visitBelow(keyText(key), item, depth);
            }
        } else if (const auto* list = std::get_if<PickleList>(&value)) {
            visitItems(list->items, depth);
        } else if (const auto* tuple = std::get_if<PickleTuple>(&value)) {
            visitItems(tuple->items, depth);
        } else if (const auto* tensor = std::get_if<PickleTensorRef>(&value)) {
            addTensor(objects_.tensors[tensor->index]);
        } else {
            addFact(value);
        }
    }

    void visitItems(const std::vector<PickleId>& items, int depth) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            visitBelow(std::to_string(i), items[i], depth);
        }
    }

    void visitBelow(std::string_view key, PickleId item, int depth) {
        const std::size_t length = path_.size();
        if (length + key.size() > kLongestPath) {
            refuse("a name in it is longer than 1024 characters");
        }
        path_.append(depth == 0 ? "" : "/").append(key);
        visit(item, depth + 1);
        path_.resize(length);
    }

    std::string keyText(PickleId key) const {
        const PickleValue& value = objects_.values[key];
        if (const auto* text = std::get_if<PickleText>(&value)) {
            if (!isPlainUtf8(text->text)) {
                refuse(Message("the name \"%1\" is not plain UTF-8 text", shown(text->text)));
            }
            return std::string(text->text);
        }
        if (const auto* name = std::get_if<const PickleName*>(&value)) {
            return std::string((*name)->name);
        }
        if (const auto* foreign = std::get_if<PickleForeign>(&value)) {
            return std::string(foreign->name);
        }
        const std::optional<std::string> number = scalarText(value);
        if (!number) {
            refuse("a dictionary in it has a key that is neither text nor a number");
        }
        return *number;
    }

    /// Nothing for what is no truth value, number or name of an element type.
    static std::optional<std::string> scalarText(const PickleValue& value) {
        if (const auto* truth = std::get_if<bool>(&value)) {
            return *truth ? "true" : "false";
        }
        if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            return numberText(*integer);
        }
        if (const auto* real = std::get_if<double>(&value)) {
            return numberText(*real);
        }
        if (const auto* name = std::get_if<const PickleName*>(&value)) {
            return std::string((*name)->module) + "." + std::string((*name)->name);
        }
        return std::nullopt;
    }

    void addFact(const PickleValue& value) {
        std::optional<std::string> text = scalarText(value);
        if (const auto* words = std::get_if<PickleText>(&value); words != nullptr && isUtf8(words->text)) {
            text = std::string(words->text);
        }
        if (!text) {
            return; // None, bytes, text in an old encoding, storages without a tensor
        }
        factBytes_ += text->size() + path_.size();
        if (factBytes_ > kMostFactBytes) {
            refuse("it holds more than 16 MiB of texts and numbers outside of its tensors");
        }
        claimPath();
        contents_.facts.emplace(path_, std::move(*text));
    }

    void addTensor(const PickledTensor& tensor) {
        claimPath();
        StoredTensor stored;
        stored.info = {path_.empty() ? "tensor" : path_, tensor.type, tensor.shape, tensor.requiresGrad};
        stored.storage = tensor.storage;
        stored.offset = static_cast<std::uint64_t>(tensor.offset);
        stored.strides = tensor.strides;
        const std::uint64_t bytes = stored.info.byteCount();
        if (bytes > std::max(fileSize_, kSmallBytes)) {
            refuse(Message("the tensor \"%1\" is larger than the file", shown(stored.info.name)));
        }
        bytes_ += bytes;
        if (bytes_ > kMostRepetitions * std::max(fileSize_, kSmallBytes)) {
            refuse("its tensors are more than 16 times larger than the file");
        }
        if (bytes > 0 && elementsOverlap(tensor.shape, tensor.strides)) {
            refuse(Message("the elements of the tensor \"%1\" overlap", shown(stored.info.name)));
        }
        contents_.tensors.push_back(std::move(stored));
    }

    void claimPath() {
        pathBytes_ += path_.size();
        if (pathBytes_ > kMostPathBytes) {
            refuse("it holds more than 64 MiB of names");
        }
        if (!paths_.insert(path_).second) {
            refuse(Message("it holds \"%1\" twice", shown(path_)));
        }
    }

    const PickleObjects& objects_;
    std::string origin_;
    std::uint64_t fileSize_;
    ContainerContents contents_;
    std::string path_;
    std::unordered_set<std::string> paths_;
    std::size_t visits_ = 0;
    std::size_t pathBytes_ = 0;
    std::size_t factBytes_ = 0;
    std::uint64_t bytes_ = 0;
};

} // namespace

ContainerContents flattenPickle(const PickleObjects& objects, std::vector<StorageExtent> storages,
                                const std::string& origin, std::uint64_t fileSize) {
    return Flattening(objects, std::move(storages), origin, fileSize).run();
}

} // namespace palimpsest
