// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/shared_parameters.h"

namespace palimpsest {

TaskDescription deblurDescription() {
    return {.id = "deblur",
            .title = "Deblur",
            .description = "Sharpens a picture whose blur is known: defocus, motion, or a picture of the kernel.",
            .inputs = {pictureSlot("The blurred picture.")},
            .parameters = {kernelSchema("gaussian:1.6"), boundarySchema(), noiseSchema(), degradeSchema()},
            .methods = {"wiener", "richardson-lucy", "total-variation"},
            .firstEstimates = {"pseudo-inverse", "wiener", "richardson-lucy", "total-variation"},
            .example = "shaken.jpg --kernel motion:15,30 -o sharp.png"};
}

} // namespace palimpsest
