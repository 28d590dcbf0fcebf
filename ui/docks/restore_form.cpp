// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/restore_form.h"

#include "ui/actions/actions.h"
#include "ui/docks/engine_choices.h"
#include "ui/docks/kernel_editor.h"
#include "ui/forms/collapsible_box.h"
#include "ui/forms/parameter_form.h"
#include "ui/forms/schema_text.h"
#include "ui/forms/seed_editor.h"
#include "ui/priors/prior_fit.h"
#include "ui/session/jobs/engine_bridge.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace palimpsest::ui {

RestoreForm::RestoreForm(Actions& actions, const EngineBridge& engine, QWidget* parent)
    : QWidget(parent), actions_(actions), engine_(engine), everydayLayout_(new QFormLayout),
      advanced_(new ParameterForm), parameters_(new ParameterForm) {
    auto* hidden = new QWidget(this);
    auto* hiddenLayout = new QVBoxLayout(hidden);
    hiddenLayout->setContentsMargins(0, 0, 0, 0);
    hiddenLayout->addWidget(advanced_);
    hiddenLayout->addWidget(parameters_);
    box_ = new CollapsibleBox(hidden, this);
    box_->setObjectName(QStringLiteral("advanced"));
    everydayLayout_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(everydayLayout_);
    layout->addWidget(box_);
    layout->addStretch(1);
    connect(advanced_, &ParameterForm::changed, this, &RestoreForm::readAdvanced);
    connect(parameters_, &ParameterForm::changed, this, &RestoreForm::readParameters);
    connect(&engine, &EngineBridge::stateChanged, this, &RestoreForm::build);
    connect(&engine, &EngineBridge::devicesChanged, this, &RestoreForm::build);
    connect(&engine, &EngineBridge::priorsChanged, this, &RestoreForm::build);
    connect(box_, &CollapsibleBox::toggled, this, &RestoreForm::advancedToggled);
    build();
}

void RestoreForm::setPictureSize(Size size) {
    const auto suggested = [this] { return suggestPrior(engine_.priors(), pictureSize_, spec_.task).id; };
    const std::string before = suggested();
    pictureSize_ = size;
    if (suggested() != before) {
        build();
    }
}

void RestoreForm::setAdvancedOpen(bool isOpen) { box_->setOpen(isOpen); }

void RestoreForm::build() {
    box_->setTitle(tr("Advanced"), tr("Show the settings that are seldom needed"));
    builtFor_ = spec_.task;
    everyday_.clear();
    kernel_ = nullptr;
    while (everydayLayout_->rowCount() > 0) {
        everydayLayout_->removeRow(0);
    }
    ParameterSchemas advanced;
    for (const ParameterSchema& schema : restoreSchemas(spec_.task)) {
        if (schema.name == "task") {
            continue;
        }
        if (schema.advanced) {
            advanced.push_back(schema);
        } else {
            addEveryday(schema);
        }
    }
    advanced_->setSchemas(advanced, hints());
    setSpec(spec_);
}

void RestoreForm::addEveryday(const ParameterSchema& schema) {
    if (schema.name == "seed") {
        addSeed(schema);
    } else if (schema.name == "kernel") {
        addKernel(schema);
    } else {
        everyday_[schema.name] = makeParameterEditor(schema, hints()[schema.name], this, [this] { readEveryday(); });
        addRow(schema, everyday_[schema.name].widget);
    }
}

void RestoreForm::addSeed(const ParameterSchema& schema) {
    seed_ = new SeedEditor(actions_.at(QStringLiteral("restore.new-seed")),
                           actions_.at(QStringLiteral("restore.lock-seed")));
    seed_->focusProxy()->setToolTip(schemaToolTip(schema));
    seed_->focusProxy()->setAccessibleName(schemaLabel(schema.name));
    connect(seed_, &SeedEditor::changed, this, &RestoreForm::readEveryday);
    addRow(schema, seed_);
}

void RestoreForm::addKernel(const ParameterSchema& schema) {
    kernel_ = new KernelEditor(this);
    kernel_->setObjectName(QStringLiteral("kernel"));
    connect(kernel_, &KernelEditor::changed, this, &RestoreForm::readEveryday);
    addRow(schema, kernel_);
}

/// Everyday words for what the command line names shortly.
QString RestoreForm::fieldTitle(const std::string& name) {
    return name == "samples"  ? tr("Variants")
           : name == "sigma"  ? tr("Noise")
           : name == "kernel" ? tr("Blur")
                              : schemaLabel(name);
}

void RestoreForm::addRow(const ParameterSchema& schema, QWidget* editor) {
    auto* label = new QLabel(fieldTitle(schema.name), this);
    label->setToolTip(schemaToolTip(schema));
    label->setBuddy(editor);
    everydayLayout_->addRow(label, editor);
}

std::map<std::string, EditorHints> RestoreForm::hints() const {
    const auto number = [](const char* text) {
        return EditorChoice{text, QStringLiteral("%1 ×").arg(QLatin1String(text)), {}};
    };
    return {{"factor", {.choices = {number("2"), number("4"), number("8")}}},
            {"method", {.choices = methodChoices(engine_, spec_.task)}},
            {"prior", {.choices = priorChoices(engine_, spec_.task, pictureSize_), .takesOtherText = true}},
            {"device", {.choices = deviceChoices(engine_)}},
            {"estimate", {.choices = estimateChoices(engine_, spec_.task), .takesOtherText = true}}};
}

void RestoreForm::setSpec(const RestoreSpec& spec) {
    spec_ = spec;
    if (spec_.task != builtFor_) {
        build();
        return;
    }
    ParameterValues values;
    for (const ParameterSchema& schema : restoreSchemas(spec_.task)) {
        values[schema.name] = field(spec_, schema.name);
    }
    for (const auto& [name, editor] : everyday_) {
        editor.write(values.at(name));
    }
    seed_->setSeed(spec_.seed);
    if (kernel_) {
        kernel_->setText(QString::fromStdString(toText(field(spec_, "kernel"))));
    }
    advanced_->setValues(values);
    showMethodParameters();
}

void RestoreForm::showMethodParameters() {
    const MethodDescription* method = engine_.method(spec_.method.value_or(kDefaultMethod));
    const MethodForTask* served = method ? method->forTask(spec_.task) : nullptr;
    parameters_->setSchemas(served ? served->parameters : ParameterSchemas{});
    parameters_->setValues(spec_.parameters);
    parameters_->setVisible(!parameters_->isEmpty());
}

void RestoreForm::readEveryday() {
    const std::optional<std::string> methodBefore = spec_.method;
    for (const auto& [name, editor] : everyday_) {
        setField(spec_, name, editor.read());
    }
    spec_.seed = seed_->seed();
    if (kernel_) {
        setField(spec_, "kernel", kernel_->text().toStdString());
    }
    if (spec_.method != methodBefore) {
        spec_.parameters.clear();
        showMethodParameters();
    }
    Q_EMIT edited(spec_);
}

void RestoreForm::readAdvanced() {
    for (const auto& [name, value] : advanced_->values()) {
        setField(spec_, name, value);
    }
    Q_EMIT edited(spec_);
}

void RestoreForm::readParameters() {
    spec_.parameters = parameters_->values();
    Q_EMIT edited(spec_);
}

void RestoreForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        build();
    }
    QWidget::changeEvent(event);
}

} // namespace palimpsest::ui
