// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"

namespace palimpsest {

/// What a restoration works on. Hashes of all of it go into the run record.
struct RestoreInput {
    Image picture;
    Mask mask;   ///< of the picture's size: what is to be restored; null for a task or a picture that needs none
    Image hints; ///< RGBA of the picture's size, alpha above one half where the colour is known; null: no hints
};

} // namespace palimpsest
