// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/image/image.h"

#include <QImage>
#include <QObject>
#include <QRect>
#include <QString>

#include <functional>
#include <optional>

namespace palimpsest::ui {

class HintPatch;
class HistoryCommand;

/// Strokes of known colour over a picture. A pixel is either known, with an sRGB colour of 8 bits, or not. Edits go in
/// steps as those of the mask do, and each becomes one entry of the history. Memory is taken with the first stroke.
class HintLayer : public QObject {
    Q_OBJECT

public:
    /// `push` takes over a finished edit.
    explicit HintLayer(std::function<void(HistoryCommand*)> push);
    ~HintLayer() override;

    /// Starts over without a hint, and without an entry in the history.
    void reset(const Size& size);
    bool isEmpty() const;
    /// Format_ARGB32_Premultiplied, alpha 0 or 255; null before the first stroke.
    const QImage& pixels() const { return pixels_; }
    /// RGBA of 8 bits; null if there is no hint.
    Image image() const;

    using Change = std::function<void(QImage&, const Rect&)>;

    void beginEdit(const QString& text);
    /// Lets `change` write inside `area`, cut to the picture; does nothing outside an edit.
    void change(const Rect& area, const Change& change);
    void commitEdit();
    void cancelEdit();

    void clear();
    /// RGBA of the picture's size at any depth (else Bug): known is what has alpha above one half.
    void replace(const Image& hints, const QString& text);
    /// What clear() would change.
    HintPatch clearing() const;
    void apply(const HintPatch& patch);

Q_SIGNALS:
    void changed(const QRect& dirty);

private:
    struct Edit {
        QString text;
        QImage before;
        Rect touched;
    };

    void announce(const Rect& dirty);

    std::function<void(HistoryCommand*)> push_;
    Size size_;
    QImage pixels_;
    std::optional<Edit> edit_;
    mutable std::optional<bool> isEmpty_; ///< looked up once per change
};

} // namespace palimpsest::ui
