// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/shared_parameters.h"

namespace palimpsest {

TaskDescription inpaintDescription() {
    const auto pixels = [](const char* name, const char* description) {
        return ParameterSchema{.name = name,
                               .type = ParameterType::integer,
                               .defaultValue = std::int64_t{0},
                               .minimum = 0,
                               .maximum = 256,
                               .unit = "px",
                               .description = description,
                               .advanced = true};
    };
    const ParameterSchema detail{
        .name = "detail",
        .type = ParameterType::choice,
        .defaultValue = Automatic{},
        .description =
            "How the default fills: smooth, the likeliest answer, or detailed, with texture of the rest of the "
            "picture; auto is smooth in thin holes and detailed in wide ones.",
        .choices = {"smooth", "detailed"}};
    return {.id = "inpaint",
            .title = "Inpaint",
            .description = "Restores what is painted over: scratches, stains, text, whole objects.",
            .coverage = Coverage::holes,
            .inputs = {pictureSlot("The damaged picture: PNG, JPEG, TIFF, WebP, BMP or EXR."), maskSlot(true)},
            .parameters = {detail, pixels("grow", "How far beyond the mask the picture is restored."),
                           pixels("feather", "Width of the rim in which the result fades into the picture.")},
            .methods = {"fill", "telea", "navier-stokes", "fsr", "fsr-best", "exemplar", "mean"},
            .firstEstimates = {"photo-fill", "telea", "navier-stokes", "fsr", "fsr-best", "exemplar", "mean"},
            .example = "photo.jpg --mask mask.png -o restored.png --seed 3 --samples 2"};
}

} // namespace palimpsest
