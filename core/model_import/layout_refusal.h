// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

namespace palimpsest {

/// Throws Error(badInput) for weights whose names are a family's and whose shapes are not.
[[noreturn]] void refuseLayout(const Message& why);

} // namespace palimpsest
