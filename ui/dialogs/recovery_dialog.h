// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/recovery/recovery.h"

#include <QDialog>
#include <QString>

#include <vector>

class QListWidget;

namespace palimpsest::ui {

/// Work that earlier sessions left behind. The user takes one up, deletes some, or leaves all of it for later; closing
/// the dialog deletes nothing.
class RecoveryDialog : public QDialog {
    Q_OBJECT

public:
    explicit RecoveryDialog(const std::vector<AbandonedSession>& sessions, QWidget* parent = nullptr);

Q_SIGNALS:
    void recoverRequested(const QString& folder);
    void deleteRequested(const QString& folder);

private:
    void addButtons();
    void fill(const std::vector<AbandonedSession>& sessions);
    QString selectedFolder() const;
    void deleteSelected();

    QListWidget* list_;
};

} // namespace palimpsest::ui
