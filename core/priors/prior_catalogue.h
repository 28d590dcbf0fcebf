// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/priors/prior_card.h"

#include <cstdint>
#include <string>
#include <vector>

namespace palimpsest {

/// A prior that was found. With a `problem` (one sentence) the card may be incomplete and the prior cannot be used.
struct PriorEntry {
    std::string folder;
    PriorCard card;
    std::int64_t byteSize = 0; ///< of the weights file
    bool bundled = false;
    Message problem;
};

/// The priors that come with the program and those of the user. Looks at the folders anew in every call, so that a
/// prior that was just trained or copied is there. Reads cards, never weights.
class PriorCatalogue {
public:
    /// Folders whose subfolders are priors; they need not exist.
    PriorCatalogue(std::string bundledFolder, std::string userFolder);

    /// Bundled first, each sorted by id; a user's prior with a bundled id has a problem. Never throws for a broken
    /// prior.
    std::vector<PriorEntry> list() const;
    /// By id, or by the path of a folder (anything with a slash, or an existing folder that has a card.json).
    /// Throws Error(badArgument) with the known ids, or Error(badInput) with the prior's problem.
    PriorEntry find(const std::string& idOrFolder) const;
    /// Removes a prior of the user's, weights and card, also a broken one; nothing else that lies in its folder. A
    /// folder must be one that list() names. Throws Error(badArgument) for an unknown and for a bundled prior,
    /// Error(failed) if it cannot be removed.
    void remove(const std::string& idOrFolder) const;

private:
    std::string bundledFolder_;
    std::string userFolder_;
};

} // namespace palimpsest
