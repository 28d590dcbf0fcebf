// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/base/catalogue.h"

namespace palimpsest {

/// All commands, in the order in which help lists them.
const Catalogue<Command>& commandTable();

} // namespace palimpsest
