// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/kernel_editor.h"

#include "core/base/error.h"
#include "core/io/kernel_file.h"
#include "ui/forms/core_message.h"
#include "ui/forms/slider_field.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPixmap>
#include <QPushButton>
#include <QSignalBlocker>

#include <cmath>

namespace palimpsest::ui {
namespace {

constexpr int kPictureSide = 48; ///< logical pixels
constexpr double kTenths = 10;   ///< sliders count in tenths of a pixel

} // namespace

KernelEditor::KernelEditor(QWidget* parent)
    : QWidget(parent), shape_(new QComboBox(this)),
      size_(new SliderField({2, 400, SliderField::Scale::logarithmic, QStringLiteral(" px"), true}, this)),
      angle_(new SliderField({0, 180, SliderField::Scale::linear, QStringLiteral("°")}, this)),
      file_(new QPushButton(tr("Picture…"), this)), picture_(new QLabel(this)) {
    const QString tip = tr("The shape that a point of light has in the picture");
    shape_->setObjectName(QStringLiteral("kernelShape"));
    shape_->addItems({tr("Auto"), tr("No blur"), tr("Gaussian"), tr("Motion"), tr("Disk"), tr("From a picture")});
    shape_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    shape_->setMinimumContentsLength(6);
    file_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    shape_->setToolTip(tip);
    shape_->setAccessibleName(tr("Blur"));
    size_->setObjectName(QStringLiteral("kernelSize"));
    angle_->setObjectName(QStringLiteral("kernelAngle"));
    angle_->setTexts(tr("Direction"), tr("Direction of the motion, counter-clockwise from the right"));
    file_->setObjectName(QStringLiteral("kernelFile"));
    file_->setToolTip(tr("Read the blur from a picture of it"));
    picture_->setFixedSize(kPictureSide, kPictureSide);
    picture_->setAlignment(Qt::AlignCenter);
    picture_->setAccessibleName(tr("Picture of the blur"));
    picture_->setToolTip(tip);
    setFocusProxy(shape_);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(shape_, 0, 0);
    grid->addWidget(picture_, 0, 1, 2, 1);
    grid->addWidget(file_, 1, 0);
    grid->addWidget(size_, 2, 0, 1, 2);
    grid->addWidget(angle_, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    connect(shape_, &QComboBox::activated, this, [this](int index) { choose(static_cast<KernelText::Kind>(index)); });
    connect(size_, &SliderField::changed, this, &KernelEditor::readSliders);
    connect(angle_, &SliderField::changed, this, &KernelEditor::readSliders);
    connect(file_, &QPushButton::clicked, this, &KernelEditor::askForPicture);
    show(kernel_);
}

void KernelEditor::setText(const QString& text) {
    if (text != kernel_.text()) {
        show(KernelText::from(text));
    }
}

void KernelEditor::choose(KernelText::Kind kind) {
    if (kind == KernelText::Kind::picture) {
        askForPicture();
        return;
    }
    KernelText next = kernel_;
    next.kind = kind;
    next.size = kernel_.hasSize() ? kernel_.size : KernelText().size;
    next.path.clear();
    show(next);
    Q_EMIT changed();
}

void KernelEditor::readSliders() {
    KernelText next = kernel_;
    next.size = size_->value() / kTenths;
    next.angle = next.kind == KernelText::Kind::motion ? angle_->value() : 0;
    show(next);
    Q_EMIT changed();
}

void KernelEditor::askForPicture() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Picture of the Blur"));
    path.isEmpty() ? show(kernel_) : readFrom(path);
}

void KernelEditor::readFrom(const QString& path) {
    try {
        readKernel(path.toStdString());
        show({.kind = KernelText::Kind::picture, .path = path});
        Q_EMIT changed();
    } catch (const Error& error) {
        show(kernel_);
        QMessageBox::warning(this, tr("Picture of the Blur"), coreStatement(error.message()));
    }
}

void KernelEditor::show(const KernelText& kernel) {
    using Kind = KernelText::Kind;
    kernel_ = kernel;
    shape_->setCurrentIndex(static_cast<int>(kernel.kind));
    const bool isPicture = kernel.kind == Kind::picture;
    size_->setVisible(kernel.hasSize());
    angle_->setVisible(kernel.kind == Kind::motion);
    const QString name = kernel.kind == Kind::gaussian ? tr("Standard deviation")
                         : kernel.kind == Kind::motion ? tr("Length")
                                                       : tr("Radius");
    size_->setTexts(name, tr("%1 of the blur, in pixels").arg(name));
    size_->setValue(static_cast<int>(std::lround(kernel.size * kTenths)));
    angle_->setValue(static_cast<int>(std::lround(kernel.angle)));
    file_->setText(isPicture ? QFileInfo(kernel.path).fileName() : tr("Picture…"));
    const double ratio = devicePixelRatioF();
    QImage image = kernelPicture(kernel, static_cast<int>(kPictureSide * ratio));
    image.setDevicePixelRatio(ratio);
    if (image.isNull()) {
        picture_->clear();
    } else {
        picture_->setPixmap(QPixmap::fromImage(image));
    }
}

} // namespace palimpsest::ui
