// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace palimpsest::ui {

/// What must be there before an action can be used; combined with |.
enum Need : unsigned {
    needNothing = 0,
    needPicture = 1U << 0U,  ///< a picture is open
    needMask = 1U << 1U,     ///< the mask covers at least one pixel
    needEngine = 1U << 2U,   ///< the numerical library is loaded
    needRun = 1U << 3U,      ///< a restoration runs
    needVariant = 1U << 4U,  ///< a variant is selected in the strip
    needUndo = 1U << 5U,     ///< there is a step to undo
    needRedo = 1U << 6U,     ///< there is a step to redo
    needInput = 1U << 7U,    ///< picture, and mask if there must be one, are what the task can work on
    needMaskTask = 1U << 8U, ///< the task works with a mask
    needHintTask = 1U << 9U, ///< the task works with colour hints
    needHints = 1U << 10U,   ///< there is a colour hint
    needResult = 1U << 11U,  ///< a result is shown
    needMaps = 1U << 12U,    ///< it is known how sure the shown result is
};

/// Where the keys of an action work. `strip`: only while the row of variants has the keyboard, because the canvas or a
/// slip of the hand would otherwise trigger it.
enum class ActionScope { window, strip };

enum class ActionKind { trigger, toggle, hold }; ///< hold: on while its key is down

/// One row of the action table: everything about a command except what it does. Texts are English and translated in
/// the context "Actions".
struct ActionRow {
    const char* id;
    const char* text;
    const char* tip;       ///< one sentence: tooltip, status text and accessible description
    const char* icon;      ///< name in the desktop's icon theme, or ""
    const char* shortcuts; ///< default keys, separated by ", "; "" for none
    unsigned needs;
    ActionKind kind = ActionKind::trigger;
    ActionScope scope = ActionScope::window;
};

std::span<const ActionRow> actionTable();

/// Mouse gestures of the canvas, which cannot be changed: keys and meaning, translated in the context "Actions".
struct GestureRow {
    const char* keys;
    const char* meaning;
};
std::span<const GestureRow> gestureTable();

} // namespace palimpsest::ui
