// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QGridLayout;
class QToolButton;

namespace palimpsest::ui {

class Actions;
class EngineBridge;

/// A button for each task that the engine lists; one is down. Before the engine is there, those of the spec's schema.
class TaskSwitch : public QWidget {
    Q_OBJECT

public:
    TaskSwitch(Actions& actions, const EngineBridge& engine, QWidget* parent = nullptr);

    void setTask(const std::string& id);

Q_SIGNALS:
    void chosen(const std::string& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void add(const std::string& id, const QString& title, const QString& toolTip);

    Actions& actions_;
    const EngineBridge& engine_;
    QGridLayout* layout_;
    std::string task_;
    std::vector<std::pair<std::string, QToolButton*>> buttons_;
};

} // namespace palimpsest::ui
