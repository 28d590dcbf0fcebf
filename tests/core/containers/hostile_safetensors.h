// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/containers/hostile_case.h"
#include "tests/core/containers/pickle_builder.h"

namespace palimpsest::testing {

inline std::string safetensorsOf(const std::string& header, const std::string& data) {
    return u64(header.size()) + header + data;
}

/// One tensor "a" described by `entry`.
inline std::string oneTensor(const std::string& entry, const std::string& data = {}) {
    return safetensorsOf("{\"a\":" + entry + "}", data);
}

/// Headers that are no headers. What is small and JSON may be named otherwise than safetensors.
inline HostileCases wrongSafetensorsHeaders() {
    const std::string good = R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})";
    return {
        {"length of 100 000 001", u64(100'000'001) + good + "x", "longer than 100 MB"},
        {"length of 2^63", u64(std::uint64_t{1} << 63) + good + "x", "longer than 100 MB"},
        {"length of 2^64 - 1", u64(~0ull) + good + "x", "longer than 100 MB"},
        {"length past the end", u64(1000) + good + "x", "beyond the end"},
        {"length one past the end", u64(good.size() + 2) + good + "x", "beyond the end"},
        {"length one short", u64(good.size() - 1) + good + "x", "not valid JSON"},
        {"length of 0", u64(0) + good + "x", "does not start with {"},
        {"list as header", safetensorsOf("[1]", ""), "unknown format"},
        {"text as header", safetensorsOf("\"a\"", ""), "unknown format"},
        {"blank before the header", safetensorsOf(" " + good, "x"), "unknown format"},
        {"zeros behind the header", safetensorsOf(good + std::string(3, '\0'), "x"), "padded"},
        {"line break behind the header", safetensorsOf(good + "\n", "x"), "padded"},
        {"two headers", safetensorsOf(good + good, "x"), "not valid JSON"},
        {"comment in the header", safetensorsOf("{/*x*/}", ""), "not valid JSON"},
        {"comma at the end", safetensorsOf("{\"a\":1,}", ""), "must have dtype"},
        {"single quotes", safetensorsOf("{'a':1}", ""), "not valid JSON"},
        {"broken UTF-8", safetensorsOf("{\"\xc3(\":{}}", ""), "not valid JSON"},
        {"half a surrogate", safetensorsOf("{\"\\ud800\":{}}", ""), "not valid JSON"},
        {"name with a zero", safetensorsOf("{\"a\\u0000b\":{}}", ""), "control characters"},
        {"name with an escape", safetensorsOf("{\"\\u001b[2J\":{}}", ""), "control characters"},
        {"ten million brackets", safetensorsOf("{\"a\":" + std::string(10'000'000, '[') + "}", ""), "must have dtype"},
        {"ten million braces", safetensorsOf(pickle::repeated("{\"a\":", 2'000'000) + "}", ""), "must have dtype"},
        {"deep metadata", safetensorsOf("{\"__metadata__\":{\"a\":" + std::string(1'000'000, '[') + "}", ""),
         "other than text"},
        {"metadata list", safetensorsOf("{\"__metadata__\":[]}", ""), "not an object"},
        {"metadata text", safetensorsOf("{\"__metadata__\":\"x\"}", ""), "not an object"},
        {"metadata number", safetensorsOf("{\"__metadata__\":{\"a\":1}}", ""), "other than text"},
        {"metadata object", safetensorsOf("{\"__metadata__\":{\"a\":{}}}", ""), "other than text"},
        {"metadata null", safetensorsOf("{\"__metadata__\":null}", ""), "not an object"},
        {"metadata twice", safetensorsOf("{\"__metadata__\":{},\"__metadata__\":{}}", ""), "twice"},
        {"metadata key twice", safetensorsOf("{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}}", ""), "twice"},
        {"seven bytes", std::string(7, '\0'), "unknown format"},
        {"eight bytes", std::string(8, '\0'), "unknown format"},
    };
}

/// Entries that break a rule.
inline HostileCases wrongSafetensorsEntries() {
    HostileCases cases;
    const auto entry = [&](const std::string& title, const std::string& json, const std::string& complaint,
                           const std::string& data = "x") {
        cases.push_back({"safetensors, " + title, oneTensor(json, data), complaint});
    };
    entry("no dtype", R"({"shape":[1],"data_offsets":[0,1]})", "must have dtype");
    entry("no shape", R"({"dtype":"U8","data_offsets":[0,1]})", "must have dtype");
    entry("no offsets", R"({"dtype":"U8","shape":[1]})", "must have dtype");
    entry("a field more", R"({"dtype":"U8","shape":[1],"data_offsets":[0,1],"code":"x"})", "nothing else");
    entry("dtype twice", R"({"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]})", "dtype twice");
    entry("shape twice", R"({"dtype":"U8","shape":[1],"shape":[1],"data_offsets":[0,1]})", "shape twice");
    entry("unknown dtype", R"({"dtype":"F4","shape":[1],"data_offsets":[0,1]})", "dtype F4");
    entry("complex dtype", R"({"dtype":"C64","shape":[0],"data_offsets":[0,0]})", "dtype C64", "");
    entry("dtype with an escape", R"({"dtype":"\u001b[31m","shape":[1],"data_offsets":[0,1]})", "dtype ?[31m");
    entry("null dtype", R"({"dtype":null,"shape":[1],"data_offsets":[0,1]})", "dtype null");
    entry("list as dtype", R"({"dtype":["U8"],"shape":[1],"data_offsets":[0,1]})", "dtype [");
    entry("object as shape", R"({"dtype":"U8","shape":{},"data_offsets":[0,1]})", "not a list");
    entry("text as shape", R"({"dtype":"U8","shape":"1","data_offsets":[0,1]})", "not a list");
    entry("list in the shape", R"({"dtype":"U8","shape":[[1]],"data_offsets":[0,1]})", "not a whole number");
    entry("text in the shape", R"({"dtype":"U8","shape":["1"],"data_offsets":[0,1]})", "not a whole number");
    entry("negative side", R"({"dtype":"U8","shape":[-1],"data_offsets":[0,1]})", "not a whole number");
    entry("side of 1.0", R"({"dtype":"U8","shape":[1.0],"data_offsets":[0,1]})", "not a whole number");
    entry("side of 1e0", R"({"dtype":"U8","shape":[1e0],"data_offsets":[0,1]})", "not a whole number");
    entry("side of 2^63", R"({"dtype":"U8","shape":[9223372036854775808],"data_offsets":[0,1]})", "larger than memory");
    entry("side of 10^30", R"({"dtype":"U8","shape":[1000000000000000000000000000000],"data_offsets":[0,1]})",
          "not a whole number");
    entry("product that overflows to 0", R"({"dtype":"U8","shape":[4294967296,4294967296],"data_offsets":[0,0]})",
          "larger than memory", "");
    entry("overflow beside a 0", R"({"dtype":"F64","shape":[0,4294967296,4294967296],"data_offsets":[0,0]})",
          "larger than memory", "");
    entry("65 sides", R"({"dtype":"U8","shape":[1)" + pickle::repeated(",1", 64) + R"(],"data_offsets":[0,1]})",
          "64 dimensions");
    entry("ten million sides",
          R"({"dtype":"U8","shape":[1)" + pickle::repeated(",1", 10'000'000) + R"(],"data_offsets":[0,1]})",
          "64 dimensions");
    entry("one offset", R"({"dtype":"U8","shape":[1],"data_offsets":[0]})", "not a pair");
    entry("three offsets", R"({"dtype":"U8","shape":[1],"data_offsets":[0,1,2]})", "not a pair");
    entry("negative offset", R"({"dtype":"U8","shape":[1],"data_offsets":[-1,0]})", "not a whole number");
    entry("offsets as text", R"({"dtype":"U8","shape":[1],"data_offsets":"01"})", "not a pair");
    entry("end before begin", R"({"dtype":"U8","shape":[1],"data_offsets":[1,0]})", "lie outside");
    entry("end past the file", R"({"dtype":"U8","shape":[2],"data_offsets":[0,2]})", "lie outside");
    entry("offsets that overflow", R"({"dtype":"U8","shape":[1],"data_offsets":[18446744073709551615,0]})",
          "lie outside");
    entry("end of 2^64 - 1", R"({"dtype":"U8","shape":[1],"data_offsets":[0,18446744073709551615]})", "lie outside");
    entry("offsets that do not fit the shape", R"({"dtype":"F32","shape":[1],"data_offsets":[0,1]})", "do not fit");
    entry("hole at the front", R"({"dtype":"U8","shape":[1],"data_offsets":[1,2]})", "gap", "xx");
    entry("bytes behind", R"({"dtype":"U8","shape":[1],"data_offsets":[0,1]})", "belong to no tensor", "xx");
    entry("pickle behind", R"({"dtype":"U8","shape":[1],"data_offsets":[0,1]})", "belong to no tensor", "x\x80\x02}.");
    return cases;
}

/// Tensors that get in each other's way.
inline HostileCases wrongSafetensorsPairs() {
    HostileCases cases;
    cases.push_back(
        {"safetensors, same name twice",
         safetensorsOf(
             R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})",
             "xx"),
         "twice"});
    cases.push_back(
        {"safetensors, same name twice by an escape",
         safetensorsOf(
             R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"\u0061":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})",
             "xx"),
         "twice"});
    cases.push_back(
        {"safetensors, overlap",
         safetensorsOf(
             R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})",
             "xxx"),
         "overlap"});
    cases.push_back(
        {"safetensors, the same bytes twice",
         safetensorsOf(
             R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}})",
             "xx"),
         "overlap"});
    cases.push_back(
        {"safetensors, hole in the middle",
         safetensorsOf(
             R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}})",
             "xxx"),
         "gap"});
    return cases;
}

} // namespace palimpsest::testing
