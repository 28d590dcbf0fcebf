// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/shared_parameters.h"

namespace palimpsest {

TaskDescription upscaleDescription() {
    const ParameterSchema factor{.name = "factor",
                                 .type = ParameterType::integer,
                                 .defaultValue = std::int64_t{4},
                                 .minimum = 2,
                                 .maximum = 8,
                                 .description = "How many times wider and higher the picture becomes.",
                                 .choices = {"2", "4", "8"}};
    const ParameterSchema downsampling{.name = "downsampling",
                                       .type = ParameterType::choice,
                                       .defaultValue = std::string("area"),
                                       .description = "How the small picture came about.",
                                       .choices = {"area", "bicubic"},
                                       .advanced = true};
    return {.id = "upscale",
            .title = "Upscale",
            .description = "Makes a picture 2, 4 or 8 times larger, with the detail that fits.",
            .inputs = {pictureSlot("The small picture.")},
            .parameters = {factor, downsampling, noiseSchema(), degradeSchema()},
            .methods = {"lanczos", "bicubic"},
            .firstEstimates = {"pseudo-inverse", "lanczos", "bicubic"},
            .example = "small.jpg --factor 4 -o large.png"};
}

} // namespace palimpsest
