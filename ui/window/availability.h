// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/variant_strip.h"
#include "ui/window/workbench.h"

#include <QObject>

namespace palimpsest::ui {

/// Enables the actions by what the window has at the moment, and checks the star of the selected variant.
class Availability : public QObject {
    Q_OBJECT

public:
    Availability(const Workbench& bench, const VariantStrip& strip);

public Q_SLOTS:
    void update();

private:
    unsigned present() const;

    Workbench bench_;
    const VariantStrip& strip_;
};

} // namespace palimpsest::ui
