// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/specs/restore_spec.h"
#include "ui/forms/parameter_editor.h"

#include <QWidget>

#include <map>
#include <string>

class QFormLayout;

namespace palimpsest::ui {

class Actions;
class CollapsibleBox;
class EngineBridge;
class KernelEditor;
class ParameterForm;
class SeedEditor;

/// Edits a RestoreSpec but for its task: the everyday fields of the task, and the rest with the method's own parameters
/// behind Advanced. The fields, their ranges and texts come from the schemas; menus of methods, priors and devices from
/// the engine, once it is there.
class RestoreForm : public QWidget {
    Q_OBJECT

public:
    RestoreForm(Actions& actions, const EngineBridge& engine, QWidget* parent = nullptr);

    /// Shows it without emitting edited().
    void setSpec(const RestoreSpec& spec);
    const RestoreSpec& spec() const { return spec_; }
    void setAdvancedOpen(bool isOpen);
    /// Of the picture that is open; it decides which prior is suggested.
    void setPictureSize(Size size);

Q_SIGNALS:
    void edited(const palimpsest::RestoreSpec& spec);
    void advancedToggled(bool isOpen);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void addEveryday(const ParameterSchema& schema);
    void addSeed(const ParameterSchema& schema);
    void addKernel(const ParameterSchema& schema);
    static QString fieldTitle(const std::string& name);
    void addRow(const ParameterSchema& schema, QWidget* editor);
    void showMethodParameters();
    std::map<std::string, EditorHints> hints() const;
    void readEveryday();
    void readAdvanced();
    void readParameters();

    Actions& actions_;
    const EngineBridge& engine_;
    RestoreSpec spec_;
    QFormLayout* everydayLayout_;
    std::map<std::string, ParameterEditor> everyday_;
    SeedEditor* seed_ = nullptr;
    KernelEditor* kernel_ = nullptr; ///< null: not of this task
    std::string builtFor_;           ///< task
    Size pictureSize_;
    ParameterForm* advanced_;
    ParameterForm* parameters_;
    CollapsibleBox* box_;
};

} // namespace palimpsest::ui
