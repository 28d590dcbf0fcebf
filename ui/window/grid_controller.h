// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/compare_grid.h"
#include "ui/docks/variant_strip.h"
#include "ui/window/workbench.h"

#include <QObject>

class QStackedWidget;

namespace palimpsest::ui {

/// Changes between the canvas and the grid of variants, and fills the grid: the picture, variants with a star, and the
/// newest, as many as there is room for.
class GridController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QStackedWidget& stack;
        CompareGrid& grid;
        VariantStrip& strip;
    };

    GridController(const Workbench& bench, const Parts& parts);

private:
    void setOn(bool on);
    void fill();
    std::vector<int> rows() const;
    void choose(int row);

    Workbench bench_;
    Parts parts_;
};

} // namespace palimpsest::ui
