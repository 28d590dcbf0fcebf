// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document/commands/hint_command.h"

#include "ui/session/document/hint_layer.h"

#include <algorithm>

namespace palimpsest::ui {
namespace {

constexpr int kQuick = 1; ///< of zlib: most of a difference is zeros

} // namespace

HintPatch::HintPatch(const QImage& before, const QImage& after, const Rect& within) : area_(within) {
    if (after.isNull() || within.isEmpty()) {
        return;
    }
    QByteArray raw(qsizetype{within.width} * within.height * 4, Qt::Uninitialized);
    auto* to = reinterpret_cast<QRgb*>(raw.data());
    bool differs = false;
    for (int y = within.y; y < within.bottom(); ++y) {
        const auto* a = reinterpret_cast<const QRgb*>(before.constScanLine(y)) + within.x;
        const auto* b = reinterpret_cast<const QRgb*>(after.constScanLine(y)) + within.x;
        std::transform(a, a + within.width, b, to, [](QRgb p, QRgb q) { return p ^ q; });
        differs = differs || std::any_of(to, to + within.width, [](QRgb pixel) { return pixel != 0; });
        to += within.width;
    }
    if (differs) {
        difference_ = qCompress(raw, kQuick);
    }
}

void HintPatch::toggle(QImage& pixels) const {
    const QByteArray raw = qUncompress(difference_);
    const auto* from = reinterpret_cast<const QRgb*>(raw.constData());
    for (int y = area_.y; y < area_.bottom(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(pixels.scanLine(y)) + area_.x;
        std::transform(row, row + area_.width, from, row, [](QRgb p, QRgb q) { return p ^ q; });
        from += area_.width;
    }
}

void HintCommand::apply(bool /*forward: the patch leads both ways*/) { layer_.apply(patch_); }

} // namespace palimpsest::ui
