// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/tensor_info.h"

#include <span>
#include <string_view>

namespace palimpsest {

/// What the restricted unpickler makes when a pickle calls a name; it never executes anything.
enum class PickleRole {
    dictionary,  ///< of nothing, of pairs, or of a dictionary
    list,        ///< of a list or tuple
    text,        ///< its first argument
    bytes,       ///< of latin-1 text
    numpyType,   ///< "f8" and the like
    numpyNumber, ///< of a type and bytes
    storage,     ///< only named
    elementType, ///< only named
    inert,       ///< only named, without meaning
    tensor,      ///< storage, offset, shape, strides
    tensorV2,    ///< and requires_grad, hooks, perhaps metadata
    tensorV3,    ///< and an element type before the metadata
    parameter,   ///< tensor, requires_grad, hooks
};

/// One of the Python names that a file of weights may hold.
struct PickleName {
    std::string_view module;
    std::string_view name;
    PickleRole role;
    ElementType type = ElementType::uint8; ///< of storages and element types
};

/// The allow-list.
std::span<const PickleName> pickleNames();
/// Null if the name is not in the allow-list.
const PickleName* findPickleName(std::string_view module, std::string_view name);

} // namespace palimpsest
