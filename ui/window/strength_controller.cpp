// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/strength_controller.h"

namespace palimpsest::ui {
namespace {

constexpr double kStep = 0.05;

} // namespace

StrengthController::StrengthController(const Workbench& bench, StrengthField& field) : bench_(bench) {
    auto& document = bench_.session.document();
    connect(&field, &StrengthField::changed, &document, &Document::setStrength);
    connect(&document, &Document::strengthChanged, &field, &StrengthField::setStrength);
    const auto show = [&document, &field] { field.setVisible(document.hasResult()); };
    connect(&document, &Document::resultChanged, &field, show);
    connect(&document, &Document::pictureReplaced, &field, show);
    connect(&document, &Document::pictureChanged, &field, show);
    bench_.on("strength.less", this, [this] { change(-kStep); });
    bench_.on("strength.more", this, [this] { change(+kStep); });
    show();
}

void StrengthController::change(double by) {
    auto& document = bench_.session.document();
    document.setStrength(document.strength() + by);
}

} // namespace palimpsest::ui
