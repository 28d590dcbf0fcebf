// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"

namespace palimpsest {

/// `changed` where the mask is above 0, and the very bytes of `original` elsewhere: conversions between colour spaces
/// must not touch what was not restored. All of one size, channels and depth (else Bug). Metadata of `original`.
Image withOriginalOutside(const Image& changed, const Image& original, const Mask& mask);

} // namespace palimpsest
