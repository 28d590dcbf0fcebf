// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"
#include "ui/forms/parameter_editor.h"

#include <QWidget>

#include <map>
#include <string>

class QFormLayout;

namespace palimpsest::ui {

/// A form made from schemas: one labelled editor per parameter, in their order.
class ParameterForm : public QWidget {
    Q_OBJECT

public:
    explicit ParameterForm(QWidget* parent = nullptr);

    /// Builds the form anew; values go back to the defaults. `hints` by parameter name.
    void setSchemas(const ParameterSchemas& schemas, const std::map<std::string, EditorHints>& hints = {});
    bool isEmpty() const { return editors_.empty(); }

    /// All parameters of the form.
    ParameterValues values() const;
    /// Shows the values whose names the form has; does not emit changed().
    void setValues(const ParameterValues& values);

Q_SIGNALS:
    /// The user has changed a value.
    void changed();

private:
    void clear();

    QFormLayout* layout_;
    std::map<std::string, ParameterEditor> editors_;
};

} // namespace palimpsest::ui
