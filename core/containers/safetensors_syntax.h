// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/safetensors_header.h"

#include <string>
#include <string_view>

namespace palimpsest {

/// The JSON of a header as entries in its order, with the offsets that it states. Read piece by piece: no value is kept
/// that the format does not have. Throws Error(badInput) naming `origin` and the rule that the text breaks.
SafetensorsHeader parseSafetensorsJson(std::string_view text, const std::string& origin);

} // namespace palimpsest
