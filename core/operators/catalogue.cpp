// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/catalogue.h"

namespace palimpsest {

extern const OperatorEntry kBlur;
extern const OperatorEntry kDownsampleArea;
extern const OperatorEntry kDownsampleBicubic;
extern const OperatorEntry kGrey;
extern const OperatorEntry kGreyWithHints;
extern const OperatorEntry kIdentity;
extern const OperatorEntry kInpaintingMask;

const Catalogue<OperatorEntry>& operatorCatalogue() {
    static const OperatorEntry entries[] = {
        kInpaintingMask, kGrey, kGreyWithHints, kDownsampleArea, kDownsampleBicubic, kBlur, kIdentity,
    };
    static const Catalogue<OperatorEntry> catalogue("operator", entries);
    return catalogue;
}

std::unique_ptr<LinearOperator> makeOperator(std::string_view id, const ParameterValues& values,
                                             const OperatorData& data) {
    const OperatorEntry& entry = operatorCatalogue().at(id);
    auto made = entry.make(validated(entry.schemas(), values, Message::verbatim(std::string(id))), data);
    made->stopWith(data.stop);
    return made;
}

} // namespace palimpsest
