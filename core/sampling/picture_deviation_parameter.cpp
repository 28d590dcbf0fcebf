// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/picture_deviation_parameter.h"

#include "core/sampling/data_consistency.h"

namespace palimpsest {

ParameterSchema pictureDeviationSchema() {
    return {.name = "picture-deviation",
            .type = ParameterType::real,
            .defaultValue = kPictureDeviation,
            .minimum = 0.01,
            .maximum = 1000,
            .unit = "[-1,1]",
            .description = "Standard deviation of the pixels that the prior is about: how unsure an estimate from pure "
                           "noise is.",
            .advanced = true};
}

double pictureDeviationFrom(const ParameterValues& values) { return std::get<double>(values.at("picture-deviation")); }

} // namespace palimpsest
