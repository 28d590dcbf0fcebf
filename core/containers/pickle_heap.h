// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/containers/pickle_objects.h"

#include <string>
#include <unordered_map>
#include <utility>

namespace palimpsest {

/// The objects of a pickle while it is read: makes new ones and limits their number, so that a small pickle cannot
/// exhaust memory.
class PickleHeap {
public:
    /// Objects, and items that a call copies from one to another.
    static constexpr std::size_t kMostItems = 1'000'000;

    /// `origin` names the file in messages.
    explicit PickleHeap(std::string origin) : origin_(std::move(origin)) {}

    PickleId add(PickleValue value);
    /// Null if the object is not a T.
    template <typename T>
    const T* find(PickleId id) const {
        return std::get_if<T>(&objects_.values[id]);
    }
    template <typename T>
    T* find(PickleId id) {
        return std::get_if<T>(&objects_.values[id]);
    }
    /// The items of a tuple or a list, else null.
    const std::vector<PickleId>* itemsOf(PickleId id) const;
    /// Throws Error(badInput) if that makes more than kMostItems in all.
    void charge(std::size_t items);

    /// The storage of a persistent id: ("storage", type, key, place, count [, None]). Throws Error(badInput).
    PickleId addStorage(PickleId persistentId);
    /// What a call gives. Throws Error(badInput) if the arguments are not what the name takes.
    PickleId call(const PickleName& name, PickleId arguments);
    /// What the class or function `callee` gives: see the other; of a foreign one, a foreign object.
    PickleId callAny(PickleId callee, PickleId arguments);
    /// Sets the attributes that an object was saved with; only those that do not matter here are accepted.
    void build(PickleId target, PickleId state);

    /// Throws Error(badInput).
    [[noreturn]] void refuse(const Message& rule) const;
    [[noreturn]] void refuseUnsupported(const Message& cause) const;

    PickleObjects take() { return std::move(objects_); }

private:
    PickleId dictionaryOf(const std::vector<PickleId>& arguments);
    PickleId listOf(const std::vector<PickleId>& arguments);
    PickleId textOf(const PickleName& name, const std::vector<PickleId>& arguments);
    PickleId numpyTypeOf(const std::vector<PickleId>& arguments);
    PickleId numpyNumberOf(const std::vector<PickleId>& arguments);
    PickleId tensorOf(const PickleName& name, const std::vector<PickleId>& arguments);
    PickleId parameterOf(const std::vector<PickleId>& arguments);
    std::vector<std::int64_t> sidesOf(PickleId id) const;
    PickleId addTensor(PickledTensor tensor);
    std::size_t storageIndex(const PickledStorage& storage);
    std::size_t storageIn(PickleId id) const;
    void checkInside(const PickledTensor& tensor) const;

    std::string origin_;
    PickleObjects objects_;
    std::unordered_map<std::string_view, std::size_t> storageIndices_; ///< by key
    std::size_t items_ = 0;
};

} // namespace palimpsest
