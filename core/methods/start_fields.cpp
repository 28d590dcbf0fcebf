// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/start_fields.h"

#include "core/base/error.h"

#include <string>

namespace palimpsest {

void requireUsedStart(const RestoreSpec& spec, std::string_view method, const MethodSettings& own) {
    const bool isEstimateGiven = spec.estimate != "auto";
    const bool isTimeGiven = spec.t0 > 0;
    const bool hasStart = own.usesPrior() && !own.startsAtItsNoise;
    if (!hasStart && (spec.start != "auto" || isEstimateGiven || isTimeGiven)) {
        throw Error(ErrorCode::badArgument, "the method " + std::string(method) + " takes no start, first estimate or t0",
                    "leave them to auto, or take a method that samples, such as ddnm");
    }
    if (spec.start == "noise" && (isEstimateGiven || (isTimeGiven && spec.t0 < 1))) {
        throw Error(ErrorCode::badArgument, "a start from noise takes no first estimate, and no t0 below 1",
                    "leave them to auto, or start from the estimate");
    }
    if (isEstimateGiven && spec.t0 >= 1) {
        throw Error(ErrorCode::badArgument, "at t0 = 1 nothing is left of a first estimate", "use a t0 below 1, or leave the estimate to auto");
    }
    if (spec.estimate == "photo-fill" && spec.task != "inpaint") {
        throw Error(ErrorCode::badArgument, "the first estimate photo-fill is for holes, and the task " + spec.task + " has none",
                    "leave the estimate to auto, or take pseudo-inverse");
    }
}

} // namespace palimpsest
