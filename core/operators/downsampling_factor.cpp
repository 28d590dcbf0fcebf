// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/downsampling_factor.h"

#include "core/base/error.h"

#include <algorithm>

namespace palimpsest {

ParameterSchema downsamplingFactorSchema() {
    return {.name = "factor",
            .type = ParameterType::choice,
            .defaultValue = std::string("4"),
            .description = "How many times smaller the small picture is, in each direction.",
            .choices = {"2", "4", "8"}};
}

std::int64_t downsamplingFactor(const ParameterValues& values, const Shape& domain, std::int64_t leastOutputs) {
    const std::int64_t factor = std::stoll(std::get<std::string>(values.at("factor")));
    if (domain.size() != 3 || domain[1] % factor != 0 || domain[2] % factor != 0) {
        throw Error(ErrorCode::badInput,
                    Message("the factor %1 does not divide the height and width of %2", factor, toText(domain)),
                    Message("crop the picture to multiples of %1", factor));
    }
    if (std::min(domain[1], domain[2]) < leastOutputs * factor) {
        throw Error(ErrorCode::badInput,
                    Message("the picture %1 is too small to be made %2 times smaller", toText(domain), factor),
                    Message("use at least %1 px a side, or a smaller factor", leastOutputs * factor));
    }
    return factor;
}

Shape downsampledShape(const Shape& domain, std::int64_t factor) {
    return {domain[0], domain[1] / factor, domain[2] / factor};
}

} // namespace palimpsest
