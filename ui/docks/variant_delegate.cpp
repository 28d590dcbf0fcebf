// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/variant_delegate.h"

#include "ui/session/variants/variant_model.h"

#include <QImage>
#include <QPainter>

namespace palimpsest::ui {
namespace {

constexpr QSize kThumbnail(96, 72);
constexpr int kMargin = 4;

QRect thumbnailArea(const QRect& item, int lineHeight) {
    return {item.left() + kMargin, item.top() + kMargin + lineHeight, item.width() - 2 * kMargin, kThumbnail.height()};
}

void paintThumbnail(QPainter& painter, const QRect& area, const QImage& image, const QPen& frame) {
    const QSize size = image.size().scaled(area.size(), Qt::KeepAspectRatio);
    const QRect place(area.left() + (area.width() - size.width()) / 2, area.top() + (area.height() - size.height()) / 2,
                      size.width(), size.height());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, image);
    painter.setPen(frame);
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
}

} // namespace

int VariantDelegate::itemHeight(const QFontMetrics& metrics) {
    return kThumbnail.height() + 2 * metrics.height() + 3 * kMargin;
}

QSize VariantDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {kThumbnail.width() + 2 * kMargin, itemHeight(option.fontMetrics)};
}

void VariantDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QPalette& palette = option.palette;
    const int line = option.fontMetrics.height();
    if (isSelected) {
        painter->fillRect(option.rect, palette.highlight());
    }
    const QColor text = isSelected ? palette.highlightedText().color() : palette.text().color();
    if (index.data(VariantModel::startsRunRole).toBool()) {
        painter->setPen(text);
        painter->drawText(option.rect.adjusted(kMargin, 2, -kMargin, 0), Qt::AlignLeft | Qt::AlignTop,
                          index.data(VariantModel::runTextRole).toString());
        painter->setPen(palette.mid().color());
        painter->drawLine(option.rect.topLeft(), option.rect.bottomLeft());
    }
    const bool isShown = index.data(VariantModel::shownRole).toBool();
    const QRect area = thumbnailArea(option.rect, line);
    paintThumbnail(*painter, area, index.data(Qt::DecorationRole).value<QImage>(),
                   isShown ? QPen(palette.link().color(), 3) : QPen(palette.mid().color(), 1));
    const QRect caption(area.left(), area.bottom() + kMargin, area.width(), line);
    painter->setPen(text);
    painter->drawText(caption, Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
    const QString marks = (index.data(VariantModel::starredRole).toBool() ? QStringLiteral("★") : QString()) +
                          (index.data(VariantModel::savedRole).toBool() ? QString() : QStringLiteral(" ●"));
    painter->drawText(caption, Qt::AlignRight | Qt::AlignVCenter, marks);
    painter->restore();
}

} // namespace palimpsest::ui
