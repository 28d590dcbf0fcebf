// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/shared_parameters.h"

namespace palimpsest {

TaskDescription declipDescription() {
    const ParameterSchema headroom{.name = "headroom",
                                   .type = ParameterType::real,
                                   .defaultValue = 1.5,
                                   .minimum = 1.05,
                                   .maximum = 8,
                                   .description =
                                       "How many times brighter than white the lost highlights may have been."};
    const ParameterSchema clipped{.name = "clipped",
                                  .type = ParameterType::choice,
                                  .defaultValue = std::string("highlights"),
                                  .description = "What was cut off.",
                                  .choices = {"highlights", "shadows", "both"}};
    const ParameterSchema tones{.name = "tones",
                                .type = ParameterType::choice,
                                .defaultValue = std::string("keep"),
                                .description = "keep leaves the tones that were not cut off as they are and fits the "
                                               "recovered ones in beside them; darken gives all tones the same room, "
                                               "which makes the picture darker.",
                                .choices = {"keep", "darken"}};
    return {.id = "declip",
            .title = "Recover highlights",
            .description = "Invents what was too bright or dark for the picture's range, and makes room for it.",
            .inputs = {pictureSlot("The picture with lost highlights.")},
            .parameters = {headroom, clipped, tones, degradeSchema()},
            .isLinear = false,
            .methods = {"as-is"},
            .firstEstimates = {"pseudo-inverse", "as-is"},
            .example = "sky.jpg --headroom 2 -o recovered.png"};
}

} // namespace palimpsest
