// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/containers/hostile_case.h"
#include "tests/core/containers/little_endian.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Pickles of protocol 2, piece by piece: every function gives the instructions that leave one object on the stack.
namespace palimpsest::testing::pickle {

using Pieces = std::vector<std::string>;

inline std::string joined(const Pieces& pieces) {
    std::string result;
    for (const std::string& piece : pieces) {
        result += piece;
    }
    return result;
}

inline std::string text(std::string_view letters) { return "X" + u32(letters.size()) + std::string(letters); }
inline std::string integer(std::int64_t number) { return "\x8a\x08" + u64(static_cast<std::uint64_t>(number)); }
inline std::string truth(bool value) { return value ? "\x88" : "\x89"; }
inline std::string tuple(const Pieces& items) { return "(" + joined(items) + "t"; }
inline std::string list(const Pieces& items) { return "](" + joined(items) + "e"; }
inline std::string dictionary(const std::vector<std::pair<std::string, std::string>>& entries) {
    std::string result = "}(";
    for (const auto& [key, value] : entries) {
        result += key + value;
    }
    return result + "u";
}
inline std::string name(std::string_view module, std::string_view object) {
    return "c" + std::string(module) + "\n" + std::string(object) + "\n";
}
inline std::string call(const std::string& callee, const Pieces& arguments) { return callee + tuple(arguments) + "R"; }
inline std::string ordered() { return call(name("collections", "OrderedDict"), {}); }

inline std::string numbers(const std::vector<std::int64_t>& values) {
    Pieces pieces;
    for (const std::int64_t value : values) {
        pieces.push_back(integer(value));
    }
    return tuple(pieces);
}

inline std::string storage(std::string_view type, std::string_view key, std::int64_t count) {
    return tuple({text("storage"), name("torch", type), text(key), text("cpu"), integer(count)}) + "Q";
}

struct View {
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};

inline std::string tensor(const std::string& storage, const View& view) {
    return call(name("torch._utils", "_rebuild_tensor_v2"),
                {storage, integer(view.offset), numbers(view.shape), numbers(view.strides), truth(false), ordered()});
}

inline std::string parameter(const std::string& tensor) {
    return call(name("torch._utils", "_rebuild_parameter"), {tensor, truth(true), ordered()});
}

inline std::string document(const std::string& object) { return "\x80\x02" + object + "."; }

/// Four float32 in storage "0".
inline std::string goodTensor() { return tensor(storage("FloatStorage", "0", 4), {0, {2, 2}, {2, 1}}); }
inline std::string goodDocument() { return document(dictionary({{text("weight"), goodTensor()}})); }

inline std::string repeated(const std::string& piece, std::size_t count) {
    std::string result;
    result.reserve(piece.size() * count);
    while (count-- > 0) {
        result += piece;
    }
    return result;
}

} // namespace palimpsest::testing::pickle

namespace palimpsest::testing {

/// Cases that are pickles of one object.
struct PickleCases : HostileCases {
    void add(const std::string& title, const std::string& object, const std::string& complaint) {
        push_back({title, pickle::document(object), complaint});
    }
};

} // namespace palimpsest::testing
