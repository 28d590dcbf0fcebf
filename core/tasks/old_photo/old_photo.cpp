// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/shared_parameters.h"

namespace palimpsest {

TaskDescription oldPhotoDescription() {
    const ParameterSchema keepColours{.name = "keep-colours",
                                      .type = ParameterType::boolean,
                                      .defaultValue = false,
                                      .description = "The old picture still has its colours, and keeps them."};
    return {.id = "old-photo",
            .title = "Old photo",
            .description = "Scratches, lost colours, blur and noise at once.",
            .inputs = {pictureSlot("The old picture."), maskSlot(false), hintsSlot()},
            .parameters = {keepColours, kernelSchema("none"), boundarySchema(), noiseSchema(), degradeSchema()},
            .firstEstimates = {"pseudo-inverse"},
            .example = "scan.tif --mask scratches.png --kernel gaussian:1 -o new.tif"};
}

} // namespace palimpsest
