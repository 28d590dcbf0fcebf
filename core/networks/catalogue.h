// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/json.h"
#include "core/networks/network.h"

#include <memory>
#include <string_view>

namespace palimpsest {

/// One architecture: what card.json calls it, and how to build it, untrained, from its configuration.
struct NetworkEntry {
    std::string_view id;
    std::unique_ptr<Network> (*make)(const Json& config);
};

const Catalogue<NetworkEntry>& networkCatalogue();

/// Throws Error(badArgument) for an unknown architecture, Error(badInput) for an impossible configuration.
std::unique_ptr<Network> makeNetwork(std::string_view architecture, const Json& config);

} // namespace palimpsest
