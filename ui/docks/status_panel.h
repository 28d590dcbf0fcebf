// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/probe.h"

#include <QStatusBar>

class QLabel;

namespace palimpsest::ui {

/// The bottom line: messages on the left; pixel under the pointer, share of the picture that is masked, and zoom.
class StatusPanel : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusPanel(QWidget* parent = nullptr);

    /// Stands on the left when there is no passing message.
    void setState(const QString& text);
    void setProbe(const Probe& probe);
    /// 0 .. 1; negative: there is no picture.
    void setCoverage(double share);
    void setZoom(double zoom);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* state_;
    QLabel* probe_;
    QLabel* coverage_;
    QLabel* zoom_;
    double share_ = -1;
};

} // namespace palimpsest::ui
