// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/hold_keys.h"

#include "ui/actions/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

namespace palimpsest::ui {

HoldKeys::HoldKeys(Actions* actions) : QObject(actions), actions_(actions) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool HoldKeys::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
        return press(watched, *static_cast<QKeyEvent*>(event));
    case QEvent::KeyRelease: {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == heldKey_ && !key->isAutoRepeat()) {
            release();
        }
        return false;
    }
    case QEvent::ApplicationDeactivate:
        release();
        return false;
    default:
        return false;
    }
}

bool HoldKeys::press(QObject* watched, const QKeyEvent& event) {
    if (!heldId_.isEmpty()) {
        return event.key() == heldKey_; // repeats
    }
    if (!watched->isWidgetType() || qobject_cast<QLineEdit*>(watched)) {
        return false;
    }
    heldId_ = actionOf(event);
    if (heldId_.isEmpty()) {
        return false;
    }
    heldKey_ = event.key();
    Q_EMIT held(heldId_, true);
    return true;
}

void HoldKeys::release() {
    if (!heldId_.isEmpty()) {
        heldKey_ = 0;
        Q_EMIT held(std::exchange(heldId_, {}), false);
    }
}

QString HoldKeys::actionOf(const QKeyEvent& event) const {
    const QKeySequence pressed(event.keyCombination());
    for (const ActionRow& row : actionTable()) {
        const QString id = QString::fromLatin1(row.id);
        if (row.kind == ActionKind::hold && actions_->at(id)->isEnabled() &&
            actions_->shortcuts().keys(id).contains(pressed)) {
            return id;
        }
    }
    return {};
}

} // namespace palimpsest::ui
