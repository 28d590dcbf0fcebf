// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/locations.h"
#include "ui/actions/actions.h"
#include "ui/priors/published_dialog.h"
#include "ui/session/session.h"
#include "ui/session/settings_keeper.h"
#include "ui/session/variants/variant_model.h"

#include <QMainWindow>

#include <memory>
#include <vector>

class QDockWidget;
class QStackedWidget;
class QToolButton;

namespace palimpsest::ui {

class CanvasView;
class CompareGrid;
class FileController;
class Menus;
class PriorController;
class RecoveryController;
class RestoreController;
class RestoreForm;
class RunPanel;
class StatusPanel;
class StrengthField;
class UncertaintyPanel;
class TaskSwitch;
class ToolPanel;
class VariantStrip;
struct Workbench;

/// Puts the window together. What happens in it is decided by the controllers in ui/window.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Options {
        EngineSource engineSource;
        Locations locations;
        bool offersRecovery = true;
        PublishedSource published = publishedOnTheNet();
    };

    MainWindow(const Options& options, SettingsKeeper& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return session_; }
    Actions& actions() { return actions_; }
    CanvasView& canvas() { return *canvas_; }
    FileController& files() { return *files_; }
    PriorController& priors() { return *priors_; }
    RestoreController& restoration() { return *restoration_; }

    /// The engine, and the question about unsaved work: everything that can wait until the window has been seen.
    void finishStart();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildDocks();
    QWidget* restorePanel();
    std::vector<QDockWidget*> docks() const { return {toolDock_, restoreDock_, sureDock_, variantDock_}; }
    void connectParts();
    void connectWork(const Workbench& bench);
    QDockWidget* addDock(const char* name, QWidget* content, Qt::DockWidgetArea area);
    void restoreLayout();
    void resetLayout();
    void keepLayout();
    void retranslate();
    void showTitle();
    void showEngineState();

    Options options_;
    SettingsKeeper& settings_;
    Session session_;
    Actions actions_;
    VariantModel variantModel_;
    CanvasView* canvas_;
    CompareGrid* grid_;
    QStackedWidget* stack_;
    Menus* menus_;
    StatusPanel* status_;
    ToolPanel* tools_ = nullptr;
    TaskSwitch* taskSwitch_ = nullptr;
    QToolButton* presets_ = nullptr;
    RestoreForm* form_ = nullptr;
    RunPanel* run_ = nullptr;
    StrengthField* strength_ = nullptr;
    UncertaintyPanel* sure_ = nullptr;
    VariantStrip* strip_ = nullptr;
    QDockWidget* toolDock_ = nullptr;
    QDockWidget* restoreDock_ = nullptr;
    QDockWidget* sureDock_ = nullptr;
    QDockWidget* variantDock_ = nullptr;
    QByteArray firstLayout_;
    std::unique_ptr<FileController> files_;
    std::unique_ptr<PriorController> priors_;
    std::unique_ptr<RestoreController> restoration_;
    std::unique_ptr<RecoveryController> recovery_;
    std::vector<std::unique_ptr<QObject>> controllers_;
};

} // namespace palimpsest::ui
