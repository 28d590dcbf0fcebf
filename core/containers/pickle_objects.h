// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/pickle_names.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace palimpsest {

/// Index of an object in PickleObjects.
using PickleId = std::uint32_t;

struct PickleNone {};
struct PickleText {
    std::string_view text; ///< UTF-8, in the pickle
};
struct PickleBytes {
    std::string_view bytes; ///< in the pickle; `latin1`: one per code point of UTF-8 text
    bool latin1 = false;
};
struct PickleTuple {
    std::vector<PickleId> items;
};
struct PickleList {
    std::vector<PickleId> items;
};
struct PickleDictionary {
    std::vector<std::pair<PickleId, PickleId>> entries;
};
/// An object, or its class, that is passed over: nothing is made of it.
struct PickleForeign {
    std::string_view module;
    std::string_view name;
};
struct PickleNumpyType {
    ElementType type;
};
/// Index in PickleObjects::storages.
struct PickleStorageRef {
    std::size_t index;
};
/// Index in PickleObjects::tensors.
struct PickleTensorRef {
    std::size_t index;
};

using PickleValue = std::variant<PickleNone, bool, std::int64_t, double, PickleText, PickleBytes, PickleTuple,
                                 PickleList, PickleDictionary, const PickleName*, PickleForeign, PickleNumpyType,
                                 PickleStorageRef, PickleTensorRef>;

/// Data outside the pickle, known by a key.
struct PickledStorage {
    std::string_view key;
    ElementType type;
    std::int64_t count; ///< elements
};

/// Checked against its storage's count.
struct PickledTensor {
    std::size_t storage;
    ElementType type;
    std::int64_t offset;
    std::vector<std::int64_t> shape, strides;
    bool requiresGrad;
};

/// The objects of one pickle, which may refer to each other in cycles. Texts are views of the pickle.
struct PickleObjects {
    std::vector<PickleValue> values;
    std::vector<PickledStorage> storages; ///< keys are unique
    std::vector<PickledTensor> tensors;
    PickleId root = 0;
    std::size_t length = 0; ///< bytes of the pickle, up to and with its last instruction
};

} // namespace palimpsest
