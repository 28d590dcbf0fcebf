// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/probe.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace palimpsest::ui {
namespace {

double storedValue(const Image& image, int x, int y, int channel) {
    const int index = x * image.channels() + channel;
    switch (image.depth()) {
    case PixelDepth::uint8:
        return image.rowAs<std::uint8_t>(y)[index];
    case PixelDepth::uint16:
        return image.rowAs<std::uint16_t>(y)[index];
    case PixelDepth::float32:
        return image.rowAs<float>(y)[index];
    }
    return 0;
}

QString channelName(int channels, int channel) {
    const char* const names = channels >= 3 ? "RGBA" : "VA";
    return QString(QLatin1Char(names[channel]));
}

QString valueText(double value, PixelDepth depth) {
    return depth == PixelDepth::float32 ? QLocale().toString(value, 'f', 4) : QString::number(static_cast<int>(value));
}

} // namespace

Probe probe(const Image& image, const Mask& mask, const QPointF& point) {
    Probe found;
    if (point.x() < 0 || point.y() < 0 || point.x() >= mask.width() || point.y() >= mask.height()) {
        return found;
    }
    const int x = static_cast<int>(point.x() * image.width() / mask.width());
    const int y = static_cast<int>(point.y() * image.height() / mask.height());
    found = {true,
             x,
             y,
             image.channels(),
             image.depth(),
             {},
             mask.at(static_cast<int>(point.x()), static_cast<int>(point.y()))};
    for (int channel = 0; channel < image.channels(); ++channel) {
        found.values[static_cast<std::size_t>(channel)] = storedValue(image, x, y, channel);
    }
    return found;
}

QString probeText(const Probe& probe) {
    if (!probe.inside) {
        return {};
    }
    QStringList values;
    for (int channel = 0; channel < probe.channels; ++channel) {
        const double value = probe.values[static_cast<std::size_t>(channel)];
        values += channelName(probe.channels, channel) + QLatin1Char(' ') + valueText(value, probe.depth);
    }
    QString text = QCoreApplication::translate("palimpsest::ui::Probe", "%1, %2   %3", "column, row, channel values")
                       .arg(probe.x)
                       .arg(probe.y)
                       .arg(values.join(QLatin1Char(' ')));
    if (probe.mask > 0) {
        text +=
            QCoreApplication::translate("palimpsest::ui::Probe", "   mask %1 %").arg((probe.mask * 100 + 127) / 255);
    }
    return text;
}

} // namespace palimpsest::ui
