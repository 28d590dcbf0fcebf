// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/shared_parameters.h"

namespace palimpsest {

TaskDescription denoiseDescription() {
    return {.id = "denoise",
            .title = "Denoise",
            .description = "Takes the noise out of a picture and keeps its detail.",
            .inputs = {pictureSlot("The noisy picture.")},
            .parameters = {noiseSchema(), degradeSchema()},
            .methods = {"posterior-mean", "bm3d", "total-variation", "non-local-means"},
            .firstEstimates = {"pseudo-inverse", "bm3d", "total-variation", "non-local-means"},
            .example = "night.png --sigma auto -o clean.png"};
}

} // namespace palimpsest
