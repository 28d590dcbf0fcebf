// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/parameter.h"

#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// Something that a task can be given.
enum class InputKind { picture, mask, hints, sinogram, kSpace };

struct InputSlot {
    InputKind kind = InputKind::picture;
    bool isRequired = false;
    std::string description; ///< one English sentence: help of the command line, tooltip of the window
};

/// What a task changes.
enum class Coverage {
    holes, ///< the pixels under a mask; all others keep their bytes
    whole, ///< every pixel
};

/// A task in words and values: all that a window, a command line and the check of a spec need to know of it. What it
/// does is its TaskBehaviour.
struct TaskDescription {
    std::string id;
    std::string title;       ///< English, translated by the window
    std::string description; ///< one sentence: what it is for
    Coverage coverage = Coverage::whole;
    std::vector<InputSlot> inputs; ///< the first one is what is restored
    ParameterSchemas
        parameters;       ///< that not every task has: the names of flags, form fields and RestoreSpec::taskParameters
    bool isLinear = true; ///< the measurement is a linear operator: methods for such operators serve it
    bool findsColours = false;               ///< always: a prior of grey pictures cannot serve it
    bool isBounded = true;                   ///< values lie in a picture's range and are clamped to it
    std::vector<std::string> methods;        ///< classical and special methods that serve it, by id
    std::vector<std::string> firstEstimates; ///< that a run can be told to start from, by id
    std::string example;                     ///< arguments of an example on the command line

    const InputSlot* slot(InputKind kind) const;
    bool takes(InputKind kind) const { return slot(kind) != nullptr; }
    bool needs(InputKind kind) const { return takes(kind) && slot(kind)->isRequired; }
    /// Null if the task has no parameter of that name.
    const ParameterSchema* parameter(std::string_view name) const;
    bool takesParameter(std::string_view name) const { return parameter(name) != nullptr; }
    bool hasMethod(std::string_view id) const;
    bool hasFirstEstimate(std::string_view id) const;
};

/// In the order of the window's task switch.
const Catalogue<TaskDescription>& taskCatalogue();

} // namespace palimpsest
