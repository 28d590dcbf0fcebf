// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <string>
#include <vector>

namespace palimpsest {

/// RGB pictures of one size side by side, with a white gap between them, as 8-bit RGB. Throws Bug for pictures that
/// differ in size or are not RGB, Error as writeImage() does.
void writePictureStrip(const std::string& path, const std::vector<Image>& pictures);

} // namespace palimpsest
