// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/task_switch.h"

#include "core/specs/restore_spec.h"
#include "ui/actions/actions.h"
#include "ui/forms/schema_text.h"
#include "ui/session/jobs/engine_bridge.h"

#include <QEvent>
#include <QGridLayout>
#include <QToolButton>

namespace palimpsest::ui {
namespace {

constexpr int kColumns = 2;
constexpr int kHeight = 28; ///< logical pixels

QString keysOf(const Actions& actions, const std::string& task) {
    return shortcutText(actions.shortcuts().keys(QStringLiteral("task.") + QString::fromStdString(task)));
}

} // namespace

TaskSwitch::TaskSwitch(Actions& actions, const EngineBridge& engine, QWidget* parent)
    : QWidget(parent), actions_(actions), engine_(engine), layout_(new QGridLayout(this)) {
    setObjectName(QStringLiteral("taskSwitch"));
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(2);
    connect(&engine, &EngineBridge::stateChanged, this, &TaskSwitch::build);
    build();
}

void TaskSwitch::build() {
    for (const auto& button : buttons_) {
        delete button.second;
    }
    buttons_.clear();
    for (const TaskDescription& task : engine_.tasks()) {
        add(task.id, schemaText(task.title), schemaText(task.description));
    }
    if (buttons_.empty()) {
        for (const TaskDescription& task : taskCatalogue()) {
            add(task.id, schemaText(task.title), schemaText(task.description));
        }
    }
    setTask(task_);
}

void TaskSwitch::add(const std::string& id, const QString& title, const QString& toolTip) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("task.") + QString::fromStdString(id));
    button->setText(title);
    button->setAccessibleName(title);
    button->setAccessibleDescription(toolTip);
    const QString keys = keysOf(actions_, id);
    button->setToolTip(keys.isEmpty() ? toolTip : QStringLiteral("%1 (%2)").arg(toolTip, keys));
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setMinimumHeight(kHeight);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    const int place = static_cast<int>(buttons_.size());
    layout_->addWidget(button, place / kColumns, place % kColumns);
    buttons_.emplace_back(id, button);
}

void TaskSwitch::setTask(const std::string& id) {
    task_ = id;
    QPalette down; // what it leaves open is inherited
    down.setColor(QPalette::Button, palette().color(QPalette::Highlight));
    down.setColor(QPalette::ButtonText, palette().color(QPalette::HighlightedText));
    for (const auto& [task, button] : buttons_) {
        button->setChecked(task == id);
        button->setPalette(task == id ? down : QPalette());
    }
}

void TaskSwitch::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        build();
    } else if (event->type() == QEvent::PaletteChange) {
        setTask(task_);
    }
    QWidget::changeEvent(event);
}

} // namespace palimpsest::ui
