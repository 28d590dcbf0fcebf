// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"
#include "ui/canvas/tools/mask_tools.h"
#include "ui/dialogs/error_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/shortcut_dialog.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTreeWidget>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

/// What a person works with, apart from the parts that Qt makes for its own widgets.
QList<QWidget*> controlsOf(const QWidget& root) {
    QList<QWidget*> controls;
    for (auto* widget : root.findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
                               qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSlider*>(widget) ||
                               qobject_cast<QLineEdit*>(widget) || qobject_cast<QAbstractItemView*>(widget);
        const bool isPartOfQt =
            widget->objectName().startsWith(QStringLiteral("qt_")) || widget->inherits("QScrollBar") ||
            qobject_cast<QAbstractSpinBox*>(widget->parent()) || qobject_cast<QComboBox*>(widget->parent()) ||
            qobject_cast<QKeySequenceEdit*>(widget->parent()) || qobject_cast<QDockWidget*>(widget->parent()) ||
            qobject_cast<QTabBar*>(widget->parent()) || widget->inherits("QComboBoxListView") ||
            widget->inherits("QHeaderView") || widget->inherits("QToolBarExtension") ||
            widget->inherits("QLineEditIconButton");
        if (isControl && !isPartOfQt) {
            controls.append(widget);
        }
    }
    return controls;
}

QString nameOf(const QWidget* widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName();
}

void verifyControls(const QWidget& root) {
    const auto controls = controlsOf(root);
    QVERIFY(!controls.isEmpty());
    for (const QWidget* control : controls) {
        const QString who =
            QStringLiteral("%1 %2").arg(QLatin1String(control->metaObject()->className()), control->objectName());
        QVERIFY2(!control->toolTip().isEmpty(), qPrintable(who));
        QVERIFY2(!nameOf(control).isEmpty(), qPrintable(who));
    }
}

} // namespace

class ControlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyControlHasToolTipAndName();
    void everyActionIsReachable();
    void everyToolHasItsAction();
    void menusAreInOrder();
    void toolsAndBrushFollowTheKeys();
    void regionModeIsShownForItsTools();
    void maskCommandsWorkAndAreUndone();
    void aRadiusIsAskedFor();
    void zoomKeys();
    void statusTellsProbeAndCoverage();
    void shortcutsAreEditedWithConflicts();
    void settingsTakeEffect();
    void theErrorDialogCanBeCopied();
    void theLayoutComesBack();
    void fullScreenHidesThePanels();
    void diagnosticsNameNoFiles();
};

void ControlsTest::everyControlHasToolTipAndName() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    fixture.run();
    verifyControls(*fixture.window);
    QVERIFY(fixture.waitForRun());
    verifyControls(SettingsDialog(Settings()));
    verifyControls(ShortcutDialog(ShortcutMap()));
    verifyControls(ErrorDialog(QStringLiteral("headline"), Error(ErrorCode::failed, "cause"), nullptr));
}

void ControlsTest::everyActionIsReachable() {
    WindowFixture fixture;
    QSet<QAction*> inMenus;
    for (auto* menu : fixture.window->findChildren<QMenu*>()) {
        for (auto* action : menu->actions()) {
            inMenus.insert(action);
        }
    }
    for (const ActionRow& row : actionTable()) {
        QVERIFY2(inMenus.contains(fixture.action(row.id)), row.id);
    }
}

void ControlsTest::everyToolHasItsAction() {
    WindowFixture fixture;
    fixture.openPicture();
    for (const ToolEntry& entry : toolEntries()) {
        fixture.action(entry.subject == ToolSubject::hints ? "task.colorize" : "task.inpaint")->trigger();
        QAction* action = fixture.window->actions().at(QStringLiteral("tool.") + QLatin1String(entry.key));
        action->trigger();
        QCOMPARE(fixture.window->canvas().tool(), entry.id);
        QVERIFY(action->isChecked());
    }
}

void ControlsTest::menusAreInOrder() {
    WindowFixture fixture;
    QStringList titles;
    for (auto* action : fixture.window->menuBar()->actions()) {
        titles.append(action->text().remove(QLatin1Char('&')));
    }
    QCOMPARE(titles.join(QLatin1Char(' ')), QStringLiteral("File Edit View Select Restore Window Help"));
}

void ControlsTest::toolsAndBrushFollowTheKeys() {
    WindowFixture fixture;
    fixture.openPicture();
    auto& canvas = fixture.window->canvas();
    canvas.setFocus();
    QTest::keyClick(fixture.window.get(), Qt::Key_E);
    QCOMPARE(canvas.tool(), ToolId::eraser);
    QTest::keyClick(fixture.window.get(), Qt::Key_B);
    QCOMPARE(canvas.tool(), ToolId::brush);
    QTest::keyClick(fixture.window.get(), Qt::Key_X);
    QCOMPARE(canvas.tool(), ToolId::eraser);
    QTest::keyClick(fixture.window.get(), Qt::Key_X);
    QCOMPARE(canvas.tool(), ToolId::brush);
    const double size = canvas.toolOptions().brushSize;
    QTest::keyClick(fixture.window.get(), Qt::Key_BracketRight);
    QVERIFY(canvas.toolOptions().brushSize > size);
    auto* field = fixture.window->findChild<QWidget*>(QStringLiteral("brushSize"))->findChild<QSpinBox*>();
    QCOMPARE(field->value(), qRound(canvas.toolOptions().brushSize));
    field->setValue(77);
    QCOMPARE(canvas.toolOptions().brushSize, 77.0);
    QCOMPARE(fixture.settings->settings().brushSize, 77.0);
}

void ControlsTest::regionModeIsShownForItsTools() {
    WindowFixture fixture;
    fixture.openPicture();
    auto* mode = fixture.window->findChild<QComboBox*>(QStringLiteral("regionMode"));
    QVERIFY(!mode->isVisible());
    fixture.action("tool.rectangle")->trigger();
    QVERIFY(mode->isVisible());
    QTest::keyClick(mode, Qt::Key_End);
    QVERIFY(fixture.window->canvas().toolOptions().regionMode == RegionMode::subtract);
}

void ControlsTest::maskCommandsWorkAndAreUndone() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.action("select.all")->trigger();
    QVERIFY(fixture.document().maskBounds().size() == WindowFixture::kSize);
    fixture.action("select.invert")->trigger();
    QVERIFY(fixture.document().maskBounds().isEmpty());
    fixture.action("edit.undo")->trigger();
    fixture.action("edit.undo")->trigger();
    QVERIFY(fixture.document().maskBounds().isEmpty());
    QVERIFY(!fixture.action("edit.undo")->isEnabled());
    fixture.action("edit.redo")->trigger();
    QVERIFY(!fixture.document().maskBounds().isEmpty());
    fixture.action("select.none")->trigger();
    QVERIFY(fixture.document().maskBounds().isEmpty());
}

void ControlsTest::aRadiusIsAskedFor() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    const Rect before = fixture.document().maskBounds();
    whenDialogOpens([](QDialog* dialog) {
        dialog->findChild<QDoubleSpinBox*>()->setValue(5);
        dialog->accept();
    });
    fixture.action("select.grow")->trigger();
    QCOMPARE(fixture.document().maskBounds().width, before.width + 10);
}

void ControlsTest::zoomKeys() {
    WindowFixture fixture;
    fixture.openPicture();
    auto& canvas = fixture.window->canvas();
    canvas.setFocus();
    QTest::keyClick(fixture.window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(canvas.zoom(), 2.0);
    QTest::keyClick(fixture.window.get(), Qt::Key_1);
    QCOMPARE(canvas.zoom(), 1.0);
    QTest::keyClick(fixture.window.get(), Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(canvas.zoom(), 8.0);
    QVERIFY(!canvas.isFitted());
    QTest::keyClick(fixture.window.get(), Qt::Key_0, Qt::ControlModifier);
    QVERIFY(canvas.isFitted());
}

void ControlsTest::statusTellsProbeAndCoverage() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.action("select.all")->trigger();
    auto* coverage = fixture.window->findChild<QLabel*>(QStringLiteral("coverage"));
    QTRY_VERIFY(coverage->text().contains(QStringLiteral("100")));
    CanvasPointer(fixture.window->canvas()).move({3.5, 2.5});
    auto* probe = fixture.window->findChild<QLabel*>(QStringLiteral("probe"));
    QVERIFY2(probe->text().contains(QStringLiteral("3, 2")), qPrintable(probe->text()));
    QVERIFY(!fixture.window->findChild<QLabel*>(QStringLiteral("zoom"))->text().isEmpty());
    QCOMPARE(fixture.window->findChild<QLabel*>(QStringLiteral("state"))->text(), QStringLiteral("Ready"));
}

void ControlsTest::shortcutsAreEditedWithConflicts() {
    ShortcutDialog dialog((ShortcutMap()));
    dialog.show();
    auto* table = dialog.findChild<QTreeWidget*>(QStringLiteral("shortcutTable"));
    auto* first = dialog.findChild<QKeySequenceEdit*>(QStringLiteral("firstKey"));
    table->setCurrentItem(table->findItems(QStringLiteral("Brush"), Qt::MatchExactly).value(0));
    first->setKeySequence(QKeySequence(QStringLiteral("Ctrl+S")));
    Q_EMIT first->editingFinished();
    QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("conflict"))->text().contains(QStringLiteral("Save")));
    QVERIFY(dialog.shortcuts() == ShortcutMap()); // nothing was taken yet
    auto* takeOver = dialog.findChild<QPushButton*>(QStringLiteral("takeOver"));
    QVERIFY(takeOver->isVisible());
    takeOver->click();
    QCOMPARE(dialog.shortcuts().keys(QStringLiteral("tool.brush")).value(0), QKeySequence(QStringLiteral("Ctrl+S")));
    QVERIFY(dialog.shortcuts().keys(QStringLiteral("file.save")).isEmpty());
    QCOMPARE(dialog.shortcuts().changes().size(), std::size_t(2));
}

void ControlsTest::settingsTakeEffect() {
    WindowFixture fixture;
    fixture.settings->change([](Settings& settings) {
        settings.maskColour = "#00ffff";
        settings.undoByteBudget = 9 << 20;
    });
    QCOMPARE(fixture.window->canvas().maskColour(), QColor(0, 255, 255));
    QCOMPARE(fixture.document().undoByteBudget(), std::size_t(9 << 20));
    SettingsDialog dialog(fixture.settings->settings());
    QVERIFY(dialog.settings() == fixture.settings->settings());
    auto* language = dialog.findChild<QComboBox*>(QStringLiteral("language"));
    language->setCurrentIndex(language->findData(QStringLiteral("de")));
    QCOMPARE(dialog.settings().language, std::string("de"));
}

void ControlsTest::theErrorDialogCanBeCopied() {
    ErrorDialog dialog(QStringLiteral("It failed."), Error(ErrorCode::badInput, "the file is empty", "choose another"),
                       nullptr);
    dialog.show();
    for (auto* button : dialog.findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Copy")) {
            button->click();
        }
    }
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.contains(QStringLiteral("the file is empty")) && copied.contains(QStringLiteral("bad input")));
}

void ControlsTest::theLayoutComesBack() {
    WindowFixture fixture;
    auto* dock = fixture.window->findChild<QDockWidget*>(QStringLiteral("dock.variants"));
    dock->hide();
    fixture.window->resize(1100, 700);
    QVERIFY(fixture.window->close());
    const Settings kept = fixture.settings->settings();
    QVERIFY(!kept.windowState.empty());
    SettingsKeeper settings(kept, {});
    MainWindow again({.engineSource = [&] { return fixture.engine; }, .locations = {}, .offersRecovery = false},
                     settings);
    again.show();
    QVERIFY(!again.findChild<QDockWidget*>(QStringLiteral("dock.variants"))->isVisible());
    QCOMPARE(again.size(), QSize(1100, 700));
    again.actions().at(QStringLiteral("window.reset"))->trigger();
    QVERIFY(again.findChild<QDockWidget*>(QStringLiteral("dock.variants"))->isVisible());
}

void ControlsTest::fullScreenHidesThePanels() {
    WindowFixture fixture;
    auto* dock = fixture.window->findChild<QDockWidget*>(QStringLiteral("dock.tools"));
    fixture.action("view.full-screen")->trigger();
    QVERIFY(!dock->isVisible());
    fixture.action("view.full-screen")->trigger();
    QVERIFY(dock->isVisible());
    QVERIFY(fixture.window->menuBar()->isVisible());
}

void ControlsTest::diagnosticsNameNoFiles() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.action("help.diagnostics")->trigger();
    const QString text = QApplication::clipboard()->text();
    QVERIFY(text.contains(QStringLiteral("Test processor")));
    QVERIFY(!text.contains(QStringLiteral("picture.png")));
}

QTEST_MAIN(ControlsTest)
#include "controls_test.moc"
