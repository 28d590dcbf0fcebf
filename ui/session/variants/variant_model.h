// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

namespace palimpsest::ui {

class VariantStore;

/// The variants as a list for views: thumbnail, name, and what a delegate draws.
class VariantModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { starredRole = Qt::UserRole, savedRole, startsRunRole, runTextRole, shownRole };

    explicit VariantModel(VariantStore& store, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// Which one is on the canvas; -1: none.
    void setShown(int row);

private:
    QString toolTip(int row) const;

    VariantStore& store_;
    int shown_ = -1;
};

} // namespace palimpsest::ui
