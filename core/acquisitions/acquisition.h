// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisitions/k_space.h"
#include "core/acquisitions/sinogram.h"
#include "core/image/image.h"

#include <string>
#include <string_view>
#include <variant>

namespace palimpsest {

/// What was measured, before any reconstruction: the first input of a task.
using Acquisition = std::variant<Image, Sinogram, KSpace>;

/// picture | sinogram | k-space: what a run record calls it.
std::string_view kindOf(const Acquisition& acquisition);
bool isNull(const Acquisition& acquisition);
/// contentHash() of what it holds.
std::string contentHash(const Acquisition& acquisition);

} // namespace palimpsest
