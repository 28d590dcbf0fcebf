// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/containers/hostile_case.h"
#include "tests/core/containers/pickle_builder.h"

#include <limits>

namespace palimpsest::testing {

/// Cases of one tensor, for archives with 16 bytes in storage "0".
struct TensorCases : HostileCases {
    void add(const std::string& title, const std::string& object, const std::string& complaint) {
        push_back({title, pickle::document(pickle::dictionary({{pickle::text("weight"), object}})), complaint});
    }
    void view(const std::string& title, const pickle::View& shape, const std::string& complaint) {
        add(title, pickle::tensor(four, shape), complaint);
    }
    void storage(const std::string& title, const pickle::Pieces& id, const std::string& complaint) {
        add(title, pickle::tensor(pickle::tuple(id) + "Q", {0, {4}, {1}}), complaint);
    }

    const std::string four = pickle::storage("FloatStorage", "0", 4);
};

/// Views that do not lie inside of their storage, or unfold out of proportion.
inline HostileCases impossibleViews() {
    using namespace pickle;
    TensorCases cases;
    constexpr std::int64_t kHuge = std::int64_t{1} << 62;
    cases.view("one element too many", {0, {5}, {1}}, "beyond its storage");
    cases.view("offset by one too many", {1, {4}, {1}}, "beyond its storage");
    cases.view("offset past the end", {4, {1}, {1}}, "beyond its storage");
    cases.view("stride past the end", {0, {2}, {4}}, "beyond its storage");
    cases.view("transposed past the end", {0, {3, 2}, {1, 3}}, "beyond its storage");
    cases.view("negative stride", {3, {4}, {-1}}, "negative dimension, stride or offset");
    cases.view("negative offset", {-1, {2}, {1}}, "negative dimension, stride or offset");
    cases.view("negative side", {0, {-2}, {1}}, "negative dimension, stride or offset");
    cases.view("two negative sides", {0, {-2, -2}, {2, 1}}, "negative dimension, stride or offset");
    cases.view("smallest number as side", {0, {std::numeric_limits<std::int64_t>::min()}, {1}}, "negative dimension");
    cases.view("largest number as side", {0, {std::numeric_limits<std::int64_t>::max()}, {1}}, "larger than memory");
    cases.view("largest number as offset", {std::numeric_limits<std::int64_t>::max(), {2}, {1}}, "larger than memory");
    cases.view("largest number as stride", {0, {3}, {std::numeric_limits<std::int64_t>::max()}}, "larger than memory");
    cases.view("product of sides overflows to 0", {0, {kHuge, 4}, {0, 0}}, "larger than memory");
    cases.view("product of sides overflows to 4", {0, {(kHuge >> 30) + 1, kHuge >> 29}, {0, 0}}, "larger than memory");
    cases.view("sum of strides overflows", {0, {2, 2, 2}, {kHuge, kHuge, 1}}, "larger than memory");
    cases.view("overflow beside a side of 0", {0, {0, kHuge, kHuge}, {1, 1, 1}}, "larger than memory");
    cases.view("expanded to a terabyte", {0, {std::int64_t{1} << 38}, {0}}, "larger than the file");
    cases.view("expanded to 4 MiB", {0, {1 << 20}, {0}}, "larger than the file");
    cases.view("sliding windows", {0, {2, 3}, {1, 1}}, "overlap");
    cases.view("two sides of the same stride", {0, {2, 2}, {1, 1}}, "overlap");
    cases.view("more strides than sides", {0, {4}, {1, 1}}, "as many strides");
    cases.view("fewer strides than sides", {0, {2, 2}, {1}}, "as many strides");
    cases.view("65 sides", {0, std::vector<std::int64_t>(65, 1), std::vector<std::int64_t>(65, 1)}, "at most 64");
    return cases;
}

/// Tensors made of something else.
inline HostileCases wrongTensorArguments() {
    using namespace pickle;
    TensorCases cases;
    cases.add("no storage", tensor(integer(1), {0, {4}, {1}}), "no storage");
    cases.add("a tensor as its storage", tensor(goodTensor(), {0, {4}, {1}}), "no storage");
    cases.add("four arguments",
              call(name("torch._utils", "_rebuild_tensor_v2"), {cases.four, integer(0), numbers({4}), numbers({1})}),
              "wrong number of arguments");
    cases.add("nine arguments", call(name("torch._utils", "_rebuild_tensor_v2"), Pieces(9, cases.four)),
              "wrong number of arguments");
    const auto raw = [&](const std::string& offset, const std::string& shape, const std::string& strides,
                         const std::string& flag) {
        return call(name("torch._utils", "_rebuild_tensor_v2"), {cases.four, offset, shape, strides, flag, ordered()});
    };
    cases.add("offset is a text", raw(text("0"), numbers({4}), numbers({1}), truth(false)), "invalid offset or flag");
    cases.add("flag is a number", raw(integer(0), numbers({4}), numbers({1}), integer(1)), "invalid offset or flag");
    cases.add("shape is a number", raw(integer(0), integer(4), numbers({1}), truth(false)), "not a list of at most 64");
    cases.add("shape of texts", raw(integer(0), tuple({text("4")}), numbers({1}), truth(false)), "not whole numbers");
    cases.add("shape of fractions", raw(integer(0), tuple({"G" + std::string(8, '@')}), numbers({1}), truth(false)),
              "not whole numbers");
    cases.add("shape of truth values", raw(integer(0), tuple({truth(true)}), numbers({1}), truth(false)),
              "not whole numbers");
    cases.add("parameter of a number", parameter(integer(1)), "no tensor");
    cases.add("parameter of a storage", parameter(cases.four), "no tensor");
    cases.add("element type that is none",
              call(name("torch._utils", "_rebuild_tensor_v3"),
                   {cases.four, integer(0), numbers({4}), numbers({1}), truth(false), ordered(), text("float32")}),
              "element type");
    cases.add("wide elements over few bytes",
              call(name("torch._utils", "_rebuild_tensor_v3"), {cases.four, integer(0), numbers({4}), numbers({1}),
                                                                truth(false), ordered(), name("torch", "int64")}),
              "beyond its storage");
    return cases;
}

/// Storages that are not those of the archive.
inline HostileCases wrongStorages() {
    using namespace pickle;
    TensorCases cases;
    cases.add("storage larger than its bytes", tensor(storage("FloatStorage", "0", 5), {0, {4}, {1}}), "another size");
    cases.add("storage smaller than its bytes", tensor(storage("FloatStorage", "0", 3), {0, {3}, {1}}), "another size");
    cases.add("storage of 2^61 elements", tensor(storage("FloatStorage", "0", std::int64_t{1} << 61), {0, {4}, {1}}),
              "larger than memory");
    cases.add("storage of half an element", tensor(storage("DoubleStorage", "0", 1), {0, {1}, {1}}), "another size");
    cases.add("storage that is not there", tensor(storage("FloatStorage", "1", 4), {0, {4}, {1}}),
              "no data for the storage");
    cases.add("storage of negative length", tensor(storage("FloatStorage", "0", -4), {0, {4}, {1}}),
              "no type, key or count");
    cases.add("storage outside of its folder", tensor(storage("FloatStorage", "../data.pkl", 4), {0, {4}, {1}}),
              "has the invalid key");
    cases.add("storage with an absolute path", tensor(storage("FloatStorage", "/etc/passwd", 4), {0, {4}, {1}}),
              "has the invalid key");
    cases.add("storage with an empty key", tensor(storage("FloatStorage", "", 4), {0, {4}, {1}}),
              "has the invalid key");
    cases.add("storage with an endless key", tensor(storage("FloatStorage", std::string(65, '0'), 4), {0, {4}, {1}}),
              "has the invalid key");
    cases.add("complex storage", tensor(storage("ComplexFloatStorage", "0", 2), {0, {2}, {1}}),
              "torch.ComplexFloatStorage");
    cases.add("quantised storage", tensor(storage("QInt8Storage", "0", 16), {0, {2}, {1}}), "torch.QInt8Storage");
    return cases;
}

/// Outside references that are no storages.
inline HostileCases wrongReferences() {
    using namespace pickle;
    TensorCases cases;
    const std::string type = name("torch", "FloatStorage");
    cases.storage("storage of an unknown kind", {text("file"), type, text("0"), text("cpu"), integer(4)},
                  "not a storage");
    cases.storage("storage of three parts", {text("storage"), type, text("0")}, "not a storage");
    cases.storage("storage of seven parts", {text("storage"), type, text("0"), text("cpu"), integer(4), "N", "N"},
                  "not a storage");
    cases.storage("storage whose type is a function",
                  {text("storage"), name("torch._utils", "_rebuild_parameter"), text("0"), text("cpu"), integer(4)},
                  "no type, key");
    cases.storage("storage whose type is a text",
                  {text("storage"), text("FloatStorage"), text("0"), text("cpu"), integer(4)}, "no type, key");
    cases.storage("storage whose key is a number", {text("storage"), type, integer(0), text("cpu"), integer(4)},
                  "no type, key");
    cases.storage("storage whose count is a text", {text("storage"), type, text("0"), text("cpu"), text("4")},
                  "no type, key");
    cases.storage("view of a storage", {text("storage"), type, text("0"), text("cpu"), integer(4), tuple({text("1")})},
                  "before 0.4");
    cases.storage("empty reference", {}, "not a storage");
    cases.add("reference of a text", text("storage") + "Q", "not a storage");
    cases.add("one storage of two types",
              list({tensor(cases.four, {0, {4}, {1}}), tensor(storage("IntStorage", "0", 4), {0, {4}, {1}})}),
              "two ways");
    cases.add("one storage of two lengths",
              list({tensor(cases.four, {0, {4}, {1}}), tensor(storage("FloatStorage", "0", 2), {0, {2}, {1}})}),
              "two ways");
    return cases;
}

} // namespace palimpsest::testing
