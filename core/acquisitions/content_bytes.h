// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"

#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace palimpsest {

/// Hashes numbers in the order in which they are added, as they lie in memory.
class ContentBytes {
public:
    explicit ContentBytes(std::string_view kind) { hash_.update(std::as_bytes(std::span(kind))); }

    template <typename Number>
        requires std::is_arithmetic_v<Number>
    ContentBytes& add(Number number) {
        hash_.update(std::as_bytes(std::span(&number, 1)));
        return *this;
    }
    template <typename Number>
    ContentBytes& addAll(const std::vector<Number>& numbers) {
        hash_.update(std::as_bytes(std::span(numbers)));
        return *this;
    }
    std::string sha256() { return hash_.hexDigest(); }

private:
    Sha256 hash_;
};

} // namespace palimpsest
