// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace palimpsest::ui {

/// A blur as the field `kernel` of a spec writes it: auto, none, gaussian:SIGMA, motion:LENGTH,ANGLE, disk:RADIUS
/// (pixels and degrees), or the path of a picture.
struct KernelText {
    enum class Kind { automatic, none, gaussian, motion, disk, picture };

    Kind kind = Kind::automatic;
    double size = 1.6; ///< sigma, length or radius
    double angle = 0;  ///< of motion, degrees from the right, counter-clockwise
    QString path;      ///< of a picture

    /// Never throws: what names no shape is a path.
    static KernelText from(const QString& text);
    bool hasSize() const { return kind == Kind::gaussian || kind == Kind::motion || kind == Kind::disk; }
    QString text() const;
    bool operator==(const KernelText&) const = default;
};

/// The kernel as a picture of `side` x `side` pixels, white the most, two pixels of it for each of the kernel; null if
/// its file cannot be read, and for auto. Format_Grayscale8.
QImage kernelPicture(const KernelText& kernel, int side);

} // namespace palimpsest::ui
