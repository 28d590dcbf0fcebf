// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/shared_parameters.h"

namespace palimpsest {

ParameterSchema noiseSchema() {
    return {.name = "sigma",
            .type = ParameterType::real,
            .defaultValue = Automatic{},
            .minimum = 0,
            .maximum = 1,
            .description = "Standard deviation of the noise, where white is 1; auto estimates it from the picture."};
}

ParameterSchema degradeSchema() {
    return {.name = "degrade",
            .type = ParameterType::boolean,
            .defaultValue = false,
            .description = "The picture is a clean one: simulate the degradation on it first, for study.",
            .advanced = true};
}

ParameterSchema kernelSchema(const std::string& automatic) {
    return {.name = "kernel",
            .type = ParameterType::text,
            .defaultValue = Automatic{},
            .description = "The blur: gaussian:SIGMA, motion:LENGTH,ANGLE, disk:RADIUS (pixels and degrees), none, or "
                           "a picture of it; auto is " +
                           automatic + "."};
}

ParameterSchema boundarySchema() {
    return {.name = "boundary",
            .type = ParameterType::choice,
            .defaultValue = std::string("real"),
            .description = "What the blur saw beyond the border: the real scene, or the opposite side.",
            .choices = {"real", "circular"},
            .advanced = true};
}

bool isKernelInWords(const std::string& kernel) {
    return kernel == "none" || kernel.starts_with("gaussian:") || kernel.starts_with("motion:") ||
           kernel.starts_with("disk:");
}

InputSlot pictureSlot(std::string description) { return {InputKind::picture, true, std::move(description)}; }

InputSlot maskSlot(bool isRequired) {
    return {InputKind::mask, isRequired, "Picture of the same size: white is restored, black is kept, grey mixes."};
}

InputSlot hintsSlot() {
    return {InputKind::hints, false,
            "Picture of the same size with strokes of known colour: transparent elsewhere, or painted over a copy of "
            "the input."};
}

} // namespace palimpsest
