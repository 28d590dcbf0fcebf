// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <cstddef>
#include <span>

namespace palimpsest {

/// What a file is that holds no weights, from its first bytes, to complete "it is ...".
Message foreignFormatOf(std::span<const std::byte> head);

} // namespace palimpsest
