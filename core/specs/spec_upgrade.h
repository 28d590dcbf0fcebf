// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstdint>

namespace palimpsest {

/// Version of what toJson(RestoreSpec) writes, under the key "version".
constexpr std::int64_t kSpecVersion = 2;

/// A spec as people write it, and as program versions before 0.2 did, as one of kSpecVersion: without a version, the
/// parameters of all tasks lie beside each other, and -1, 0 and "auto" stand for what is chosen. The parameters of the
/// spec's task move under "taskParameters"; those of other tasks, which were ignored, are left out; those words become
/// "auto"; the prior "photo", which meant nobody's choice, is left out unless the spec is `resolved`. A `resolved`
/// spec gets what was not a choice then: holes were filled smoothly, recovered highlights made the picture darker. A
/// spec of kSpecVersion is returned as it is. Throws Error(badInput) for a newer one.
Json upgradedSpec(const Json& json, bool resolved);

} // namespace palimpsest
