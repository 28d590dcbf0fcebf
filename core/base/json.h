// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The only header that names the JSON library. Headers of values include this one: it declares, it does not define.
#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace palimpsest {

using Json = nlohmann::json;

/// Parses JSON text. `origin` names the file in the error. Throws Error(badInput) with line and cause; refuses
/// duplicate keys.
Json parseJson(std::string_view text, const std::string& origin);

/// Reads and parses a file of at most 64 MiB. Throws Error(badInput).
Json readJson(const std::string& path);

} // namespace palimpsest
