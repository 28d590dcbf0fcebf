// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QWidget;

namespace palimpsest::ui {

/// What a dialog of models is made of.
struct ListAndDetails {
    QWidget* list;
    QWidget* details; ///< of what is chosen in the list
    QWidget* bar;     ///< the work that is going on
    QWidget* close;
};

/// The list on the left, the details on the right, the bar and the button below. The dialog takes the widgets.
void layOutListAndDetails(QDialog& dialog, const ListAndDetails& parts);

} // namespace palimpsest::ui
