// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QObject>
#include <QTimer>

namespace palimpsest::ui {

/// Keeps the tint of the place where the result will fade into the picture up with mask and settings.
class BlendBandController : public QObject {
    Q_OBJECT

public:
    explicit BlendBandController(const Workbench& bench);

private:
    void show();

    Workbench bench_;
    QTimer timer_;
    bool isShown_ = false;
};

} // namespace palimpsest::ui
