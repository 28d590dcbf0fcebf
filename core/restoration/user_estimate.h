// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/specs/restore_spec.h"

#include <ATen/core/Tensor.h>

#include <string>

namespace palimpsest {

/// The user's own first estimate.
struct UserEstimate {
    at::Tensor x;       ///< [1,3,H,W] of the result's size, in the working space, [-1,1]; undefined if the spec names a method or nothing
    std::string sha256; ///< contentHash() of the picture as read; of a null image if there is none
};

/// Reads the picture that spec.estimate names, if it names none of the methods. Throws Error(badArgument) for a word that is neither,
/// Error(badInput) for a picture of another size, and as readImage does.
UserEstimate readUserEstimate(const RestoreSpec& spec, Size result);

} // namespace palimpsest
