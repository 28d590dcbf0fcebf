// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/noise_aware_parameter.h"

namespace palimpsest {

ParameterSchema noiseAwareSchema() {
    return {.name = "noise-aware",
            .type = ParameterType::boolean,
            .defaultValue = true,
            .description =
                "Trust the measurement as far as its noise allows; off: replace the measured part as if there "
                "were no noise, as published.",
            .advanced = true};
}

bool noiseAwareFrom(const ParameterValues& values) { return std::get<bool>(values.at("noise-aware")); }

} // namespace palimpsest
