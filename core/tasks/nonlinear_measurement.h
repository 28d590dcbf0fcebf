// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task_measurement.h"

#include <string_view>

namespace palimpsest {

/// Tasks whose measurement is no matrix: dejpeg and declip. It has no noise, and is made in the picture's own colour space,
/// where it was rounded or cut off.
bool isNonlinear(std::string_view task);

/// dejpeg: how the picture was compressed, from the quality that the spec gives or from the file. Throws Error(badInput) if
/// neither is known.
void readCompression(const RestoreSpec& spec, const Image& picture, PictureTensors& tensors);

Measurement measureNonlinearly(const RestoreSpec& spec, const PictureTensors& input);

/// `clean` saved as a JPEG and read again, or brightened and cut off.
PictureTensors degradedNonlinearly(const RestoreSpec& spec, const PictureTensors& clean);

} // namespace palimpsest
