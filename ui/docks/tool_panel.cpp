// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/tool_panel.h"

#include "ui/actions/actions.h"
#include "ui/forms/slider_field.h"

#include <QAction>
#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPixmap>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <initializer_list>

namespace palimpsest::ui {
namespace {

constexpr int kColumns = 4;
constexpr QSize kIconSize(22, 22);

QLabel* addField(QVBoxLayout* layout, QWidget* field) {
    auto* label = new QLabel(field->parentWidget());
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field);
    return label;
}

int percent(double part) { return static_cast<int>(std::lround(100 * part)); }

} // namespace

ToolPanel::ToolPanel(Actions& actions, QWidget* parent) : QWidget(parent) {
    brush_ = brushPage();
    region_ = regionPage();
    wand_ = wandPage();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    maskTools_ =
        buttons(actions, {"tool.brush", "tool.eraser", "tool.rectangle", "tool.lasso", "tool.polygon", "tool.wand"});
    hintTools_ = buttons(actions, {"tool.hint-brush", "tool.hint-eraser", "hints.pick"});
    hints_ = hintPage();
    maskCommands_ = buttons(actions, {"select.all", "select.none", "select.invert", "select.grow", "select.shrink",
                                      "select.feather", "view.mask"});
    hintCommands_ = buttons(actions, {"hints.import", "hints.export", "hints.clear"});
    for (QWidget* part : {buttons(actions, {"tool.pan"}), maskTools_, hintTools_, brush_, region_, wand_, hints_}) {
        layout->addWidget(part);
    }
    layout->addSpacing(8);
    layout->addWidget(maskCommands_);
    layout->addWidget(hintCommands_);
    layout->addStretch(1);
    retranslate();
    setOptions({});
    setSubjects(true, false);
    setGroup(ToolOptionGroup::brush);
}

QWidget* ToolPanel::buttons(Actions& actions, std::initializer_list<const char*> ids) {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2);
    int i = 0;
    for (const char* id : ids) {
        auto* button = new QToolButton(box);
        button->setDefaultAction(actions.at(QString::fromLatin1(id)));
        button->setIconSize(kIconSize);
        button->setAutoRaise(true);
        grid->addWidget(button, i / kColumns, i % kColumns);
        ++i;
    }
    grid->setColumnStretch(kColumns, 1);
    return box;
}

QWidget* ToolPanel::brushPage() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    const int largest = static_cast<int>(ToolOptions::kLargestBrush);
    size_ = new SliderField({1, largest, SliderField::Scale::logarithmic, QStringLiteral(" px")}, page);
    hardness_ = new SliderField({0, 100, SliderField::Scale::linear, QStringLiteral(" %")}, page);
    opacity_ = new SliderField({0, 100, SliderField::Scale::linear, QStringLiteral(" %")}, page);
    pressureSize_ = new QCheckBox(page);
    pressureOpacity_ = new QCheckBox(page);
    size_->setObjectName(QStringLiteral("brushSize"));
    sizeLabel_ = addField(layout, size_);
    hardnessLabel_ = addField(layout, hardness_);
    opacityLabel_ = addField(layout, opacity_);
    layout->addWidget(pressureSize_);
    layout->addWidget(pressureOpacity_);
    for (auto* field : {size_, hardness_, opacity_}) {
        connect(field, &SliderField::changed, this, &ToolPanel::readBrush);
    }
    for (auto* box : {pressureSize_, pressureOpacity_}) {
        connect(box, &QCheckBox::clicked, this, &ToolPanel::readBrush);
    }
    return page;
}

QWidget* ToolPanel::regionPage() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    mode_ = new QComboBox(page);
    mode_->setObjectName(QStringLiteral("regionMode"));
    for (const RegionMode mode : {RegionMode::add, RegionMode::replace, RegionMode::subtract}) {
        mode_->addItem(QString(), static_cast<int>(mode));
    }
    modeLabel_ = addField(layout, mode_);
    connect(mode_, &QComboBox::activated, this, &ToolPanel::readRegion);
    return page;
}

QWidget* ToolPanel::wandPage() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    tolerance_ = new SliderField({0, 255, SliderField::Scale::linear, {}}, page);
    tolerance_->setObjectName(QStringLiteral("wandTolerance"));
    contiguous_ = new QCheckBox(page);
    toleranceLabel_ = addField(layout, tolerance_);
    layout->addWidget(contiguous_);
    connect(tolerance_, &SliderField::changed, this, &ToolPanel::readWand);
    connect(contiguous_, &QCheckBox::clicked, this, &ToolPanel::readWand);
    return page;
}

QWidget* ToolPanel::hintPage() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    const int largest = static_cast<int>(ToolOptions::kLargestBrush);
    hintSize_ = new SliderField({1, largest, SliderField::Scale::logarithmic, QStringLiteral(" px")}, page);
    hintSize_->setObjectName(QStringLiteral("hintSize"));
    hintSizeLabel_ = addField(layout, hintSize_);
    colour_ = new QToolButton(page);
    colour_->setObjectName(QStringLiteral("hintColour"));
    colour_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    colour_->setFocusPolicy(Qt::StrongFocus);
    colour_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    layout->addWidget(colour_);
    connect(hintSize_, &SliderField::changed, this, &ToolPanel::readHints);
    connect(colour_, &QToolButton::clicked, this, &ToolPanel::chooseColour);
    return page;
}

void ToolPanel::chooseColour() {
    const QColor colour = QColorDialog::getColor(options_.hintColour, this, tr("Hint Colour"));
    if (colour.isValid()) {
        options_.hintColour = colour;
        showColour();
        Q_EMIT edited(options_);
    }
}

void ToolPanel::showColour() {
    QPixmap patch(kIconSize);
    patch.fill(options_.hintColour);
    colour_->setIcon(patch);
    colour_->setText(options_.hintColour.name());
    colour_->setAccessibleName(tr("Hint colour %1").arg(options_.hintColour.name()));
}

void ToolPanel::readHints() {
    options_.brushSize = hintSize_->value();
    Q_EMIT edited(options_);
}

void ToolPanel::setSubjects(bool mask, bool hints) {
    maskTools_->setVisible(mask);
    maskCommands_->setVisible(mask);
    hintTools_->setVisible(hints);
    hintCommands_->setVisible(hints);
}

void ToolPanel::retranslate() {
    const auto name = [](QLabel* label, SliderField* field, const QString& text, const QString& tip) {
        label->setText(text);
        label->setToolTip(tip);
        field->setTexts(text, tip);
    };
    name(sizeLabel_, size_, tr("Brush size"), tr("Diameter of the brush in pixels of the picture"));
    name(hintSizeLabel_, hintSize_, tr("Brush size"), tr("Diameter of the brush in pixels of the picture"));
    colour_->setToolTip(tr("Choose the hint colour; Alt+click takes it from the picture"));
    showColour();
    name(hardnessLabel_, hardness_, tr("Hardness"), tr("0 % is soft from the centre, 100 % has a hard edge"));
    name(opacityLabel_, opacity_, tr("Strength"), tr("How much of the result a stroke lets through"));
    name(toleranceLabel_, tolerance_, tr("Tolerance"), tr("How far a colour may be from the one that is clicked"));
    retranslateModes();
    const auto label = [](QCheckBox* box, const QString& text, const QString& tip) {
        box->setText(text);
        box->setAccessibleName(text);
        box->setToolTip(tip);
    };
    label(pressureSize_, tr("Pressure: size"), tr("The pressure of a pen sets the size"));
    label(pressureOpacity_, tr("Pressure: strength"), tr("The pressure of a pen sets the strength"));
    label(contiguous_, tr("Connected"), tr("Only pixels that are connected with the one that is clicked"));
}

void ToolPanel::retranslateModes() {
    const QString tip = tr("What a new region does to the mask; Shift always adds, Alt always takes away");
    modeLabel_->setText(tr("New region"));
    modeLabel_->setToolTip(tip);
    mode_->setToolTip(tip);
    mode_->setAccessibleName(modeLabel_->text());
    mode_->setItemText(0, tr("Adds to the mask"));
    mode_->setItemText(1, tr("Replaces the mask"));
    mode_->setItemText(2, tr("Takes away"));
}

void ToolPanel::setGroup(ToolOptionGroup group) {
    brush_->setVisible(group == ToolOptionGroup::brush);
    region_->setVisible(group == ToolOptionGroup::region || group == ToolOptionGroup::wand);
    wand_->setVisible(group == ToolOptionGroup::wand);
    hints_->setVisible(group == ToolOptionGroup::hints);
}

void ToolPanel::setOptions(const ToolOptions& options) {
    options_ = options;
    size_->setValue(static_cast<int>(std::lround(options.brushSize)));
    hintSize_->setValue(size_->value());
    showColour();
    hardness_->setValue(percent(options.brushHardness));
    opacity_->setValue(percent(options.brushOpacity));
    pressureSize_->setChecked(options.pressureSetsSize);
    pressureOpacity_->setChecked(options.pressureSetsOpacity);
    mode_->setCurrentIndex(mode_->findData(static_cast<int>(options.regionMode)));
    tolerance_->setValue(options.wandTolerance);
    contiguous_->setChecked(options.wandContiguous);
}

void ToolPanel::readBrush() {
    options_.brushSize = size_->value();
    options_.brushHardness = hardness_->value() / 100.0;
    options_.brushOpacity = opacity_->value() / 100.0;
    options_.pressureSetsSize = pressureSize_->isChecked();
    options_.pressureSetsOpacity = pressureOpacity_->isChecked();
    Q_EMIT edited(options_);
}

void ToolPanel::readRegion() {
    options_.regionMode = static_cast<RegionMode>(mode_->currentData().toInt());
    Q_EMIT edited(options_);
}

void ToolPanel::readWand() {
    options_.wandTolerance = tolerance_->value();
    options_.wandContiguous = contiguous_->isChecked();
    Q_EMIT edited(options_);
}

void ToolPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace palimpsest::ui
