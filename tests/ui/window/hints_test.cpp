// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_file.h"
#include "tests/support/window_fixture.h"
#include "ui/session/document/hint_layer.h"
#include "ui/window/hint_controller.h"

#include <QColorDialog>
#include <QLabel>
#include <QToolButton>

using namespace palimpsest;
using namespace palimpsest::ui;

class HintsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { fixture_.reset(); }
    void strokesAreDrawnAndUndone();
    void theEraserTakesAway();
    void coloursComeFromTheDialogAndTheCanvas();
    void aRunGetsThem();
    void filesHoldThem();
    void aSessionKeepsThem();
    void aBadFileIsRefused();

private:
    HintLayer& hints() { return fixture_->document().hints(); }
    QRgb at(int x, int y) { return hints().pixels().pixel(x, y); }
    void setColour(const QColor& colour) {
        ToolOptions options = fixture_->window->canvas().toolOptions();
        options.hintColour = colour;
        options.brushSize = 10;
        fixture_->window->canvas().setToolOptions(options);
    }
    std::unique_ptr<WindowFixture> fixture_;
    std::unique_ptr<CanvasPointer> pointer_;
};

void HintsTest::init() {
    fixture_ = std::make_unique<WindowFixture>();
    writeImage(fixture_->picturePath().toStdString(), directReconstruction(WindowFixture::kSize, 90, 1));
    fixture_->openPicture();
    fixture_->action("task.colorize")->trigger();
    pointer_ = std::make_unique<CanvasPointer>(fixture_->window->canvas());
    setColour(QColor(10, 200, 30));
}

void HintsTest::strokesAreDrawnAndUndone() {
    auto& canvas = fixture_->window->canvas();
    QVERIFY(hints().isEmpty());
    pointer_->drag({{20, 40}, {60, 40}});
    QCOMPARE(at(40, 40), qRgb(10, 200, 30));
    QCOMPARE(qAlpha(at(40, 60)), 0);
    const QImage shot = canvas.grab().toImage();
    QCOMPARE(shot.pixel((canvas.viewTransform().toCanvas(QPointF(40, 38)) * shot.devicePixelRatio()).toPoint()),
             qRgb(10, 200, 30));
    QVERIFY(fixture_->document().maskBounds().isEmpty());
    fixture_->action("edit.undo")->trigger();
    QVERIFY(hints().isEmpty());
    fixture_->action("edit.redo")->trigger();
    QCOMPARE(at(40, 40), qRgb(10, 200, 30));
    fixture_->action("hints.clear")->trigger();
    QVERIFY(hints().isEmpty());
    QVERIFY(!fixture_->action("hints.clear")->isEnabled());
    fixture_->action("edit.undo")->trigger();
    QCOMPARE(at(40, 40), qRgb(10, 200, 30));
}

void HintsTest::theEraserTakesAway() {
    pointer_->drag({{20, 40}, {60, 40}});
    pointer_->drag({{30, 40}, {30, 41}}, Qt::RightButton);
    QCOMPARE(qAlpha(at(30, 40)), 0);
    QTest::keyClick(fixture_->window.get(), Qt::Key_J, Qt::ShiftModifier);
    QCOMPARE(fixture_->window->canvas().tool(), ToolId::hintEraser);
    pointer_->drag({{50, 40}, {50, 41}});
    QCOMPARE(qAlpha(at(50, 40)), 0);
    QTest::keyClick(fixture_->window.get(), Qt::Key_X);
    QCOMPARE(fixture_->window->canvas().tool(), ToolId::hintBrush);
}

void HintsTest::coloursComeFromTheDialogAndTheCanvas() {
    auto* button = fixture_->window->findChild<QToolButton*>(QStringLiteral("hintColour"));
    whenDialogOpens([](QDialog* dialog) {
        qobject_cast<QColorDialog*>(dialog)->setCurrentColor(QColor(1, 2, 3));
        dialog->accept();
    });
    button->click();
    auto& canvas = fixture_->window->canvas();
    QCOMPARE(canvas.toolOptions().hintColour, QColor(1, 2, 3));
    pointer_->modifiers = Qt::AltModifier;
    pointer_->click({30, 30});
    QCOMPARE(canvas.toolOptions().hintColour.rgb(), qRgb(90, 90, 90));
    QVERIFY(hints().isEmpty());
    QCOMPARE(button->text(), QStringLiteral("#5a5a5a"));
    setColour(Qt::red);
    pointer_->modifiers = {};
    pointer_->move({30, 30});
    fixture_->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture_->window.get()));
    QTest::keyClick(fixture_->window.get(), Qt::Key_I);
    QCOMPARE(canvas.toolOptions().hintColour.rgb(), qRgb(90, 90, 90));
}

void HintsTest::aRunGetsThem() {
    pointer_->drag({{20, 40}, {60, 40}});
    fixture_->run();
    QVERIFY(fixture_->waitForRun());
    QCOMPARE(toQRgb(fixture_->document().result(), 40, 40), qRgb(10, 200, 30));
    const QString path = fixture_->folder.filePath(QStringLiteral("out.png"));
    QVERIFY(fixture_->window->files().saveTo(path));
    QVERIFY(readImage(path.toStdString() + ".hints.png").channels() == 4); // what a replay needs
    fixture_->action("variant.apply")->trigger();
    QVERIFY(hints().isEmpty());
    fixture_->action("edit.undo")->trigger();
    QCOMPARE(at(40, 40), qRgb(10, 200, 30));
}

void HintsTest::filesHoldThem() {
    pointer_->drag({{20, 40}, {60, 40}});
    const Image drawn = hints().image();
    const QString path = fixture_->folder.filePath(QStringLiteral("hints.png"));
    HintController own(Workbench{*fixture_->window, fixture_->window->session(), fixture_->window->actions(),
                                 fixture_->window->canvas(), *fixture_->settings},
                       *fixture_->window->findChild<ToolPanel*>());
    own.exportTo(path);
    QVERIFY(readImage(path.toStdString()) == drawn);
    hints().clear();
    own.importFrom(path);
    QVERIFY(hints().image() == drawn);
}

void HintsTest::aSessionKeepsThem() {
    pointer_->drag({{20, 40}, {60, 40}});
    const Image drawn = hints().image();
    fixture_->window->session().leave();
    QVERIFY(hints().isEmpty());
    fixture_->window->session().recover(fixture_->onlySession());
    QVERIFY(hints().image() == drawn);
    QCOMPARE(fixture_->window->session().spec().task, std::string("colorize"));
}

void HintsTest::aBadFileIsRefused() {
    const QString path = fixture_->folder.filePath(QStringLiteral("small.png"));
    writeImage(path.toStdString(), directReconstruction({3, 3}, 9, 4));
    HintController own(Workbench{*fixture_->window, fixture_->window->session(), fixture_->window->actions(),
                                 fixture_->window->canvas(), *fixture_->settings},
                       *fixture_->window->findChild<ToolPanel*>());
    QString cause;
    whenDialogOpens([&](QDialog* dialog) {
        cause = dialog->findChild<QLabel*>(QStringLiteral("cause"))->text();
        dialog->close();
    });
    own.importFrom(path);
    QTRY_VERIFY(!cause.isEmpty());
    QVERIFY(hints().isEmpty());
}

QTEST_MAIN(HintsTest)
#include "hints_test.moc"
