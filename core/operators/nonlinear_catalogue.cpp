// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/nonlinear_catalogue.h"

namespace palimpsest {

extern const NonlinearEntry kClip;
extern const NonlinearEntry kJpeg;

const Catalogue<NonlinearEntry>& nonlinearCatalogue() {
    static const NonlinearEntry entries[] = {
        kClip,
        kJpeg,
    };
    static const Catalogue<NonlinearEntry> catalogue("non-linear operator", entries);
    return catalogue;
}

std::unique_ptr<MeasurementOperator> makeNonlinearOperator(std::string_view id, const ParameterValues& values,
                                                           const OperatorData& data) {
    const NonlinearEntry& entry = nonlinearCatalogue().at(id);
    return entry.make(validated(entry.schemas(), values, Message::verbatim(std::string(id))), data);
}

} // namespace palimpsest
