// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedules/time_travel.h"

#include "core/base/error.h"

namespace palimpsest {

std::vector<Step> withTimeTravel(const std::vector<Step>& steps, TimeTravel travel) {
    if (travel.length < 1 || travel.repeats < 1) {
        throw Bug("time travel needs a positive length and number of repeats");
    }
    std::vector<Step> walked;
    const int count = static_cast<int>(steps.size());
    for (int i = 0; i < count; ++i) {
        walked.push_back(steps[static_cast<std::size_t>(i)]);
        const int left = count - 2 - i; // steps after this one, but for the last
        if (left < 0 || left % travel.length != 0 || i + 1 < travel.length) {
            continue;
        }
        for (int repeat = 1; repeat < travel.repeats; ++repeat) {
            walked.insert(walked.end(), steps.begin() + (i + 1 - travel.length), steps.begin() + i + 1);
        }
    }
    for (std::size_t i = 0; i < walked.size(); ++i) {
        walked[i].index = static_cast<int>(i);
        walked[i].count = static_cast<int>(walked.size());
    }
    return walked;
}

} // namespace palimpsest
