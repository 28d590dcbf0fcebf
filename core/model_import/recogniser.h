// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/message.h"
#include "core/model_import/choice_table.h"
#include "core/model_import/recognition.h"
#include "core/model_import/weight_set.h"

#include <string_view>

namespace palimpsest {

/// What a recogniser works on.
struct ModelEvidence {
    const CheckpointOutline& file;
    const WeightSet& weights;
    ChoiceTable& choices;
};

/// One family of networks, by the names that its authors' code gives its weights.
struct Recogniser {
    std::string_view id;
    Message family;
    bool (*fits)(const CheckpointOutline& file, const WeightSet& weights); ///< the names are this family's
    /// Fills the card (architecture, configuration, parametrisation, schedule, range, channels, size), the weights, and
    /// the facts that it read off. Throws Error(badInput) if the shapes are not this family's.
    void (*read)(const ModelEvidence& evidence, Recognition& recognition);
};

/// In the order in which they are tried.
const Catalogue<Recogniser>& recogniserCatalogue();

} // namespace palimpsest
