// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace palimpsest::ui {

/// Tells when a window has painted itself for the first time.
class FirstPaint : public QObject {
    Q_OBJECT

public:
    explicit FirstPaint(QWidget* window);

Q_SIGNALS:
    /// After the paint, from the event loop.
    void happened();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isOver_ = false;
};

/// Milliseconds since the system started this process, to about 10 ms.
double millisecondsSinceProcessStart();

} // namespace palimpsest::ui
