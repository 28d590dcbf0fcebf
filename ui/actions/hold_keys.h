// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QKeyEvent;

namespace palimpsest::ui {

class Actions;

/// Watches the keys of the application for actions of the kind `hold`, which are on as long as their key is down.
/// Keys typed into a line of text are left alone; a window that loses the keyboard releases the key.
class HoldKeys : public QObject {
    Q_OBJECT

public:
    explicit HoldKeys(Actions* actions);

Q_SIGNALS:
    void held(const QString& actionId, bool down);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(QObject* watched, const QKeyEvent& event);
    void release();
    QString actionOf(const QKeyEvent& event) const;

    Actions* actions_;
    QString heldId_;
    int heldKey_ = 0;
};

} // namespace palimpsest::ui
