// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actions.h"

#include "core/base/error.h"

#include <QAction>
#include <QCoreApplication>
#include <QIcon>

namespace palimpsest::ui {

Actions::Actions(QObject* parent) : QObject(parent) {
    for (const ActionRow& row : actionTable()) {
        auto* action = new QAction(this);
        action->setObjectName(QString::fromLatin1(row.id));
        action->setCheckable(row.kind == ActionKind::toggle);
        if (row.scope == ActionScope::strip) {
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        }
        actions_.insert(action->objectName(), action);
    }
    setShortcuts({});
    setAvailable(needNothing);
}

QAction* Actions::at(const QString& id) const {
    if (QAction* action = actions_.value(id)) {
        return action;
    }
    throw Bug("there is no action " + id.toStdString());
}

void Actions::setAvailable(unsigned has) {
    for (const ActionRow& row : actionTable()) {
        at(QString::fromLatin1(row.id))->setEnabled((row.needs & has) == row.needs);
    }
}

void Actions::setShortcuts(const ShortcutMap& shortcuts) {
    shortcuts_ = shortcuts;
    for (const ActionRow& row : actionTable()) {
        if (row.kind != ActionKind::hold) {
            const QString id = QString::fromLatin1(row.id);
            at(id)->setShortcuts(shortcuts_.keys(id));
        }
        retranslate(row);
    }
}

void Actions::retranslate() {
    for (const ActionRow& row : actionTable()) {
        retranslate(row);
    }
}

void Actions::retranslate(const ActionRow& row) {
    QAction* action = at(QString::fromLatin1(row.id));
    const QString tip = translatedActionText(row.tip);
    const QString keys = shortcutText(shortcuts_.keys(action->objectName()));
    action->setText(translatedActionText(row.text));
    action->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
    action->setStatusTip(tip);
    action->setWhatsThis(tip);
}

void Actions::loadIcons() {
    for (const ActionRow& row : actionTable()) {
        if (row.icon[0] != '\0') {
            at(QString::fromLatin1(row.id))->setIcon(QIcon::fromTheme(QString::fromLatin1(row.icon)));
        }
    }
}

QString translatedActionText(const char* text) { return QCoreApplication::translate("Actions", text); }

QString plainActionText(const ActionRow& row) {
    QString text = translatedActionText(row.text);
    text.remove(QLatin1Char('&'));
    text.remove(QChar(u'…'));
    return text;
}

} // namespace palimpsest::ui
