// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/parameter_editor.h"

#include "ui/forms/schema_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>

#include <algorithm>
#include <cmath>
#include <limits>

namespace palimpsest::ui {
namespace {

using Changed = std::function<void()>;

/// Lets the wheel scroll the form unless the editor has the keyboard.
class WheelGuard : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const bool isStray = event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus();
        if (isStray) {
            event->ignore();
        }
        return isStray;
    }
};

double numberOf(const ParameterValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    const auto* real = std::get_if<double>(&value);
    return real ? *real : 0.0;
}

QString automaticWord() { return QCoreApplication::translate("ParameterEditor", "Auto"); }

ParameterEditor booleanEditor(const ParameterSchema&, const EditorHints&, QWidget* parent, const Changed& changed) {
    auto* box = new QCheckBox(parent);
    QObject::connect(box, &QCheckBox::clicked, box, changed);
    return {box, [box] { return ParameterValue(box->isChecked()); },
            [box](const ParameterValue& value) {
                const auto* on = std::get_if<bool>(&value);
                box->setChecked(on && *on);
            }};
}

ParameterEditor integerEditor(const ParameterSchema& schema, const EditorHints& hints, QWidget* parent,
                              const Changed& changed) {
    auto* box = new QSpinBox(parent);
    // The word Auto takes the place of the lowest number.
    constexpr double kLargest = std::numeric_limits<int>::max();
    box->setRange(static_cast<int>(schema.minimum), static_cast<int>(std::min(schema.maximum, kLargest)));
    if (hints.automatic) {
        box->setSpecialValueText(automaticWord());
    }
    box->setSuffix(schema.unit == "px" ? QStringLiteral(" px") : QString());
    box->setKeyboardTracking(false);
    QObject::connect(box, &QSpinBox::valueChanged, box, changed);
    const auto automatic = hints.automatic;
    return {box,
            [=] {
                const bool isAutomatic = automatic && box->value() == box->minimum();
                return ParameterValue(static_cast<std::int64_t>(isAutomatic ? *automatic : box->value()));
            },
            [=](const ParameterValue& value) {
                const QSignalBlocker quiet(box);
                const double number = numberOf(value);
                box->setValue(automatic && number == *automatic ? box->minimum() : static_cast<int>(number));
            }};
}

ParameterEditor realEditor(const ParameterSchema& schema, const EditorHints& hints, QWidget* parent,
                           const Changed& changed) {
    auto* box = new QDoubleSpinBox(parent);
    // The word Auto takes the place of zero, below which only the automatic value lies.
    const double lowest = hints.automatic ? std::max(0.0, schema.minimum) : schema.minimum;
    const double span = schema.maximum - lowest;
    box->setDecimals(span <= 2 ? 3 : 2);
    box->setSingleStep(span <= 2 ? 0.05 : span <= 20 ? 0.1 : 1.0);
    box->setRange(lowest, schema.maximum);
    if (hints.automatic) {
        box->setSpecialValueText(automaticWord());
    }
    box->setSuffix(schema.unit == "px" ? QStringLiteral(" px") : QString());
    box->setKeyboardTracking(false);
    QObject::connect(box, &QDoubleSpinBox::valueChanged, box, changed);
    const auto automatic = hints.automatic;
    // Values the box cannot show exactly are given back as they came until the user changes them.
    auto exact = std::make_shared<double>(numberOf(schema.defaultValue));
    return {box,
            [=] {
                if (automatic && box->value() == lowest) {
                    return ParameterValue(*automatic);
                }
                const bool isShown = std::abs(*exact - box->value()) < 0.5 * std::pow(10, -box->decimals());
                return ParameterValue(isShown ? *exact : box->value());
            },
            [=](const ParameterValue& value) {
                const QSignalBlocker quiet(box);
                *exact = numberOf(value);
                box->setValue(automatic && *exact == *automatic ? lowest : *exact);
            }};
}

void fill(QComboBox* box, const ParameterSchema& schema, const EditorHints& hints) {
    for (const std::string& value : schema.choices) {
        box->addItem(schemaLabel(value), QString::fromStdString(value));
    }
    for (const EditorChoice& choice : hints.choices) {
        box->addItem(choice.title, QString::fromStdString(choice.value));
        box->setItemData(box->count() - 1, choice.toolTip, Qt::ToolTipRole);
        if (auto* model = qobject_cast<QStandardItemModel*>(box->model())) {
            model->item(box->count() - 1)->setEnabled(choice.isEnabled);
        }
    }
}

/// The value of the entry that is shown, or the text that was typed.
std::string menuValue(const QComboBox* box) {
    const int index = box->findText(box->currentText());
    return (index >= 0 ? box->itemData(index).toString() : box->currentText().trimmed()).toStdString();
}

void showMenuValue(QComboBox* box, const QString& value) {
    const QSignalBlocker quiet(box);
    int index = box->findData(value);
    if (index < 0) {
        box->addItem(value, value);
        index = box->count() - 1;
    }
    box->setCurrentIndex(index);
    if (box->isEditable()) {
        box->lineEdit()->setCursorPosition(0); // the beginning of a long title is seen
    }
}

ParameterEditor menuEditor(const ParameterSchema& schema, const EditorHints& hints, QWidget* parent,
                           const Changed& changed) {
    auto* box = new QComboBox(parent);
    box->setEditable(hints.takesOtherText);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    fill(box, schema, hints);
    QObject::connect(box, &QComboBox::activated, box, changed);
    if (hints.takesOtherText) {
        QObject::connect(box->lineEdit(), &QLineEdit::editingFinished, box, changed);
    }
    return {box, [box, schema] { return parseParameter(schema, menuValue(box)); },
            [box](const ParameterValue& value) { showMenuValue(box, QString::fromStdString(toText(value))); }};
}

ParameterEditor textEditor(const ParameterSchema&, const EditorHints&, QWidget* parent, const Changed& changed) {
    auto* line = new QLineEdit(parent);
    QObject::connect(line, &QLineEdit::editingFinished, line, changed);
    return {line, [line] { return ParameterValue(line->text().trimmed().toStdString()); },
            [line](const ParameterValue& value) {
                const auto* text = std::get_if<std::string>(&value);
                line->setText(text ? QString::fromStdString(*text) : QString());
            }};
}

auto makerFor(const ParameterSchema& schema, const EditorHints& hints) {
    if (!hints.choices.empty()) {
        return &menuEditor;
    }
    switch (schema.type) {
    case ParameterType::boolean:
        return &booleanEditor;
    case ParameterType::integer:
        return &integerEditor;
    case ParameterType::real:
        return &realEditor;
    case ParameterType::choice:
        return &menuEditor;
    case ParameterType::path:
    case ParameterType::text:
        break;
    }
    return &textEditor;
}

} // namespace

ParameterEditor makeParameterEditor(const ParameterSchema& schema, const EditorHints& hints, QWidget* parent,
                                    std::function<void()> changed) {
    ParameterEditor editor = makerFor(schema, hints)(schema, hints, parent, changed);
    editor.widget->setFocusPolicy(Qt::StrongFocus);
    editor.widget->installEventFilter(new WheelGuard(editor.widget));
    editor.widget->setObjectName(QString::fromStdString(schema.name));
    editor.widget->setToolTip(schemaToolTip(schema));
    editor.widget->setAccessibleName(schemaLabel(schema.name));
    editor.widget->setAccessibleDescription(schemaText(schema.description));
    editor.write(schema.defaultValue);
    return editor;
}

} // namespace palimpsest::ui
