// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/kernel_text.h"

#include "core/base/error.h"
#include "core/io/kernel_file.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace palimpsest::ui {
namespace {

constexpr double kPerPixel = 2; ///< pixels of the picture for each of the kernel

double gaussianAt(double x, double y, double sigma) { return std::exp(-(x * x + y * y) / (2 * sigma * sigma)); }

/// A line about the middle, one pixel thick with soft sides.
double motionAt(double x, double y, const KernelText& kernel) {
    const double turn = kernel.angle * std::numbers::pi / 180;
    const double along = x * std::cos(turn) - y * std::sin(turn);
    const double across = x * std::sin(turn) + y * std::cos(turn);
    const double beyond = std::max(0.0, std::abs(along) - std::max(0.0, kernel.size - 1) / 2);
    return std::max(0.0, 1 - std::hypot(beyond, across));
}

double diskAt(double x, double y, double radius) { return std::clamp(radius + 0.5 - std::hypot(x, y), 0.0, 1.0); }

double valueAt(const KernelText& kernel, double x, double y) {
    switch (kernel.kind) {
    case KernelText::Kind::gaussian:
        return gaussianAt(x, y, std::max(kernel.size, 0.05));
    case KernelText::Kind::motion:
        return motionAt(x, y, kernel);
    case KernelText::Kind::disk:
        return diskAt(x, y, kernel.size);
    case KernelText::Kind::none:
        return diskAt(x, y, 0.5);
    case KernelText::Kind::automatic:
    case KernelText::Kind::picture:
        break;
    }
    return 0;
}

QImage fromFile(const QString& path, int side) {
    try {
        const Image kernel = readKernel(path.toStdString()).kernel;
        float most = 0;
        for (int y = 0; y < kernel.height(); ++y) {
            most = std::max(most, *std::max_element(kernel.rowAs<float>(y), kernel.rowAs<float>(y) + kernel.width()));
        }
        QImage picture(kernel.width(), kernel.height(), QImage::Format_Grayscale8);
        for (int y = 0; y < kernel.height(); ++y) {
            std::transform(kernel.rowAs<float>(y), kernel.rowAs<float>(y) + kernel.width(), picture.scanLine(y),
                           [most](float value) { return static_cast<uchar>(std::lround(255 * value / most)); });
        }
        return picture.scaled(side, side, Qt::KeepAspectRatio);
    } catch (const Error&) {
        return {};
    }
}

} // namespace

KernelText KernelText::from(const QString& text) {
    const QString shape = text.section(QLatin1Char(':'), 0, 0);
    const QStringList numbers = text.section(QLatin1Char(':'), 1).split(QLatin1Char(','));
    bool isNumber = false;
    const double size = numbers.value(0).toDouble(&isNumber);
    const double angle = numbers.value(1).toDouble();
    if (isNumber && shape == QLatin1String("gaussian")) {
        return {Kind::gaussian, size, 0, {}};
    }
    if (isNumber && shape == QLatin1String("motion")) {
        return {Kind::motion, size, angle, {}};
    }
    if (isNumber && shape == QLatin1String("disk")) {
        return {Kind::disk, size, 0, {}};
    }
    if (text == QLatin1String("auto") || text == QLatin1String("none")) {
        return {.kind = text == QLatin1String("auto") ? Kind::automatic : Kind::none};
    }
    return {.kind = Kind::picture, .path = text};
}

QString KernelText::text() const {
    switch (kind) {
    case Kind::automatic:
        return QStringLiteral("auto");
    case Kind::none:
        return QStringLiteral("none");
    case Kind::gaussian:
        return QStringLiteral("gaussian:%1").arg(size);
    case Kind::motion:
        return QStringLiteral("motion:%1,%2").arg(size).arg(angle);
    case Kind::disk:
        return QStringLiteral("disk:%1").arg(size);
    case Kind::picture:
        break;
    }
    return path;
}

QImage kernelPicture(const KernelText& kernel, int side) {
    if (kernel.kind == KernelText::Kind::automatic) {
        return {};
    }
    if (kernel.kind == KernelText::Kind::picture) {
        return fromFile(kernel.path, side);
    }
    QImage picture(side, side, QImage::Format_Grayscale8);
    const double middle = (side - 1) / 2.0;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double value = valueAt(kernel, (x - middle) / kPerPixel, (y - middle) / kPerPixel);
            picture.scanLine(y)[x] = static_cast<uchar>(std::lround(255 * std::clamp(value, 0.0, 1.0)));
        }
    }
    return picture;
}

} // namespace palimpsest::ui
