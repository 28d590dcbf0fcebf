// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/containers/hostile_case.h"
#include "tests/core/containers/pickle_builder.h"

namespace palimpsest::testing {

inline const std::string kLegacyMagic("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.", 15);

/// The parts of an old PyTorch file with one storage "0" of four float32.
struct LegacyParts {
    std::string magic = kLegacyMagic;
    std::string protocol = pickle::document(pickle::integer(1001));
    std::string system = pickle::document(pickle::dictionary({{pickle::text("little_endian"), pickle::truth(true)}}));
    std::string object = pickle::goodDocument();
    std::string keys = pickle::document(pickle::list({pickle::text("0")}));
    std::string numbers = u64(4) + std::string(16, 'n');

    std::string whole() const { return magic + protocol + system + object + keys + numbers; }
};

inline HostileCases hostileLegacyFiles() {
    using namespace pickle;
    HostileCases cases;
    const auto change = [&](const std::string& title, std::string LegacyParts::* part, const std::string& bytes,
                            const std::string& complaint) {
        LegacyParts parts;
        parts.*part = bytes;
        cases.push_back({"old file, " + title, parts.whole(), complaint});
    };
    const std::string code = document(call(name("os", "system"), {text("touch hostile")}));
    change("code instead of the protocol", &LegacyParts::protocol, code, "os.system");
    change("code instead of the system", &LegacyParts::system, code, "os.system");
    change("code instead of the object", &LegacyParts::object, code, "os.system");
    change("code instead of the keys", &LegacyParts::keys, code, "os.system");
    change("another protocol", &LegacyParts::protocol, document(integer(1000)), "not 1001");
    change("a text as protocol", &LegacyParts::protocol, document(text("1001")), "not 1001");
    change("no protocol", &LegacyParts::protocol, "", "not 1001");
    change("big-endian", &LegacyParts::system, document(dictionary({{text("little_endian"), truth(false)}})),
           "big-endian");
    change("no byte order", &LegacyParts::system, document(dictionary({{text("a"), truth(true)}})), "byte order");
    change("a number as byte order", &LegacyParts::system, document(dictionary({{text("little_endian"), integer(1)}})),
           "byte order");
    change("a list as system", &LegacyParts::system, document("]"), "byte order");
    change("a text as keys", &LegacyParts::keys, document(text("0")), "list of storages is not a list");
    change("a number as key", &LegacyParts::keys, document(list({integer(0)})), "that is not a key");
    change("no key", &LegacyParts::keys, document("]"), "no data for the storage");
    change("another key", &LegacyParts::keys, document(list({text("1")})), "twice in the list, or nothing");
    change("the same key twice", &LegacyParts::keys, document(list({text("0"), text("0")})), "twice in the list");
    change("one key too many", &LegacyParts::keys, document(list({text("0"), text("9")})),
           "twice in the list, or nothing");
    change("no numbers", &LegacyParts::numbers, "", "ends before the storage");
    change("a cut count", &LegacyParts::numbers, "\x04", "ends before the storage");
    change("a count without numbers", &LegacyParts::numbers, u64(4), "ends inside of the storage");
    change("numbers that are cut", &LegacyParts::numbers, u64(4) + std::string(15, 'n'), "ends inside of the storage");
    change("a smaller count", &LegacyParts::numbers, u64(3) + std::string(16, 'n'), "another size");
    change("a larger count", &LegacyParts::numbers, u64(5) + std::string(20, 'n'), "another size");
    change("a negative count", &LegacyParts::numbers, u64(~0ull) + std::string(16, 'n'), "another size");
    change("bytes after the numbers", &LegacyParts::numbers, u64(4) + std::string(17, 'n'), "after its last storage");
    change("2^60 numbers", &LegacyParts::object,
           document(tensor(storage("FloatStorage", "0", std::int64_t{1} << 60), {0, {4}, {1}})), "another size");
    LegacyParts lying;
    lying.object = document(tensor(storage("FloatStorage", "0", std::int64_t{1} << 60), {0, {4}, {1}}));
    lying.numbers = u64(std::uint64_t{1} << 60) + std::string(16, 'n');
    cases.push_back({"old file, 2^60 numbers that both counts claim", lying.whole(), "ends inside of the storage"});
    cases.push_back({"old file, only its magic number", kLegacyMagic, "ends too early"});
    cases.push_back({"old file, magic number that is cut", kLegacyMagic.substr(0, 14), "Python pickle"});
    cases.push_back({"a pickle alone", code, "Python pickle"});
    cases.push_back({"a good pickle alone", goodDocument(), "Python pickle"});
    cases.push_back({"a pickle of protocol 4 alone", "\x80\x04\x95" + u64(10) + "\x8c\x02os\x94", "Python pickle"});
    cases.push_back({"a pickle of protocol 0", "cos\nsystem\n(S'touch hostile'\ntR.", "unknown format"});
    return cases;
}

} // namespace palimpsest::testing
