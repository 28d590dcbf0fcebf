// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace palimpsest {

enum class PageKind { none, page, login };

/// Whether a file begins like a web page, which a server or a network in between sent in place of the file; and whether
/// it asks for a login. A file of tensors begins with a number, "PK" or a pickle, JSON with a bracket.
PageKind pageKindOf(std::string_view beginning);

} // namespace palimpsest
