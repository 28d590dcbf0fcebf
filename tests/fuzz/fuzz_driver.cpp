// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
/// A small fuzzer for compilers without libFuzzer: PROGRAM SECONDS SEED-FILE...
/// Mutates the seeds at random, keeps what reaches new places in the code (counted by the compiler's trace-pc), and
/// stops after so many seconds. A sanitizer or an abort ends it; the input that did it is left beside the program as
/// PROGRAM-finding, and is itself a seed.
#include "tests/fuzz/fuzz_target.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

extern "C" void __sanitizer_set_death_callback(void (*callback)());
extern "C" void __sanitizer_cov_trace_pc();

namespace {

using Input = std::vector<std::uint8_t>;

constexpr std::size_t kPlaces = 1u << 16;
constexpr std::size_t kLongestInput = 1u << 16;
constexpr std::size_t kMostKept = 20'000;

std::array<bool, kPlaces> reached;
bool reachedNew = false;
Input current;

std::string findingFile;

void saveCurrent() {
    std::ofstream(findingFile, std::ios::binary)
        .write(reinterpret_cast<const char*>(current.data()), static_cast<std::streamsize>(current.size()));
    std::fprintf(stderr, "the input is in %s\n", findingFile.c_str());
}

class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : random_(seed) {}

    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

    Input mutated(const std::vector<Input>& corpus) {
        Input input = corpus[below(corpus.size())];
        for (std::size_t times = 1 + below(6); times > 0; --times) {
            change(input, corpus[below(corpus.size())]);
        }
        input.resize(std::min(input.size(), kLongestInput));
        return input;
    }

private:
    void change(Input& input, const Input& other) {
        switch (below(8)) {
        case 0:
            input.insert(place(input), static_cast<std::uint8_t>(random_()));
            break;
        case 1:
            cut(input);
            break;
        case 2: // a piece of another input instead of, or between, what is there
            replace(input, other);
            break;
        case 3: { // a piece of itself again
            const Input copy = input;
            replace(input, copy);
            break;
        }
        case 4:
            overwriteNumber(input);
            break;
        default:
            if (!input.empty()) {
                auto& byte = input[below(input.size())];
                byte = below(2) == 0 ? static_cast<std::uint8_t>(random_())
                                     : byte ^ static_cast<std::uint8_t>(1u << below(8));
            }
        }
    }

    Input::iterator place(Input& input) { return input.begin() + static_cast<std::ptrdiff_t>(below(input.size() + 1)); }

    void cut(Input& input) {
        const auto first = place(input);
        const auto length = std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(1 + below(64)), input.end() - first);
        input.erase(first, first + length);
    }

    void replace(Input& input, const Input& other) {
        const std::size_t begin = below(other.size());
        const std::size_t length = std::min(1 + below(128), other.size() - begin);
        if (below(2) == 0) {
            cut(input);
        }
        const auto source = other.begin() + static_cast<std::ptrdiff_t>(begin);
        input.insert(place(input), source, source + static_cast<std::ptrdiff_t>(length));
    }

    /// Lengths, counts and offsets: small ones, and those at the ends of their ranges.
    void overwriteNumber(Input& input) {
        constexpr std::array<std::uint64_t, 12> kNumbers{0,
                                                         1,
                                                         2,
                                                         64,
                                                         255,
                                                         0xffff,
                                                         0x7fffffff,
                                                         0xffffffff,
                                                         0x100000000,
                                                         0x3fffffffffffffff,
                                                         0x7fffffffffffffff,
                                                         0xffffffffffffffff};
        const std::uint64_t number = kNumbers[below(kNumbers.size())] + (below(4) == 0 ? below(16) : 0);
        const std::size_t width = std::size_t{1} << below(4);
        if (input.size() >= width) {
            std::memcpy(input.data() + below(input.size() - width + 1), &number, width);
        }
    }

    std::mt19937_64 random_;
};

Input readSeed(const char* path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::fprintf(stderr, "cannot read %s\n", path);
        std::exit(2);
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

void run(Input input, std::vector<Input>& corpus) {
    current = std::move(input);
    reachedNew = false;
    LLVMFuzzerTestOneInput(current.data(), current.size());
    if (reachedNew && corpus.size() < kMostKept) {
        corpus.push_back(current);
    }
}

} // namespace

void __sanitizer_cov_trace_pc() {
    const auto address = reinterpret_cast<std::uintptr_t>(__builtin_return_address(0));
    bool& place = reached[(address >> 2 ^ address >> 17) % kPlaces];
    reachedNew = reachedNew || !place;
    place = true;
}

int main(int count, char** arguments) {
    if (count < 3) {
        std::fprintf(stderr, "usage: %s SECONDS SEED-FILE...\n", arguments[0]);
        return 2;
    }
    findingFile = std::string(arguments[0]) + "-finding";
    __sanitizer_set_death_callback(saveCurrent);
    const char* wanted = std::getenv("PALIMPSEST_FUZZ_SECONDS");
    const auto seconds = std::chrono::duration<double>(std::atof(wanted == nullptr ? arguments[1] : wanted));
    std::vector<Input> corpus;
    run({}, corpus);
    for (int i = 2; i < count; ++i) {
        corpus.push_back(readSeed(arguments[i]));
        run(corpus.back(), corpus);
    }
    const char* seed = std::getenv("PALIMPSEST_FUZZ_SEED");
    Mutator mutator(seed == nullptr ? 1 : std::strtoull(seed, nullptr, 10));
    const auto start = std::chrono::steady_clock::now();
    std::size_t executions = 0;
    while (std::chrono::steady_clock::now() - start < seconds) {
        for (int i = 0; i < 16; ++i, ++executions) {
            run(mutator.mutated(corpus), corpus);
        }
    }
    std::printf("%zu executions, %zu inputs kept, %td places reached\n", executions, corpus.size(),
                std::count(reached.begin(), reached.end(), true));
    return 0;
}
