// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/shared_parameters.h"

namespace palimpsest {

TaskDescription dejpegDescription() {
    const ParameterSchema quality{.name = "quality",
                                  .type = ParameterType::integer,
                                  .defaultValue = Automatic{},
                                  .minimum = 1,
                                  .maximum = 100,
                                  .description =
                                      "The quality with which the JPEG was saved; auto reads it from the file."};
    return {.id = "dejpeg",
            .title = "Clean up JPEG",
            .description = "Takes out the blocks and rings of strong JPEG; what the file says is kept to.",
            .inputs = {pictureSlot("The compressed picture: the JPEG file itself, or with --quality any.")},
            .parameters = {quality, degradeSchema()},
            .isLinear = false,
            .methods = {"total-variation", "non-local-means", "as-is"},
            .firstEstimates = {"pseudo-inverse", "total-variation", "non-local-means", "as-is"},
            .example = "blocky.jpg -o clean.png"};
}

} // namespace palimpsest
