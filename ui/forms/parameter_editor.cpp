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

ParameterEditor integerEditor(const ParameterSchema& schema, const EditorHints&, QWidget* parent,
                              const Changed& changed) {
    auto* box = new QSpinBox(parent);
    // The word Auto takes the place below the lowest number.
    constexpr double kLargest = std::numeric_limits<int>::max();
    const bool mayBeOpen = schema.mayBeOpen();
    box->setRange(static_cast<int>(schema.minimum) - (mayBeOpen ? 1 : 0),
                  static_cast<int>(std::min(schema.maximum, kLargest)));
    if (mayBeOpen) {
        box->setSpecialValueText(automaticWord());
    }
    box->setSuffix(schema.unit == "px" ? QStringLiteral(" px") : QString());
    box->setKeyboardTracking(false);
    QObject::connect(box, &QSpinBox::valueChanged, box, changed);
    return {box,
            [=] {
                const bool isOpen = mayBeOpen && box->value() == box->minimum();
                return isOpen ? ParameterValue(Automatic{}) : ParameterValue(static_cast<std::int64_t>(box->value()));
            },
            [=](const ParameterValue& value) {
                const QSignalBlocker quiet(box);
                box->setValue(std::holds_alternative<Automatic>(value) ? box->minimum()
                                                                       : static_cast<int>(numberOf(value)));
            }};
}

ParameterEditor realEditor(const ParameterSchema& schema, const EditorHints&, QWidget* parent, const Changed& changed) {
    auto* box = new QDoubleSpinBox(parent);
    // The word Auto takes the place of the lowest number.
    const bool mayBeOpen = schema.mayBeOpen();
    const double lowest = schema.minimum;
    const double span = schema.maximum - lowest;
    box->setDecimals(span <= 2 ? 3 : 2);
    box->setSingleStep(span <= 2 ? 0.05 : span <= 20 ? 0.1 : 1.0);
    box->setRange(lowest, schema.maximum);
    if (mayBeOpen) {
        box->setSpecialValueText(automaticWord());
    }
    box->setSuffix(schema.unit == "px" ? QStringLiteral(" px") : QString());
    box->setKeyboardTracking(false);
    QObject::connect(box, &QDoubleSpinBox::valueChanged, box, changed);
    // Values the box cannot show exactly are given back as they came until the user changes them.
    auto exact = std::make_shared<ParameterValue>(schema.defaultValue);
    return {box,
            [=] {
                const bool isOpen = std::holds_alternative<Automatic>(*exact);
                const double shown = isOpen ? lowest : numberOf(*exact);
                const bool isShown = std::abs(shown - box->value()) < 0.5 * std::pow(10, -box->decimals());
                return isShown                               ? *exact
                       : mayBeOpen && box->value() == lowest ? ParameterValue(Automatic{})
                                                             : ParameterValue(box->value());
            },
            [=](const ParameterValue& value) {
                const QSignalBlocker quiet(box);
                *exact = value;
                box->setValue(std::holds_alternative<Automatic>(value) ? lowest : numberOf(value));
            }};
}

void fill(QComboBox* box, const ParameterSchema& schema, const EditorHints& hints) {
    if (hints.choices.empty() && schema.mayBeOpen()) {
        box->addItem(automaticWord(), QStringLiteral("auto"));
    }
    for (const std::string& value : hints.choices.empty() ? schema.choices : std::vector<std::string>{}) {
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

ParameterEditor textEditor(const ParameterSchema& schema, const EditorHints&, QWidget* parent, const Changed& changed) {
    auto* line = new QLineEdit(parent);
    QObject::connect(line, &QLineEdit::editingFinished, line, changed);
    const bool mayBeOpen = schema.mayBeOpen();
    line->setPlaceholderText(mayBeOpen ? automaticWord() : QString());
    return {line,
            [line, mayBeOpen] {
                const std::string text = line->text().trimmed().toStdString();
                return mayBeOpen && text.empty() ? ParameterValue(Automatic{}) : ParameterValue(text);
            },
            [line](const ParameterValue& value) {
                const auto* text = std::get_if<std::string>(&value);
                line->setText(text ? QString::fromStdString(*text) : QString());
            }};
}

auto makerFor(const ParameterSchema& schema, const EditorHints& hints) {
    if (!hints.choices.empty() || !schema.choices.empty()) {
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
