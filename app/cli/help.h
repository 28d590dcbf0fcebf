// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/base/catalogue.h"

#include <string>

namespace palimpsest {

/// What `palimpsest` alone prints.
std::string shortUsage(const Catalogue<Command>& commands);
/// What `palimpsest COMMAND --help` prints.
std::string helpOf(const Command& command);

/// Breaks words into lines of at most `width` columns; every line but the first starts with `indent` spaces.
std::string wrapped(const std::string& text, std::size_t width, std::size_t indent);

} // namespace palimpsest
