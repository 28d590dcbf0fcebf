// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tasks, in the order in which windows and help show them: the one line that a new task needs outside its folder.
// NAME has a description, NAME##Description() in core/tasks/NAME, and a behaviour, NAME##Behaviour().
// clang-format off
#define PALIMPSEST_TASKS(TASK) \
    TASK(inpaint) \
    TASK(colorize) \
    TASK(upscale) \
    TASK(deblur) \
    TASK(denoise) \
    TASK(oldPhoto) \
    TASK(dejpeg) \
    TASK(declip)
// clang-format on
