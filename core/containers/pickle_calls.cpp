// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a pickle gets when it calls a name of the allow-list: plain values, made here; nothing is executed.
#include "core/containers/checked_shape.h"
#include "core/containers/file_refusal.h"
#include "core/containers/pickle_heap.h"

#include <array>
#include <bit>
#include <cstring>
#include <optional>

namespace palimpsest {
namespace {

/// What a tensor counts for in the bound on objects, apart from its dimensions.
constexpr std::size_t kTensorItems = 4;

struct NumpyTypeRow {
    std::string_view name;
    ElementType type;
};

constexpr std::array kNumpyTypes{
    NumpyTypeRow{"b1", ElementType::boolean}, NumpyTypeRow{"f4", ElementType::float32},
    NumpyTypeRow{"f8", ElementType::float64}, NumpyTypeRow{"i1", ElementType::int8},
    NumpyTypeRow{"i2", ElementType::int16},   NumpyTypeRow{"i4", ElementType::int32},
    NumpyTypeRow{"i8", ElementType::int64},   NumpyTypeRow{"u1", ElementType::uint8},
    NumpyTypeRow{"u2", ElementType::uint16},  NumpyTypeRow{"u4", ElementType::uint32},
};

template <typename T>
T valueOf(const std::array<std::byte, 8>& bytes) {
    T value;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

PickleValue numberOf(ElementType type, const std::array<std::byte, 8>& bytes) {
    switch (type) {
    case ElementType::boolean:
        return bytes[0] != std::byte{0};
    case ElementType::float32:
        return double{valueOf<float>(bytes)};
    case ElementType::float64:
        return valueOf<double>(bytes);
    case ElementType::int8:
        return std::int64_t{valueOf<std::int8_t>(bytes)};
    case ElementType::int16:
        return std::int64_t{valueOf<std::int16_t>(bytes)};
    case ElementType::int32:
        return std::int64_t{valueOf<std::int32_t>(bytes)};
    case ElementType::uint8:
        return std::int64_t{valueOf<std::uint8_t>(bytes)};
    case ElementType::uint16:
        return std::int64_t{valueOf<std::uint16_t>(bytes)};
    case ElementType::uint32:
        return std::int64_t{valueOf<std::uint32_t>(bytes)};
    default:
        return valueOf<std::int64_t>(bytes);
    }
}

/// None if there are not exactly `count` bytes. Latin-1 text has one byte per code point, one or two bytes in UTF-8.
std::optional<std::array<std::byte, 8>> exactBytes(const PickleBytes& source, std::size_t count) {
    std::array<std::byte, 8> result{};
    std::size_t filled = 0;
    for (std::size_t i = 0; i < source.bytes.size(); ++i, ++filled) {
        auto value = static_cast<unsigned char>(source.bytes[i]);
        if (source.latin1 && value >= 0x80) {
            if ((value & 0xFE) != 0xC2 || ++i == source.bytes.size()) {
                return std::nullopt;
            }
            value = static_cast<unsigned char>(value << 6 | (static_cast<unsigned char>(source.bytes[i]) & 0x3F));
        }
        if (filled == count) {
            return std::nullopt;
        }
        result[filled] = static_cast<std::byte>(value);
    }
    return filled == count ? std::optional(result) : std::nullopt;
}

} // namespace

PickleId PickleHeap::callAny(PickleId callee, PickleId arguments) {
    if (const auto* foreign = find<PickleForeign>(callee)) {
        return add(PickleForeign{*foreign});
    }
    const auto* const* name = find<const PickleName*>(callee);
    if (name == nullptr) {
        refuse("its pickle calls something that is not a name");
    }
    return call(**name, arguments);
}

PickleId PickleHeap::call(const PickleName& name, PickleId arguments) {
    const auto* tuple = find<PickleTuple>(arguments);
    if (tuple == nullptr) {
        refuse("a call in its pickle has no list of arguments");
    }
    const std::vector<PickleId> items = tuple->items.size() <= 8 ? tuple->items : std::vector<PickleId>(9);
    switch (name.role) {
    case PickleRole::dictionary:
        return dictionaryOf(items);
    case PickleRole::list:
        return listOf(items);
    case PickleRole::text:
    case PickleRole::bytes:
        return textOf(name, items);
    case PickleRole::numpyType:
        return numpyTypeOf(items);
    case PickleRole::numpyNumber:
        return numpyNumberOf(items);
    case PickleRole::tensor:
    case PickleRole::tensorV2:
    case PickleRole::tensorV3:
        return tensorOf(name, items);
    case PickleRole::parameter:
        return parameterOf(items);
    default:
        refuse(Message("its pickle calls %1, which is not callable", name.name));
    }
}

PickleId PickleHeap::dictionaryOf(const std::vector<PickleId>& arguments) {
    if (arguments.empty()) {
        return add(PickleDictionary{});
    }
    const bool single = arguments.size() == 1;
    const bool isDefault =
        single && (find<PickleForeign>(arguments[0]) != nullptr || find<const PickleName*>(arguments[0]) != nullptr ||
                   find<PickleNone>(arguments[0]) != nullptr);
    if (isDefault) { // of a defaultdict: what makes its further items
        return add(PickleDictionary{});
    }
    if (const auto* source = single ? find<PickleDictionary>(arguments[0]) : nullptr) {
        charge(source->entries.size());
        return add(PickleDictionary{*source});
    }
    const auto* items = single ? itemsOf(arguments[0]) : nullptr;
    if (items == nullptr) {
        refuse("a dictionary in its pickle is made of something other than pairs");
    }
    charge(items->size());
    PickleDictionary result;
    for (const PickleId pair : *items) {
        const auto* both = itemsOf(pair);
        if (both == nullptr || both->size() != 2) {
            refuse("a dictionary in its pickle is made of something other than pairs");
        }
        result.entries.emplace_back((*both)[0], (*both)[1]);
    }
    return add(std::move(result));
}

PickleId PickleHeap::listOf(const std::vector<PickleId>& arguments) {
    const auto* items = arguments.size() == 1 ? itemsOf(arguments[0]) : nullptr;
    if (items == nullptr) {
        refuse("a shape or set in its pickle is made of something other than a list");
    }
    charge(items->size());
    return add(PickleTuple{*items});
}

PickleId PickleHeap::textOf(const PickleName& name, const std::vector<PickleId>& arguments) {
    const auto* text = arguments.empty() || arguments.size() > 2 ? nullptr : find<PickleText>(arguments[0]);
    if (text == nullptr) {
        refuse(Message("its pickle calls %1 with something other than text", name.name));
    }
    if (name.role == PickleRole::text) {
        return add(PickleText{text->text});
    }
    const auto* encoding = arguments.size() == 2 ? find<PickleText>(arguments[1]) : nullptr;
    if (encoding == nullptr || encoding->text != "latin1") {
        refuse("its pickle encodes text in an encoding other than latin1");
    }
    return add(PickleBytes{text->text, true});
}

PickleId PickleHeap::numpyTypeOf(const std::vector<PickleId>& arguments) {
    const auto* text = arguments.empty() || arguments.size() > 3 ? nullptr : find<PickleText>(arguments[0]);
    for (const NumpyTypeRow& row : kNumpyTypes) {
        if (text != nullptr && row.name == text->text) {
            return add(PickleNumpyType{row.type});
        }
    }
    if (text == nullptr) {
        refuse("a numpy type in its pickle has no name");
    }
    return add(PickleForeign{"numpy", "dtype"});
}

PickleId PickleHeap::numpyNumberOf(const std::vector<PickleId>& arguments) {
    const bool isPair = arguments.size() == 2;
    if (isPair && find<PickleForeign>(arguments[0]) != nullptr) {
        return add(PickleForeign{"numpy", "scalar"});
    }
    const auto* type = isPair ? find<PickleNumpyType>(arguments[0]) : nullptr;
    const auto* bytes = isPair ? find<PickleBytes>(arguments[1]) : nullptr;
    if (type == nullptr || bytes == nullptr) {
        refuse("a numpy number in its pickle has no type or no bytes");
    }
    const auto exact = exactBytes(*bytes, byteSize(type->type));
    if (!exact) {
        refuse("a numpy number in its pickle does not have as many bytes as its type");
    }
    return add(numberOf(type->type, *exact));
}

PickleId PickleHeap::tensorOf(const PickleName& name, const std::vector<PickleId>& arguments) {
    const std::size_t required = name.role == PickleRole::tensor ? 4 : name.role == PickleRole::tensorV2 ? 6 : 7;
    const std::size_t most = name.role == PickleRole::tensor ? 4 : required + 1;
    if (arguments.size() < required || arguments.size() > most) {
        refuse("a tensor in its pickle has the wrong number of arguments");
    }
    const auto* offset = find<std::int64_t>(arguments[1]);
    const auto* gradient = required > 4 ? find<bool>(arguments[4]) : nullptr;
    if (offset == nullptr || (required > 4 && gradient == nullptr)) {
        refuse("a tensor in its pickle has an invalid offset or flag");
    }
    PickledTensor tensor{storageIn(arguments[0]),         {}, *offset, sidesOf(arguments[2]), sidesOf(arguments[3]),
                         gradient != nullptr && *gradient};
    tensor.type = objects_.storages[tensor.storage].type;
    if (name.role == PickleRole::tensorV3) {
        const auto* const* type = find<const PickleName*>(arguments[6]);
        if (type == nullptr || (*type)->role != PickleRole::elementType) {
            refuse("a tensor in its pickle has an invalid element type");
        }
        tensor.type = (*type)->type;
    }
    checkInside(tensor);
    return addTensor(std::move(tensor));
}

PickleId PickleHeap::addTensor(PickledTensor tensor) {
    charge(kTensorItems + 2 * tensor.shape.size());
    objects_.tensors.push_back(std::move(tensor));
    return add(PickleTensorRef{objects_.tensors.size() - 1});
}

std::size_t PickleHeap::storageIn(PickleId id) const {
    const auto* storage = find<PickleStorageRef>(id);
    if (storage == nullptr) {
        refuse("a tensor in its pickle has no storage");
    }
    return storage->index;
}

std::vector<std::int64_t> PickleHeap::sidesOf(PickleId id) const {
    const auto* items = itemsOf(id);
    if (items == nullptr || items->size() > kMostDimensions) {
        refuse("a tensor in its pickle has a shape or strides that are not a list of at most 64 numbers");
    }
    std::vector<std::int64_t> sides;
    for (const PickleId item : *items) {
        const auto* side = find<std::int64_t>(item);
        if (side == nullptr) {
            refuse("a tensor in its pickle has a shape or strides that are not whole numbers");
        }
        sides.push_back(*side);
    }
    return sides;
}

void PickleHeap::checkInside(const PickledTensor& tensor) const {
    const PickledStorage& storage = objects_.storages[tensor.storage];
    if (tensor.shape.size() != tensor.strides.size()) {
        refuse("a tensor in its pickle does not have as many strides as dimensions");
    }
    const auto storageBytes = checkedByteCount(std::array{storage.count}, byteSize(storage.type));
    const auto bytes = checkedByteCount(tensor.shape, byteSize(tensor.type));
    const auto reach = checkedReach(tensor.offset, tensor.shape, tensor.strides);
    if (!bytes || !reach || !storageBytes) {
        refuse("a tensor in its pickle has a negative dimension, stride or offset, or is larger than memory can be");
    }
    if (*reach > *storageBytes / byteSize(tensor.type)) {
        refuse(Message("a tensor in its pickle reaches beyond its storage \"%1\"", storage.key));
    }
}

PickleId PickleHeap::parameterOf(const std::vector<PickleId>& arguments) {
    const auto* tensor = arguments.size() == 3 ? find<PickleTensorRef>(arguments[0]) : nullptr;
    const auto* gradient = tensor == nullptr ? nullptr : find<bool>(arguments[1]);
    if (gradient == nullptr) {
        refuse("a parameter in its pickle holds no tensor or no flag");
    }
    PickledTensor parameter = objects_.tensors[tensor->index];
    parameter.requiresGrad = *gradient;
    return addTensor(std::move(parameter));
}

void PickleHeap::build(PickleId target, PickleId state) {
    if (find<PickleForeign>(target) != nullptr) {
        return;
    }
    if (find<PickleDictionary>(target) != nullptr) {
        return; // attributes of a dictionary: "_metadata", the versions of its modules
    }
    if (find<PickleNumpyType>(target) != nullptr) {
        const auto* fields = find<PickleTuple>(state);
        const auto* order =
            fields == nullptr || fields->items.size() < 2 ? nullptr : find<PickleText>(fields->items[1]);
        if (order != nullptr && (order->text == "<" || order->text == "|")) {
            return;
        }
        objects_.values[target] = PickleForeign{"numpy", "dtype"}; // of another byte order
        return;
    }
    refuse("its pickle sets attributes of something that has none");
}

} // namespace palimpsest
