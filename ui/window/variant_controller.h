// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/variant_strip.h"
#include "ui/session/variants/variant_model.h"
#include "ui/window/file_controller.h"
#include "ui/window/workbench.h"

#include <QObject>

namespace palimpsest::ui {

/// Showing, comparing, starring, deleting and exporting variants.
class VariantController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        VariantModel& model;
        VariantStrip& strip;
        FileController& files;
    };

    VariantController(const Workbench& bench, const Parts& parts);

    void show(int row);
    /// Goes on with the variant as the picture.
    void takeOver(int row);
    /// With the wipe divider, against the picture.
    void compare(int row);
    /// With the wipe divider, against what the canvas shows now.
    void compareWithShown(int row);
    void remove(int row);

Q_SIGNALS:
    /// A row was selected, or none.
    void selectionChanged();

private:
    void step(int by);

    Workbench bench_;
    Parts parts_;
};

} // namespace palimpsest::ui
