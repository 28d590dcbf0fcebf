// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/catalogue.h"

namespace palimpsest {

extern const OperatorEntry kInpaintingMask;

const Catalogue<OperatorEntry>& operatorCatalogue() {
    static const OperatorEntry entries[] = {
        kInpaintingMask,
    };
    static const Catalogue<OperatorEntry> catalogue("operator", entries);
    return catalogue;
}

std::unique_ptr<LinearOperator> makeOperator(std::string_view id, const ParameterValues& values,
                                             const OperatorData& data) {
    const OperatorEntry& entry = operatorCatalogue().at(id);
    return entry.make(validated(entry.schemas(), values, std::string(id)), data);
}

} // namespace palimpsest
