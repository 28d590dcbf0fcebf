// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/containers/hostile_case.h"
#include "tests/core/containers/pickle_builder.h"

namespace palimpsest::testing {

/// Pickles that are cut, or take what is not there.
inline HostileCases brokenStacks() {
    using namespace pickle;
    PickleCases cases;
    cases.push_back({"no instruction", "", "ends too early"});
    cases.push_back({"no end", "\x80\x02}", "ends too early"});
    cases.push_back({"unknown protocol", "\x80\x63}.", "unknown protocol"});
    cases.push_back({"bytes after the end", goodDocument() + "x", "after the end of its pickle"});
    cases.push_back({"second pickle after the first", goodDocument() + document(call(name("os", "system"), {})),
                     "after the end of its pickle"});
    cases.add("nothing on the stack", "", "not there");
    cases.add("objects left behind", "}}", "leaves objects on the stack");
    cases.add("mark left behind", "(N", "leaves objects on the stack");
    cases.add("tuple without mark", "Nt", "mark that is not there");
    cases.add("tuple of one of nothing", "\x85", "not there");
    cases.add("tuple of three of two", "NN\x87", "not there");
    cases.add("takes below a mark", "N(\x85", "not there");
    cases.add("remembers nothing", "q\x01", "not there");
    cases.add("recalls nothing", "h\x01", "never wrote");
    cases.add("recalls a hole", "Nq\x05h\x03", "never wrote");
    cases.add("remembers under a huge number", "Nr" + u32(0xffffffff), "over 1 million");
    cases.add("recalls a huge number", "j" + u32(0xffffffff), "never wrote");
    return cases;
}

/// Items for what holds none.
inline HostileCases wrongContainers() {
    using namespace pickle;
    PickleCases cases;
    cases.add("append to a dictionary", "}Na", "not a list");
    cases.add("append to a tensor", goodTensor() + "Na", "not a list");
    cases.add("item of a list", "]NNs", "not a dictionary");
    cases.add("item of a tensor", goodTensor() + "NNs", "not a dictionary");
    cases.add("item of a tuple", ")NNs", "not a dictionary");
    cases.add("items of a storage", storage("FloatStorage", "0", 4) + "(NNu", "not a dictionary");
    cases.add("items without a value", "}(Nu", "without a value");
    return cases;
}

/// Lengths that are lies or out of proportion.
inline HostileCases wrongLengths() {
    using namespace pickle;
    PickleCases cases;
    cases.add("text longer than the pickle", "X" + u32(1000) + "abc", "ends too early");
    cases.add("text of 4 GiB", "X" + u32(0xffffffff), "longer than 1 MiB");
    cases.add("text of 2 MiB", text(std::string(2u << 20, 'a')), "longer than 1 MiB");
    cases.add("bytes of 2 GiB", "B" + u32(0x7fffffff), "longer than 1 MiB");
    cases.add("bytes of 8 exabytes", "\x8e" + u64(~0ull), "instruction 0x8e");
    cases.add("whole number of 255 bytes as a shape",
              tensor(storage("FloatStorage", "0", 4), {}) + "\x8a\xff" + std::string(255, '\x7f') + "\x85R",
              "not a name");
    cases.add("whole number of 2 GiB", "\x8b" + u32(0x7fffffff), "instruction 0x8b");
    cases.add("whole number that is cut", "\x8a\x04\x01", "ends too early");
    return cases;
}

/// Small pickles that unfold into much.
inline HostileCases bombs() {
    using namespace pickle;
    PickleCases cases;
    cases.add("a million marks", repeated("(", 1'000'000), "nests more than 1000");
    cases.add("two million objects", "(" + repeated("]", 2'000'000) + "t", "more than 1 million objects");
    cases.add("two million recalls", "Nq\x01(" + repeated("h\x01", 2'000'000) + "t", "stacks more than 1 million");
    cases.add("two million numbers", "](" + repeated("K\x01", 2'000'000) + "e", "more than 1 million objects");
    cases.add("pickle of 33 MiB", "]" + repeated("X" + u32(1u << 20) + std::string(1u << 20, 'a') + "a", 33),
              "longer than 32 MiB");
    cases.add("list in itself",
              "]q\x01h\x01"
              "a",
              "in circles");
    cases.add("dictionary in itself", "}q\x01" + text("a") + "h\x01s", "in circles");
    cases.add("two lists in each other",
              "]q\x01]q\x02h\x01"
              "aa",
              "in circles");
    cases.add("a hundred levels", repeated("](", 100) + repeated("e", 100), "deeper than 64");
    std::string bomb = "]q\x01Na"; // each list holds the one before ten times
    for (char level = 1; level < 12; ++level) {
        bomb += "](" + repeated(std::string("h") + level, 10) + "eq" + static_cast<char>(level + 1);
    }
    cases.add("ten to the twelfth values", "(" + bomb + "t", "more than 500000 values");
    cases.add("a hundred copies of a long list",
              "(](" + repeated("K\x01", 200'000) + "eq\x01" + repeated(name("torch", "Size") + "h\x01\x85R", 100) + "t",
              "more than 1 million objects");
    cases.add("a long text ten thousand times",
              "(" + text(std::string(1u << 20, 'a')) + "q\x01" + repeated("h\x01", 10'000) + "t",
              "more than 16 MiB of texts");
    return cases;
}

/// Names that cannot be told apart, shown or used.
inline HostileCases wrongKeys() {
    using namespace pickle;
    PickleCases cases;
    cases.add("a name of 2000 letters", dictionary({{text(std::string(2000, 'a')), goodTensor()}}), "longer than 1024");
    cases.add("a name of many parts longer than 1024 letters",
              repeated("}" + text(std::string(60, 'a')), 30) + goodTensor() + repeated("s", 30), "longer than 1024");
    cases.add("a name with a line break", dictionary({{text("a\nb"), goodTensor()}}), "not plain UTF-8");
    cases.add("a name with an escape", dictionary({{text("a\x1b[2J"), goodTensor()}}), "not plain UTF-8");
    cases.add("a name with a zero", dictionary({{text(std::string_view("a\0b", 3)), goodTensor()}}), "not plain UTF-8");
    cases.add("a name of broken UTF-8", dictionary({{text("\xc3("), goodTensor()}}), "not plain UTF-8");
    cases.add("a name of overlong UTF-8", dictionary({{text("\xc0\xaf"), goodTensor()}}), "not plain UTF-8");
    cases.add("a name with half a surrogate", dictionary({{text("\xed\xa0\x80"), goodTensor()}}), "not plain UTF-8");
    cases.add("the same name twice", dictionary({{text("a"), goodTensor()}, {text("a"), goodTensor()}}), "twice");
    cases.add("two ways to one path",
              dictionary({{text("a/b"), goodTensor()}, {text("a"), dictionary({{text("b"), goodTensor()}})}}), "twice");
    cases.add("number and text as the same key", dictionary({{integer(1), goodTensor()}, {text("1"), goodTensor()}}),
              "twice");
    cases.add("a tensor as a key", dictionary({{goodTensor(), goodTensor()}}), "neither text nor a number");
    cases.add("a list as a key", dictionary({{"]", goodTensor()}}), "neither text nor a number");
    return cases;
}

/// Arguments that the known names do not take.
inline HostileCases wrongValues() {
    using namespace pickle;
    PickleCases cases;
    cases.add("a dictionary of single items", call(name("collections", "OrderedDict"), {list({list({text("a")})})}),
              "pairs");
    cases.add("a dictionary of a number", call(name("collections", "OrderedDict"), {integer(3)}), "pairs");
    cases.add("a dictionary of nine arguments", call(name("collections", "OrderedDict"), Pieces(9, "}")), "pairs");
    cases.add("a shape of a number", call(name("torch", "Size"), {integer(3)}), "other than a list");
    cases.add("a device of a number", call(name("torch", "device"), {integer(3)}), "other than text");
    cases.add("text encoded as a codec of code", call(name("_codecs", "encode"), {text("x"), text("zlib")}), "latin1");
    cases.add("a numpy type without a name", call(name("numpy", "dtype"), {list({}), truth(false)}), "has no name");
    const std::string type = call(name("numpy", "dtype"), {text("f8"), truth(false), truth(true)});
    cases.add("a numpy number of too few bytes", call(name("numpy.core.multiarray", "scalar"), {type, "C\x01x"}),
              "as many bytes");
    cases.add("a numpy number of too many bytes",
              call(name("numpy.core.multiarray", "scalar"), {type, "C\x09"
                                                                   "123456789"}),
              "as many bytes");
    cases.add("a numpy number of cut latin-1",
              call(name("numpy.core.multiarray", "scalar"),
                   {type, call(name("_codecs", "encode"), {text("1234567\xc3"), text("latin1")})}),
              "as many bytes");
    cases.add("a numpy number without a type", call(name("numpy.core.multiarray", "scalar"), {integer(1), "C\x01x"}),
              "no type");
    return cases;
}

} // namespace palimpsest::testing
