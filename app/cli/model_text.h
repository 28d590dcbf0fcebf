// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/engine/engine.h"

#include <cstdint>
#include <string>

namespace palimpsest {

Json toJson(const PriorDescription& prior);
Json toJson(const RecognisedModel& model);
/// What a checkpoint was recognised as, what was read off it, and what is known or assumed, in lines.
std::string wordsOf(const RecognisedModel& model);

/// With spaces up to `width`, at least two.
std::string padded(std::string text, std::size_t width);
std::string megabytes(std::int64_t bytes);

} // namespace palimpsest
