// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisitions/acquisition.h"
#include "core/image/image.h"
#include "core/image/mask.h"

namespace palimpsest {

/// What a restoration works on: values, opened and read by whoever calls the engine. Hashes of all of it go into the
/// run record.
struct RestoreInput {
    Acquisition acquisition; ///< what was measured; a picture for the photo tasks
    Mask mask;      ///< of the picture's size: what is to be restored; null for a task or a picture that needs none
    Image hints;    ///< RGBA of the picture's size, alpha above one half where the colour is known; null: no hints
    Image kernel;   ///< blur kernel read from a picture (readKernel): one channel, float32; null: the spec describes it
                    ///< in words
    Image estimate; ///< the user's own first estimate, as it was read; null: the spec names one, or none

    /// Throws Bug if something else was measured.
    const Image& picture() const;
};

} // namespace palimpsest
