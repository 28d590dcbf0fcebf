// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/pickle_heap.h"

#include "core/containers/file_refusal.h"

#include <algorithm>
#include <cctype>

namespace palimpsest {
namespace {

constexpr std::size_t kLongestKey = 64;

bool isStorageKey(std::string_view text) {
    return !text.empty() && text.size() <= kLongestKey && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '_' || c == '-';
    });
}

} // namespace

PickleId PickleHeap::add(PickleValue value) {
    charge(1);
    objects_.values.push_back(std::move(value));
    return static_cast<PickleId>(objects_.values.size() - 1);
}

const std::vector<PickleId>* PickleHeap::itemsOf(PickleId id) const {
    if (const auto* tuple = find<PickleTuple>(id)) {
        return &tuple->items;
    }
    const auto* list = find<PickleList>(id);
    return list == nullptr ? nullptr : &list->items;
}

void PickleHeap::charge(std::size_t items) {
    if (items > kMostItems - items_) {
        refuse("its pickle makes more than 1 million objects");
    }
    items_ += items;
}

PickleId PickleHeap::addStorage(PickleId persistentId) {
    const auto* id = find<PickleTuple>(persistentId);
    const auto* kind = id == nullptr || id->items.empty() ? nullptr : find<PickleText>(id->items[0]);
    if (kind != nullptr && kind->text == "module") {
        refuseUnsupported("it holds a whole network with its Python code");
    }
    if (kind == nullptr || kind->text != "storage" || id->items.size() < 5 || id->items.size() > 6) {
        refuse("a persistent id in its pickle is not a storage");
    }
    const auto* const* type = find<const PickleName*>(id->items[1]);
    const auto* key = find<PickleText>(id->items[2]);
    const auto* count = find<std::int64_t>(id->items[4]);
    if (type == nullptr || (*type)->role != PickleRole::storage || key == nullptr || count == nullptr || *count < 0) {
        refuse("a storage in its pickle has no type, key or count");
    }
    if (!isStorageKey(key->text)) {
        refuse(Message("a storage in its pickle has the invalid key \"%1\"", shown(key->text)));
    }
    if (id->items.size() == 6 && find<PickleNone>(id->items[5]) == nullptr) {
        refuseUnsupported("it holds views of storages as PyTorch before 0.4 wrote them");
    }
    return add(PickleStorageRef{storageIndex({key->text, (*type)->type, *count})});
}

std::size_t PickleHeap::storageIndex(const PickledStorage& storage) {
    const auto [found, isNew] = storageIndices_.emplace(storage.key, objects_.storages.size());
    if (isNew) {
        objects_.storages.push_back(storage);
    }
    const PickledStorage& known = objects_.storages[found->second];
    if (known.type != storage.type || known.count != storage.count) {
        refuse(Message("the storage \"%1\" is described in two ways", storage.key));
    }
    return found->second;
}

void PickleHeap::refuse(const Message& rule) const { throw invalidTorchFile(origin_, rule); }

void PickleHeap::refuseUnsupported(const Message& cause) const { throw unsupportedTorchFile(origin_, cause); }

} // namespace palimpsest
