// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_picture.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace palimpsest {

/// Lays out columns of pictures: columns[c] is [N,3,S,S] in [-1,1], and row n shows columns[0][n], columns[1][n], ...
RgbPicture sampleSheet(const std::vector<at::Tensor>& columns);

} // namespace palimpsest
