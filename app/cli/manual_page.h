// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/base/catalogue.h"
#include "core/engine/engine.h"

#include <string>
#include <vector>

namespace palimpsest {

/// The manual page palimpsest(1) as roff, from the commands' syntax and the methods' schemas.
std::string manualPage(const Catalogue<Command>& commands, const std::vector<MethodDescription>& methods);

} // namespace palimpsest
