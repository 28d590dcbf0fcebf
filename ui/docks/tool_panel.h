// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/tool_options.h"

#include <QWidget>

#include <initializer_list>

class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace palimpsest::ui {

class Actions;
class SliderField;

/// The tool box: a button for each tool that the task has a use for, the options of the chosen one, and the commands
/// for the whole mask or all hints.
class ToolPanel : public QWidget {
    Q_OBJECT

public:
    explicit ToolPanel(Actions& actions, QWidget* parent = nullptr);

    /// Which options are shown.
    void setGroup(ToolOptionGroup group);
    /// What the task works with.
    void setSubjects(bool mask, bool hints);
    /// Does not emit edited().
    void setOptions(const ToolOptions& options);

public Q_SLOTS:
    /// Asks for the hint colour.
    void chooseColour();

Q_SIGNALS:
    void edited(const palimpsest::ui::ToolOptions& options);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buttons(Actions& actions, std::initializer_list<const char*> ids);
    QWidget* brushPage();
    QWidget* regionPage();
    QWidget* wandPage();
    QWidget* hintPage();
    void showColour();
    void readHints();
    void retranslate();
    void retranslateModes();
    void readBrush();
    void readRegion();
    void readWand();

    ToolOptions options_;
    QWidget* brush_ = nullptr;
    QWidget* region_ = nullptr;
    QWidget* wand_ = nullptr;
    QWidget* hints_ = nullptr;
    QWidget* maskTools_ = nullptr;
    QWidget* maskCommands_ = nullptr;
    QWidget* hintTools_ = nullptr;
    QWidget* hintCommands_ = nullptr;
    QLabel* hintSizeLabel_ = nullptr;
    SliderField* hintSize_ = nullptr;
    QToolButton* colour_ = nullptr;
    QLabel* sizeLabel_ = nullptr;
    QLabel* hardnessLabel_ = nullptr;
    QLabel* opacityLabel_ = nullptr;
    QLabel* modeLabel_ = nullptr;
    QLabel* toleranceLabel_ = nullptr;
    SliderField* size_ = nullptr;
    SliderField* hardness_ = nullptr;
    SliderField* opacity_ = nullptr;
    SliderField* tolerance_ = nullptr;
    QCheckBox* pressureSize_ = nullptr;
    QCheckBox* pressureOpacity_ = nullptr;
    QComboBox* mode_ = nullptr;
    QCheckBox* contiguous_ = nullptr;
};

} // namespace palimpsest::ui
