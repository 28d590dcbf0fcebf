// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document/task_input.h"

#include "ui/session/document/document.h"
#include "ui/session/document/hint_layer.h"

namespace palimpsest::ui {

bool hasInput(const Document& document, const TaskDescription* task) {
    const bool needsMask = !task || task->needs(InputKind::mask);
    return !document.isEmpty() && (!needsMask || !document.maskBounds().isEmpty());
}

RestoreInput inputOf(const Document& document, const TaskDescription* task) {
    const bool hasMask = takesMask(task) && !document.maskBounds().isEmpty();
    return {.acquisition = document.picture(),
            .mask = hasMask ? document.mask() : Mask(),
            .hints = takesHints(task) ? document.hints().image() : Image(),
            .kernel = {},
            .estimate = {}};
}

} // namespace palimpsest::ui
