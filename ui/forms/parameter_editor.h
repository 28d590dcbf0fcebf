// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <QString>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QWidget;

namespace palimpsest::ui {

/// One entry of a menu: the value and how it is shown (already translated).
struct EditorChoice {
    std::string value;
    QString title;
    QString toolTip;
    bool isEnabled = true; ///< false: it is shown, with the tooltip saying why it cannot be chosen
};

/// What a form knows of a parameter beyond its schema.
struct EditorHints {
    std::vector<EditorChoice> choices; ///< known values, offered in a menu
    bool takesOtherText = false;       ///< the menu can also be typed into
};

/// A widget for one parameter. `read` never throws: the widget holds only what the schema allows.
struct ParameterEditor {
    QWidget* widget = nullptr;
    std::function<ParameterValue()> read;
    std::function<void(const ParameterValue&)> write;
};

/// The editor for the schema's type, with tooltip and accessible name, child of `parent`, showing the default.
/// `changed` is called when the user (not `write`) has changed the value.
ParameterEditor makeParameterEditor(const ParameterSchema& schema, const EditorHints& hints, QWidget* parent,
                                    std::function<void()> changed);

} // namespace palimpsest::ui
