// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/availability.h"

#include "ui/session/document/hint_layer.h"
#include "ui/session/document/task_input.h"

namespace palimpsest::ui {

Availability::Availability(const Workbench& bench, const VariantStrip& strip) : bench_(bench), strip_(strip) {
    auto& session = bench_.session;
    connect(&session, &Session::opened, this, &Availability::update);
    connect(&session.document(), &Document::maskChanged, this, &Availability::update);
    connect(session.document().undoStack(), &QUndoStack::indexChanged, this, &Availability::update);
    connect(&session.engine(), &EngineBridge::stateChanged, this, &Availability::update);
    connect(&session.document().hints(), &HintLayer::changed, this, &Availability::update);
    connect(&session.document(), &Document::resultChanged, this, &Availability::update);
    connect(&session, &Session::specChanged, this, &Availability::update);
    connect(&session, &Session::mapsChanged, this, &Availability::update);
    connect(&session.jobs(), &JobBridge::queueChanged, this, &Availability::update);
    update();
}

unsigned Availability::present() const {
    auto& document = bench_.session.document();
    const TaskDescription* task = bench_.session.task();
    const auto flag = [](bool isThere, Need need) { return isThere ? static_cast<unsigned>(need) : 0U; };
    return flag(!document.isEmpty(), needPicture) | flag(!document.maskBounds().isEmpty(), needMask) |
           flag(bench_.session.engine().engine() != nullptr, needEngine) |
           flag(bench_.session.jobs().isRunning(), needRun) | flag(strip_.selectedRow() >= 0, needVariant) |
           flag(document.undoStack()->canUndo(), needUndo) | flag(document.undoStack()->canRedo(), needRedo) |
           flag(hasInput(document, task), needInput) | flag(takesMask(task), needMaskTask) |
           flag(takesHints(task), needHintTask) | flag(!document.hints().isEmpty(), needHints) |
           flag(document.hasResult(), needResult) | flag(bench_.session.maps() != nullptr, needMaps);
}

void Availability::update() {
    bench_.actions.setAvailable(present());
    const int row = strip_.selectedRow();
    bench_.action("variant.star")->setChecked(row >= 0 && bench_.session.variants().variants().at(row).isStarred);
}

} // namespace palimpsest::ui
