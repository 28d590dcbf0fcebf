// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/variants/variant_model.h"

#include "ui/session/variants/variant_store.h"

#include <utility>

namespace palimpsest::ui {

VariantModel::VariantModel(VariantStore& store, QObject* parent) : QAbstractListModel(parent), store_(store) {
    connect(&store, &VariantStore::aboutToReset, this, [this] { beginResetModel(); });
    connect(&store, &VariantStore::reset, this, [this] {
        shown_ = -1;
        endResetModel();
    });
    connect(&store, &VariantStore::aboutToInsert, this, [this](int row) {
        beginInsertRows({}, row, row);
        shown_ += row <= shown_ ? 1 : 0;
    });
    connect(&store, &VariantStore::inserted, this, [this] { endInsertRows(); });
    connect(&store, &VariantStore::changed, this, [this](int row) { Q_EMIT dataChanged(index(row), index(row)); });
    connect(&store, &VariantStore::aboutToRemove, this, [this](int row) { beginRemoveRows({}, row, row); });
    connect(&store, &VariantStore::removed, this, [this] { endRemoveRows(); });
}

int VariantModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(store_.variants().size());
}

QVariant VariantModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int row = index.row();
    const Variant& variant = store_.variants()[row];
    switch (role) {
    case Qt::DisplayRole:
        return variant.key.isMean() ? tr("Mean") : QStringLiteral("%1.%2").arg(variant.key.run).arg(variant.key.sample);
    case Qt::DecorationRole:
        return variant.thumbnail;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return toolTip(row);
    case starredRole:
        return variant.isStarred;
    case savedRole:
        return variant.isSaved;
    case startsRunRole:
        return row == 0 || store_.variants()[row - 1].key.run != variant.key.run;
    case runTextRole:
        return tr("Run %1").arg(variant.key.run);
    case shownRole:
        return row == shown_;
    default:
        return {};
    }
}

QString VariantModel::toolTip(int row) const {
    const Variant& variant = store_.variants()[row];
    const VariantRun& run = store_.run(variant.key.run);
    if (variant.key.isMean()) {
        return tr("Mean of the variants of run %1").arg(variant.key.run);
    }
    QString text = tr("Variant %1 of run %2: method %3, seed %4")
                       .arg(variant.key.sample)
                       .arg(variant.key.run)
                       .arg(QString::fromStdString(run.spec.method.value_or(kDefaultMethod)))
                       .arg(run.spec.seed);
    if (run.stoppedEarly) {
        text += QStringLiteral("\n") + tr("Stopped early and kept");
    }
    if (!variant.isSaved) {
        text += QStringLiteral("\n") + tr("Not exported yet");
    }
    return text;
}

void VariantModel::setShown(int row) {
    const int before = std::exchange(shown_, row);
    for (const int changed : {before, row}) {
        if (changed >= 0 && changed < rowCount()) {
            Q_EMIT dataChanged(index(changed), index(changed));
        }
    }
}

} // namespace palimpsest::ui
