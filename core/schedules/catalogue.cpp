// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedules/catalogue.h"

namespace palimpsest {

extern const ScheduleEntry kCosineBeta;
extern const ScheduleEntry kLinearBeta;
extern const ScheduleEntry kScaledLinearBeta;
extern const ScheduleEntry kVarianceExploding;

const Catalogue<ScheduleEntry>& scheduleCatalogue() {
    static const ScheduleEntry entries[] = {
        kCosineBeta,
        kLinearBeta,
        kScaledLinearBeta,
        kVarianceExploding,
    };
    static const Catalogue<ScheduleEntry> catalogue("noise schedule", entries);
    return catalogue;
}

NoiseSchedule makeSchedule(std::string_view id, const ParameterValues& values) {
    const ScheduleEntry& entry = scheduleCatalogue().at(id);
    return entry.make(validated(entry.schemas(), values, Message::verbatim(std::string(id))));
}

} // namespace palimpsest
