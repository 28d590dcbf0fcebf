// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/strength_field.h"
#include "ui/window/workbench.h"

#include <QObject>

namespace palimpsest::ui {

/// The strength of the shown result; there to be set while a result is shown.
class StrengthController : public QObject {
    Q_OBJECT

public:
    StrengthController(const Workbench& bench, StrengthField& field);

private:
    void change(double by);

    Workbench bench_;
};

} // namespace palimpsest::ui
