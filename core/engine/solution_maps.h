// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <vector>

namespace palimpsest {

/// How sure a result is. `invented` of an inpainted picture is 1 in the hole. All images are float32; those of one
/// channel hold values in [0,1] units of the picture.
struct SolutionMaps {
    Image mean;      ///< of the samples, three channels in the working space (sRGB); null with one sample
    Image deviation; ///< one channel: standard deviation over the samples, root mean square over the colours; null with
                     ///< one
    Image invented;  ///< one channel: |(I - A^+ A) x|, what the measurement does not determine of sample 0; of a
                     ///< compressed or cut off picture what was added to it
    Image residual;  ///< one channel, of the measurement's size: |A x - y| of sample 0 in units of the noise (of 1/255
                     ///< if noiseless)
    std::vector<double> residualCurve; ///< by step, of sample 0: root mean square of A x0 - y in the same unit
    double sigma = 0;                  ///< standard deviation of the noise that was given or estimated, in [0,1] units
};

} // namespace palimpsest
