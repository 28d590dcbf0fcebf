// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/shared_parameters.h"

namespace palimpsest {

TaskDescription colorizeDescription() {
    return {.id = "colorize",
            .title = "Colorize",
            .description = "Gives colours to a grey picture; strokes of known colour are kept to.",
            .inputs = {pictureSlot("The grey picture; colours that it has are not looked at."), hintsSlot()},
            .parameters = {noiseSchema(), degradeSchema()},
            .findsColours = true,
            .methods = {"colour-spread", "grey"},
            .firstEstimates = {"pseudo-inverse", "colour-spread", "grey"},
            .example = "grandmother.png --hints strokes.png -o colours.png"};
}

} // namespace palimpsest
