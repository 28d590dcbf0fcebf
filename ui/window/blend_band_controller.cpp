// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/blend_band_controller.h"

#include "ui/session/document/mask_parts.h"
#include "ui/session/document/task_input.h"

#include <algorithm>
#include <utility>

namespace palimpsest::ui {
namespace {

constexpr int kDelayMs = 150; ///< after the last dab: growing a mask takes a while

} // namespace

BlendBandController::BlendBandController(const Workbench& bench) : bench_(bench) {
    timer_.setSingleShot(true);
    timer_.setInterval(kDelayMs);
    connect(&timer_, &QTimer::timeout, this, &BlendBandController::show);
    const auto later = [this] { timer_.start(); };
    connect(&bench_.session.document(), &Document::maskChanged, this, later);
    connect(&bench_.session.document(), &Document::pictureReplaced, this, later);
    connect(&bench_.session, &Session::opened, this, later);
    connect(&bench_.session, &Session::specChanged, this, later);
    connect(&bench_.session.engine(), &EngineBridge::stateChanged, this, later);
}

void BlendBandController::show() {
    const RestoreSpec& spec = bench_.session.spec();
    const auto pixels = [&](const char* name) {
        return static_cast<int>(given<std::int64_t>(spec.taskParameters, name).value_or(0));
    };
    const bool hasBand = taskCatalogue().at(spec.task).takesParameter("grow");
    Mask band = hasBand ? blendBand(bench_.session.document().mask(), pixels("grow"), pixels("feather")) : Mask();
    if (std::exchange(isShown_, !band.isNull()) || isShown_) {
        bench_.canvas.setBlendBand(band);
    }
}

} // namespace palimpsest::ui
