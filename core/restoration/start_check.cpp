// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/start_check.h"

#include "core/base/error.h"
#include "core/tasks/task.h"

#include <string>

namespace palimpsest {
namespace {

void requireOffered(const RestoreSpec& spec, std::string_view restorer) {
    const TaskDescription& task = taskCatalogue().at(spec.task);
    const bool isPicture = spec.estimate->find_first_of("./") != std::string::npos;
    if (isPicture || *spec.estimate == restorer || task.hasFirstEstimate(*spec.estimate)) {
        return;
    }
    throw Error(
        ErrorCode::badArgument,
        Message("the first estimate \"%1\" is neither one of the task %2 nor a file", *spec.estimate, spec.task),
        "leave it to auto, choose one that the task offers, or give the path of a picture");
}

} // namespace

void requireUsedStart(const RestoreSpec& spec, std::string_view method, const MethodSettings& own,
                      std::string_view restorer) {
    const bool hasStart = own.usesPrior() && !own.startsAtItsNoise;
    if (!hasStart && (spec.start || spec.estimate || spec.t0)) {
        throw Error(ErrorCode::badArgument, Message("the method %1 takes no start, first estimate or t0", method),
                    "leave them to auto, or take a method that samples, such as ddnm");
    }
    if (spec.start == "noise" && (spec.estimate || (spec.t0 && *spec.t0 < 1))) {
        throw Error(ErrorCode::badArgument, "a start from noise takes no first estimate, and no t0 below 1",
                    "leave them to auto, or start from the estimate");
    }
    if (spec.estimate && spec.t0 && *spec.t0 >= 1) {
        throw Error(ErrorCode::badArgument, "at t0 = 1 nothing is left of a first estimate",
                    "use a t0 below 1, or leave the estimate to auto");
    }
    if (spec.estimate) {
        requireOffered(spec, restorer);
    }
}

} // namespace palimpsest
