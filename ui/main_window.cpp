// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/canvas/canvas_view.h"
#include "ui/canvas/compare_grid.h"
#include "ui/docks/restore_form.h"
#include "ui/docks/run_panel.h"
#include "ui/docks/status_panel.h"
#include "ui/docks/strength_field.h"
#include "ui/docks/task_switch.h"
#include "ui/docks/tool_panel.h"
#include "ui/docks/uncertainty_panel.h"
#include "ui/docks/variant_strip.h"
#include "ui/forms/vertical_scroll_area.h"
#include "ui/session/spec_text.h"
#include "ui/window/availability.h"
#include "ui/window/blend_band_controller.h"
#include "ui/window/file_controller.h"
#include "ui/window/grid_controller.h"
#include "ui/window/help_controller.h"
#include "ui/window/hint_controller.h"
#include "ui/window/mask_controller.h"
#include "ui/window/menus.h"
#include "ui/window/preset_controller.h"
#include "ui/window/prior_controller.h"
#include "ui/window/recovery_controller.h"
#include "ui/window/restore_controller.h"
#include "ui/window/settings_controller.h"
#include "ui/window/strength_controller.h"
#include "ui/window/task_controller.h"
#include "ui/window/uncertainty_controller.h"
#include "ui/window/variant_controller.h"
#include "ui/window/view_controller.h"
#include "ui/window/workbench.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace palimpsest::ui {

MainWindow::MainWindow(const Options& options, SettingsKeeper& settings, QWidget* parent)
    : QMainWindow(parent), options_(options), settings_(settings),
      session_({options.engineSource, QString::fromStdString(options.locations.recovery)}), actions_(nullptr),
      variantModel_(session_.variants()), canvas_(new CanvasView(&session_.document(), this)),
      grid_(new CompareGrid(this)), stack_(new QStackedWidget(this)), menus_(new Menus(*this, actions_)),
      status_(new StatusPanel(this)) {
    session_.setSpec(specFromText(settings.settings().restoreSpec));
    stack_->addWidget(canvas_);
    stack_->addWidget(grid_);
    setCentralWidget(stack_);
    setStatusBar(status_);
    setAcceptDrops(true);
    actions_.loadIcons(); // before the buttons find their size
    buildDocks();
    connectParts();
    retranslate();
    resize(1280, 800);
    resizeDocks({toolDock_, restoreDock_}, {190, 260}, Qt::Horizontal);
    resizeDocks({variantDock_}, {160}, Qt::Vertical);
    firstLayout_ = saveState();
    restoreLayout();
    showEngineState();
}

MainWindow::~MainWindow() {
    // Controllers and widgets use the session, which is a member: they go first, and out of sight, so that no event
    // reaches them on the way.
    hide();
    controllers_.clear();
    recovery_.reset();
    priors_.reset();
    restoration_.reset();
    files_.reset();
    delete takeCentralWidget();
    for (QDockWidget* dock : docks()) {
        delete dock;
    }
}

QDockWidget* MainWindow::addDock(const char* name, QWidget* content, Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(this);
    dock->setObjectName(QString::fromLatin1(name));
    dock->setWidget(content);
    addDockWidget(area, dock);
    menus_->at("window")->addAction(dock->toggleViewAction());
    return dock;
}

void MainWindow::buildDocks() {
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    tools_ = new ToolPanel(actions_);
    toolDock_ = addDock("dock.tools", tools_, Qt::LeftDockWidgetArea);

    restoreDock_ = addDock("dock.restore", restorePanel(), Qt::RightDockWidgetArea);
    sure_ = new UncertaintyPanel;
    sureDock_ = addDock("dock.sure", new VerticalScrollArea(sure_), Qt::RightDockWidgetArea);
    tabifyDockWidget(restoreDock_, sureDock_);
    restoreDock_->raise();

    strip_ = new VariantStrip(variantModel_, actions_);
    variantDock_ = addDock("dock.variants", strip_, Qt::BottomDockWidgetArea);
}

QWidget* MainWindow::restorePanel() {
    taskSwitch_ = new TaskSwitch(actions_, session_.engine());
    presets_ = new QToolButton;
    presets_->setObjectName(QStringLiteral("presets"));
    presets_->setMenu(menus_->at("presets"));
    presets_->setPopupMode(QToolButton::InstantPopup);
    presets_->setFocusPolicy(Qt::StrongFocus);
    presets_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    form_ = new RestoreForm(actions_, session_.engine());
    run_ = new RunPanel(actions_);
    strength_ = new StrengthField;
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->addWidget(taskSwitch_);
    column->addWidget(presets_);
    column->addWidget(new VerticalScrollArea(form_), 1);
    column->addWidget(strength_);
    column->addWidget(run_);
    return panel;
}

void MainWindow::connectParts() {
    const Workbench bench{*this, session_, actions_, *canvas_, settings_};
    files_ = std::make_unique<FileController>(bench);
    priors_ = std::make_unique<PriorController>(bench, options_.published);
    connect(files_.get(), &FileController::checkpointChosen, priors_.get(),
            [this](const QString& path) { priors_->add({path}); });
    restoration_ = std::make_unique<RestoreController>(bench, RestoreController::Widgets{*form_, *run_, *status_});
    recovery_ = std::make_unique<RecoveryController>(bench, QString::fromStdString(options_.locations.recovery));
    auto variants =
        std::make_unique<VariantController>(bench, VariantController::Parts{variantModel_, *strip_, *files_});
    auto availability = std::make_unique<Availability>(bench, *strip_);
    auto help = std::make_unique<HelpController>(bench, *files_);
    files_->fillRecent(menus_->at("recent"));
    help->fillSamples(menus_->at("samples"), QString::fromStdString(options_.locations.samplePictures));
    connect(variants.get(), &VariantController::selectionChanged, availability.get(), &Availability::update);
    controllers_.push_back(std::move(variants));
    controllers_.push_back(std::move(availability));
    controllers_.push_back(std::move(help));
    controllers_.push_back(std::make_unique<MaskController>(bench, *tools_));
    connectWork(bench);
    controllers_.push_back(std::make_unique<ViewController>(bench, *status_));
    controllers_.push_back(std::make_unique<SettingsController>(bench));
    bench.on("file.quit", this, &QWidget::close);
    bench.on("window.reset", this, &MainWindow::resetLayout);
    connect(&session_, &Session::opened, this, &MainWindow::showTitle);
    connect(&session_.document(), &Document::modifiedChanged, this, &MainWindow::showTitle);
    connect(&session_.engine(), &EngineBridge::stateChanged, this, &MainWindow::showEngineState);
}

/// What belongs to the tasks.
void MainWindow::connectWork(const Workbench& bench) {
    const std::string& config = options_.locations.config;
    controllers_.push_back(std::make_unique<TaskController>(bench, *taskSwitch_, *tools_));
    controllers_.push_back(std::make_unique<HintController>(bench, *tools_));
    controllers_.push_back(std::make_unique<StrengthController>(bench, *strength_));
    controllers_.push_back(std::make_unique<BlendBandController>(bench));
    controllers_.push_back(std::make_unique<UncertaintyController>(bench, *sure_));
    controllers_.push_back(std::make_unique<PresetController>(bench, menus_->at("presets"),
                                                              config.empty() ? config : config + "/presets.json"));
    controllers_.push_back(std::make_unique<GridController>(bench, GridController::Parts{*stack_, *grid_, *strip_}));
}

void MainWindow::finishStart() {
    session_.engine().load();
    if (options_.offersRecovery) {
        recovery_->offer();
    }
}

void MainWindow::restoreLayout() {
    const auto bytes = [](const std::string& base64) {
        return QByteArray::fromBase64(QByteArray::fromStdString(base64));
    };
    const Settings& settings = settings_.settings();
    if (!settings.windowGeometry.empty()) {
        restoreGeometry(bytes(settings.windowGeometry));
    }
    if (!settings.windowState.empty()) {
        restoreState(bytes(settings.windowState));
    }
}

void MainWindow::resetLayout() { restoreState(firstLayout_); }

void MainWindow::keepLayout() {
    settings_.change([this](Settings& settings) {
        settings.windowGeometry = saveGeometry().toBase64().toStdString();
        settings.windowState = saveState().toBase64().toStdString();
    });
}

void MainWindow::showTitle() {
    const QString title = session_.title();
    setWindowTitle(title.isEmpty() ? QStringLiteral("Palimpsest") : QStringLiteral("%1[*] – Palimpsest").arg(title));
    setWindowModified(session_.isUnsaved() && !title.isEmpty());
}

void MainWindow::showEngineState() {
    switch (session_.engine().state()) {
    case EngineBridge::State::notLoaded:
    case EngineBridge::State::loading:
        status_->setState(tr("Loading the numerical library …"));
        break;
    case EngineBridge::State::ready:
        status_->setState(tr("Ready"));
        break;
    case EngineBridge::State::failed:
        status_->setState(tr("The numerical library could not be loaded: restoring is not possible"));
        break;
    }
}

void MainWindow::retranslate() {
    actions_.retranslate();
    menus_->retranslate();
    restoration_->retranslate();
    toolDock_->setWindowTitle(tr("Tools"));
    restoreDock_->setWindowTitle(tr("Restore"));
    variantDock_->setWindowTitle(tr("Variants"));
    sureDock_->setWindowTitle(tr("How Sure"));
    presets_->setText(tr("Presets"));
    presets_->setAccessibleName(presets_->text());
    presets_->setToolTip(tr("Settings of this task that you have kept"));
    for (auto* dock : docks()) {
        dock->toggleViewAction()->setToolTip(tr("Show or hide this panel"));
        dock->toggleViewAction()->setStatusTip(tr("Show or hide this panel"));
    }
    showTitle();
    showEngineState();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!files_->mayClose(true)) {
        event->ignore();
        return;
    }
    keepLayout();
    settings_.flush();
    session_.close();
    event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && restoration_) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange && restoration_) {
        actions_.loadIcons();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (FileController::canTake(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    if (!priors_->take(*event->mimeData())) {
        files_->take(*event->mimeData());
    }
}

} // namespace palimpsest::ui
