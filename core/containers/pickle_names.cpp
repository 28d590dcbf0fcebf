// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/pickle_names.h"

#include <array>

namespace palimpsest {
namespace {

using Role = PickleRole;
using Type = ElementType;

constexpr std::array kNames{
    PickleName{"collections", "OrderedDict", Role::dictionary},
    PickleName{"collections", "Counter", Role::dictionary},
    PickleName{"collections", "defaultdict", Role::dictionary},
    PickleName{"__builtin__", "set", Role::list},
    PickleName{"builtins", "set", Role::list},
    PickleName{"torch", "Size", Role::list},
    PickleName{"torch", "device", Role::text},
    // Numbers of numpy, which trainers record; the bytes of one travel as latin-1 text.
    PickleName{"_codecs", "encode", Role::bytes},
    PickleName{"numpy", "dtype", Role::numpyType},
    PickleName{"numpy.core.multiarray", "scalar", Role::numpyNumber},
    PickleName{"numpy._core.multiarray", "scalar", Role::numpyNumber},
    // Classes that older trainers use as keys of a dictionary.
    PickleName{"pytorch_lightning.callbacks.early_stopping", "EarlyStopping", Role::inert},
    PickleName{"pytorch_lightning.callbacks.model_checkpoint", "ModelCheckpoint", Role::inert},
    PickleName{"torch._utils", "_rebuild_parameter", Role::parameter},
    PickleName{"torch._utils", "_rebuild_tensor", Role::tensor},
    PickleName{"torch._utils", "_rebuild_tensor_v2", Role::tensorV2},
    PickleName{"torch._utils", "_rebuild_tensor_v3", Role::tensorV3},
    PickleName{"torch", "BFloat16Storage", Role::storage, Type::bfloat16},
    PickleName{"torch", "BoolStorage", Role::storage, Type::boolean},
    PickleName{"torch", "ByteStorage", Role::storage, Type::uint8},
    PickleName{"torch", "CharStorage", Role::storage, Type::int8},
    PickleName{"torch", "DoubleStorage", Role::storage, Type::float64},
    PickleName{"torch", "FloatStorage", Role::storage, Type::float32},
    PickleName{"torch", "HalfStorage", Role::storage, Type::float16},
    PickleName{"torch", "IntStorage", Role::storage, Type::int32},
    PickleName{"torch", "LongStorage", Role::storage, Type::int64},
    PickleName{"torch", "ShortStorage", Role::storage, Type::int16},
    PickleName{"torch.storage", "UntypedStorage", Role::storage, Type::uint8},
    PickleName{"torch", "bfloat16", Role::elementType, Type::bfloat16},
    PickleName{"torch", "bool", Role::elementType, Type::boolean},
    PickleName{"torch", "float16", Role::elementType, Type::float16},
    PickleName{"torch", "float32", Role::elementType, Type::float32},
    PickleName{"torch", "float64", Role::elementType, Type::float64},
    PickleName{"torch", "float8_e4m3fn", Role::elementType, Type::float8e4m3},
    PickleName{"torch", "float8_e5m2", Role::elementType, Type::float8e5m2},
    PickleName{"torch", "int16", Role::elementType, Type::int16},
    PickleName{"torch", "int32", Role::elementType, Type::int32},
    PickleName{"torch", "int64", Role::elementType, Type::int64},
    PickleName{"torch", "int8", Role::elementType, Type::int8},
    PickleName{"torch", "uint16", Role::elementType, Type::uint16},
    PickleName{"torch", "uint32", Role::elementType, Type::uint32},
    PickleName{"torch", "uint64", Role::elementType, Type::uint64},
    PickleName{"torch", "uint8", Role::elementType, Type::uint8},
};

} // namespace

std::span<const PickleName> pickleNames() { return kNames; }

const PickleName* findPickleName(std::string_view module, std::string_view name) {
    for (const PickleName& known : kNames) {
        if (known.module == module && known.name == name) {
            return &known;
        }
    }
    return nullptr;
}

} // namespace palimpsest
