// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/parameter_form.h"

#include "ui/forms/schema_text.h"

#include <QFormLayout>
#include <QLabel>

namespace palimpsest::ui {

ParameterForm::ParameterForm(QWidget* parent) : QWidget(parent), layout_(new QFormLayout(this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void ParameterForm::clear() {
    editors_.clear();
    while (layout_->rowCount() > 0) {
        layout_->removeRow(0);
    }
}

void ParameterForm::setSchemas(const ParameterSchemas& schemas, const std::map<std::string, EditorHints>& hints) {
    clear();
    for (const ParameterSchema& schema : schemas) {
        const auto hint = hints.find(schema.name);
        auto editor = makeParameterEditor(schema, hint == hints.end() ? EditorHints{} : hint->second, this,
                                          [this] { Q_EMIT changed(); });
        auto* label = new QLabel(schemaLabel(schema.name), this);
        label->setToolTip(editor.widget->toolTip());
        label->setBuddy(editor.widget);
        layout_->addRow(label, editor.widget);
        editors_.emplace(schema.name, std::move(editor));
    }
}

ParameterValues ParameterForm::values() const {
    ParameterValues values;
    for (const auto& [name, editor] : editors_) {
        values[name] = editor.read();
    }
    return values;
}

void ParameterForm::setValues(const ParameterValues& values) {
    for (const auto& [name, value] : values) {
        if (const auto editor = editors_.find(name); editor != editors_.end()) {
            editor->second.write(value);
        }
    }
}

} // namespace palimpsest::ui
