// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/image_format.h"

namespace palimpsest {

// One definition per file <name>_format.cpp; put together in format_catalogue.cpp.
ImageFormat bmpFormat();
ImageFormat exrFormat();
ImageFormat jpegFormat();
ImageFormat pngFormat();
ImageFormat tiffFormat();
ImageFormat webpFormat();

} // namespace palimpsest
