// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document/hint_layer.h"

#include "core/base/error.h"
#include "ui/session/document/commands/hint_command.h"
#include "ui/session/document/qimage_view.h"
#include "ui/session/document/qt_geometry.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace palimpsest::ui {

HintLayer::HintLayer(std::function<void(HistoryCommand*)> push) : push_(std::move(push)) {}

HintLayer::~HintLayer() = default;

void HintLayer::reset(const Size& size) {
    edit_.reset();
    size_ = size;
    pixels_ = {};
    announce(wholeOf(size));
}

bool HintLayer::isEmpty() const {
    if (!isEmpty_) {
        bool found = false;
        for (int y = 0; y < pixels_.height() && !found; ++y) {
            const auto* row = reinterpret_cast<const QRgb*>(pixels_.constScanLine(y));
            found = std::any_of(row, row + pixels_.width(), [](QRgb pixel) { return pixel != 0; });
        }
        isEmpty_ = !found;
    }
    return *isEmpty_;
}

Image HintLayer::image() const {
    if (isEmpty()) {
        return {};
    }
    std::vector<std::byte> bytes;
    bytes.reserve(static_cast<std::size_t>(size_.area()) * 4);
    for (int y = 0; y < size_.height; ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(pixels_.constScanLine(y));
        for (int x = 0; x < size_.width; ++x) {
            for (const int value : {qRed(row[x]), qGreen(row[x]), qBlue(row[x]), qAlpha(row[x])}) {
                bytes.push_back(static_cast<std::byte>(value));
            }
        }
    }
    return {size_, 4, PixelDepth::uint8, std::move(bytes)};
}

void HintLayer::beginEdit(const QString& text) {
    commitEdit();
    if (pixels_.isNull() && !size_.isEmpty()) {
        pixels_ = QImage(toQSize(size_), QImage::Format_ARGB32_Premultiplied);
        pixels_.fill(0);
    }
    edit_ = Edit{text, pixels_, {}};
}

void HintLayer::change(const Rect& area, const Change& change) {
    const Rect inside = area.intersected(wholeOf(size_));
    if (!edit_ || inside.isEmpty()) {
        return;
    }
    edit_->touched = edit_->touched.united(inside);
    change(pixels_, inside);
    announce(inside);
}

void HintLayer::commitEdit() {
    if (!edit_) {
        return;
    }
    const Edit edit = *std::exchange(edit_, std::nullopt);
    HintPatch patch(edit.before, pixels_, edit.touched);
    if (!patch.isEmpty()) {
        push_(new HintCommand(*this, std::move(patch), edit.text));
    }
}

void HintLayer::cancelEdit() {
    if (edit_) {
        const Edit edit = *std::exchange(edit_, std::nullopt);
        pixels_ = edit.before;
        announce(edit.touched);
    }
}

void HintLayer::clear() {
    beginEdit(tr("Clear colour hints"));
    change(wholeOf(size_), [](QImage& pixels, const Rect&) { pixels.fill(0); });
    commitEdit();
}

void HintLayer::replace(const Image& hints, const QString& text) {
    if (hints.size() != size_ || hints.channels() != 4) {
        throw Bug("hints must be RGBA of their picture's size");
    }
    const QImage shown = toQImage(hints).convertToFormat(QImage::Format_ARGB32);
    beginEdit(text);
    change(wholeOf(size_), [&shown](QImage& pixels, const Rect& area) {
        for (int y = 0; y < area.height; ++y) {
            const auto* from = reinterpret_cast<const QRgb*>(shown.constScanLine(y));
            auto* to = reinterpret_cast<QRgb*>(pixels.scanLine(y));
            std::transform(from, from + area.width, to,
                           [](QRgb pixel) { return qAlpha(pixel) > 127 ? pixel | 0xff000000U : 0U; });
        }
    });
    commitEdit();
}

HintPatch HintLayer::clearing() const {
    QImage none(pixels_.size(), QImage::Format_ARGB32_Premultiplied);
    none.fill(0);
    return {pixels_, none, isEmpty() ? Rect{} : wholeOf(size_)};
}

void HintLayer::apply(const HintPatch& patch) {
    cancelEdit();
    if (patch.isEmpty()) {
        return;
    }
    if (pixels_.isNull()) { // a step back to a picture of another size
        pixels_ = QImage(toQSize(size_), QImage::Format_ARGB32_Premultiplied);
        pixels_.fill(0);
    }
    patch.toggle(pixels_);
    announce(patch.area());
}

void HintLayer::announce(const Rect& dirty) {
    isEmpty_.reset();
    if (!dirty.isEmpty()) {
        Q_EMIT changed(toQRect(dirty));
    }
}

} // namespace palimpsest::ui
