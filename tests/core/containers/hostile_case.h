// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace palimpsest::testing {

/// A file with one defect.
struct HostileCase {
    std::string name; ///< says the defect
    std::string bytes;
    std::string complaint; ///< what the message must contain
};

using HostileCases = std::vector<HostileCase>;

} // namespace palimpsest::testing
