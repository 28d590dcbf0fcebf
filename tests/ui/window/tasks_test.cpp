// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"
#include "ui/docks/kernel_editor.h"
#include "ui/session/document/hint_layer.h"
#include "ui/window/hint_controller.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>

using namespace palimpsest;
using namespace palimpsest::ui;
using namespace std::chrono_literals;

namespace {

template <typename Widget>
Widget* find(WindowFixture& fixture, const char* name) {
    return fixture.window->findChild<Widget*>(QString::fromLatin1(name));
}

/// A file with a picture of the fixture's size, opened.
void openPicture(WindowFixture& fixture, const Image& picture) {
    writeImage(fixture.picturePath().toStdString(), picture);
    fixture.openPicture();
}

/// Of the task in the window's spec.
ParameterValue parameter(WindowFixture& fixture, const char* name) {
    return field(fixture.window->session().spec(), name);
}

QRgb shownAt(CanvasView& canvas, const QPointF& picture) {
    const QImage shot = canvas.grab().toImage();
    return shot.pixel((canvas.viewTransform().toCanvas(picture) * shot.devicePixelRatio()).toPoint());
}

} // namespace

class TasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSwitchHasEveryTask();
    void keysSwitch();
    void eachTaskShowsItsFields();
    void methodsFollowTheTask();
    void toolsFollowTheTask();
    void aRunWithoutAMask();
    void upscaledResultsKeepThePlace();
    void upscaledResultsAreSavedAndTaken();
    void aGreyPictureComesBackInColour();
    void wholePreviewsCoverEverything();
    void strengthMixes();
    void theBlurIsEdited();
    void presetsAreKept();
};

void TasksTest::theSwitchHasEveryTask() {
    WindowFixture fixture;
    for (const TaskDescription& task : fixture.engine->tasks()) {
        auto* button = find<QToolButton>(fixture, ("task." + task.id).c_str());
        QVERIFY2(button, task.id.c_str());
        QCOMPARE(button->text(), QString::fromStdString(task.title));
        QVERIFY(button->toolTip().contains(QStringLiteral("Alt+")));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(fixture.window->session().spec().task, task.id);
        QVERIFY(button->isChecked());
    }
}

void TasksTest::keysSwitch() {
    WindowFixture fixture;
    QTest::keyClick(fixture.window.get(), Qt::Key_3, Qt::AltModifier);
    QCOMPARE(fixture.window->session().spec().task, std::string("upscale"));
    QVERIFY(find<QToolButton>(fixture, "task.upscale")->isChecked());
    QTest::keyClick(fixture.window.get(), Qt::Key_1, Qt::AltModifier);
    QCOMPARE(fixture.window->session().spec().task, std::string("inpaint"));
    QVERIFY(fixture.action("task.inpaint")->isChecked());
}

void TasksTest::eachTaskShowsItsFields() {
    WindowFixture fixture;
    const auto has = [&](const char* name) { return find<QWidget>(fixture, name) != nullptr; };
    QVERIFY(has("grow") && !has("factor") && !has("kernel") && !has("sigma") && has("samples"));
    fixture.action("task.upscale")->trigger();
    QVERIFY(!has("grow") && has("factor") && !has("kernel") && has("sigma") && has("samples"));
    auto* factor = find<QComboBox>(fixture, "factor");
    QCOMPARE(factor->count(), 3);
    QTest::keyClick(factor, Qt::Key_End);
    QCOMPARE(parameter(fixture, "factor"), ParameterValue(std::int64_t{8}));
    fixture.action("task.deblur")->trigger();
    QVERIFY(has("kernel") && !has("factor") && has("boundary"));
}

void TasksTest::methodsFollowTheTask() {
    WindowFixture fixture;
    const auto methods = [&] {
        QStringList ids;
        auto* box = find<QComboBox>(fixture, "method");
        for (int i = 0; i < box->count(); ++i) {
            ids += box->itemData(i).toString();
        }
        return ids.join(QLatin1Char(' '));
    };
    QCOMPARE(methods(), QStringLiteral("auto default dps telea"));
    RestoreSpec spec = fixture.window->session().spec();
    spec.method = "telea";
    fixture.window->session().setSpec(spec);
    fixture.action("task.upscale")->trigger();
    QCOMPARE(methods(), QStringLiteral("auto default dps bicubic"));
    QCOMPARE(fixture.window->session().spec().method, std::optional<std::string>());
}

void TasksTest::toolsFollowTheTask() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    auto& canvas = fixture.window->canvas();
    fixture.action("task.denoise")->trigger();
    QCOMPARE(canvas.tool(), ToolId::pan);
    QVERIFY(!fixture.action("tool.brush")->isEnabled());
    QVERIFY(!fixture.action("select.all")->isEnabled());
    QCOMPARE(shownAt(canvas, {60.5, 40.5}), toQRgb(fixture.document().picture(), 60, 40)); // no hatch
    fixture.action("task.colorize")->trigger();
    QCOMPARE(canvas.tool(), ToolId::hintBrush);
    QVERIFY(find<QToolButton>(fixture, "hintColour")->isVisible());
    fixture.action("task.inpaint")->trigger();
    QCOMPARE(canvas.tool(), ToolId::brush);
    QVERIFY(!find<QToolButton>(fixture, "hintColour")->isVisible());
    QVERIFY(!fixture.document().maskBounds().isEmpty()); // it was kept
}

void TasksTest::aRunWithoutAMask() {
    WindowFixture fixture;
    fixture.openPicture();
    QVERIFY(!fixture.action("restore.run")->isEnabled());
    fixture.action("task.denoise")->trigger();
    QVERIFY(fixture.action("restore.run")->isEnabled());
    QVERIFY(!find<QLabel>(fixture, "runNote")->text().contains(QStringLiteral("Paint over")));
    fixture.run();
    QVERIFY(fixture.waitForRun());
    const auto& session = fixture.window->session();
    const RestoreInput input{patternedPicture(WindowFixture::kSize), {}, {}};
    QVERIFY(session.shownImage() == fakeWholeResult(session.spec(), input, fakeLevel(session.spec().seed, 0)));
    QVERIFY(fixture.window->session().variants().mask(0, WindowFixture::kSize).isNull());
}

void TasksTest::upscaledResultsKeepThePlace() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.action("task.upscale")->trigger();
    auto& canvas = fixture.window->canvas();
    canvas.setZoom(8);
    const QPointF corner = canvas.viewTransform().toPicture(QPointF(0, 0));
    fixture.run();
    QVERIFY(fixture.waitForRun());
    QCOMPARE(fixture.document().result().size().width, 480);
    QCOMPARE(canvas.zoom(), 2.0); // of the pixels that are shown
    QCOMPARE(canvas.viewTransform().toPicture(QPointF(0, 0)), corner);
    canvas.setZoom(4);
    const Image& result = fixture.document().result();
    QCOMPARE(shownAt(canvas, {60.1, 40.1}), toQRgb(result, 240, 160));
    QTest::keyPress(&canvas, Qt::Key_Backslash);
    QCOMPARE(canvas.zoom(), 16.0);
    QTest::keyRelease(&canvas, Qt::Key_Backslash);
    QCOMPARE(canvas.zoom(), 4.0);
    CanvasPointer(canvas).move({60.1, 40.1});
    QVERIFY(find<QLabel>(fixture, "probe")->text().contains(QStringLiteral("240, 160")));
    canvas.setWipe(true);
    canvas.setComparison(fixture.document().picture());
    canvas.grab();
}

void TasksTest::upscaledResultsAreSavedAndTaken() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    const Mask mask = fixture.document().mask();
    fixture.action("task.upscale")->trigger();
    fixture.run();
    QVERIFY(fixture.waitForRun());
    const Image result = fixture.document().result();
    const QString path = fixture.folder.filePath(QStringLiteral("large.png"));
    QVERIFY(fixture.window->files().saveTo(path));
    QVERIFY(readImage(path.toStdString()) == result);
    auto& canvas = fixture.window->canvas();
    canvas.setZoom(2);
    const QPointF middle = canvas.viewTransform().toPicture(QPointF(100, 100));
    fixture.action("variant.apply")->trigger();
    QVERIFY(fixture.document().picture() == result);
    QVERIFY(fixture.document().mask() == Mask(result.size()));
    QCOMPARE(canvas.zoom(), 2.0);
    QCOMPARE(canvas.viewTransform().toPicture(QPointF(100, 100)) / 4, middle);
    fixture.action("edit.undo")->trigger();
    QVERIFY(fixture.document().picture() == patternedPicture(WindowFixture::kSize));
    QVERIFY(fixture.document().mask() == mask);
    fixture.action("edit.redo")->trigger();
    QVERIFY(fixture.document().picture() == result);
    QTest::qWait(1300); // the journal
    fixture.window->session().leave();
    fixture.window->session().recover(fixture.onlySession());
    QVERIFY(fixture.document().picture() == result);
    QVERIFY(fixture.window->session().variants().image(0) == result);
}

void TasksTest::aGreyPictureComesBackInColour() {
    WindowFixture fixture;
    openPicture(fixture, directReconstruction(WindowFixture::kSize, 90, 1));
    fixture.action("task.colorize")->trigger();
    fixture.run(2);
    QVERIFY(fixture.waitForRun());
    QCOMPARE(fixture.document().result().channels(), 3);
    fixture.action("variant.apply")->trigger();
    QCOMPARE(fixture.document().picture().channels(), 3);
    fixture.action("edit.undo")->trigger();
    QCOMPARE(fixture.document().picture().channels(), 1);
}

void TasksTest::wholePreviewsCoverEverything() {
    WindowFixture fixture({.steps = 40, .stepTime = 10ms});
    fixture.openPicture();
    fixture.action("task.upscale")->trigger();
    auto& canvas = fixture.window->canvas();
    const QRgb before = shownAt(canvas, {5, 5});
    fixture.run();
    QTRY_VERIFY(canvas.hasPreview());
    for (const QPointF& place : {QPointF(5, 5), QPointF(115, 75)}) {
        const QRgb during = shownAt(canvas, place);
        QVERIFY(qRed(during) == qGreen(during) && qGreen(during) == qBlue(during));
        QVERIFY(during != before);
    }
    fixture.action("restore.cancel")->trigger();
    QVERIFY(fixture.waitForRun());
}

void TasksTest::strengthMixes() {
    WindowFixture fixture;
    openPicture(fixture, directReconstruction(WindowFixture::kSize, 40));
    fixture.action("task.upscale")->trigger();
    auto* slider = find<QWidget>(fixture, "strength");
    QVERIFY(!slider->isVisible());
    fixture.run();
    QVERIFY(fixture.waitForRun());
    QVERIFY(slider->isVisible());
    const int full = qRed(toQRgb(fixture.document().result(), 0, 0));
    slider->findChild<QSpinBox*>()->setValue(50);
    const int half = (40 + full + 1) / 2;
    QVERIFY(std::abs(qRed(shownAt(fixture.window->canvas(), {20, 20})) - half) <= 1);
    const QString path = fixture.folder.filePath(QStringLiteral("half.png"));
    QVERIFY(fixture.window->files().saveTo(path));
    QVERIFY(std::abs(qRed(toQRgb(readImage(path.toStdString()), 100, 100)) - half) <= 1);
    fixture.action("strength.less")->trigger();
    QCOMPARE(slider->findChild<QSpinBox*>()->value(), 45);
    fixture.action("variant.apply")->trigger();
    QVERIFY(qRed(toQRgb(fixture.document().picture(), 9, 9)) < half);
    QCOMPARE(fixture.document().strength(), 1.0);
}

void TasksTest::theBlurIsEdited() {
    WindowFixture fixture;
    fixture.action("task.deblur")->trigger();
    auto* editor = find<KernelEditor>(fixture, "kernel");
    QCOMPARE(editor->text(), QStringLiteral("auto"));
    QCOMPARE(parameter(fixture, "kernel"), ParameterValue(Automatic{}));
    auto* shape = find<QComboBox>(fixture, "kernelShape");
    QTest::keyClick(shape, Qt::Key_Down);
    QCOMPARE(parameter(fixture, "kernel"), ParameterValue(std::string("none")));
    QTest::keyClick(shape, Qt::Key_Down);
    QCOMPARE(parameter(fixture, "kernel"), ParameterValue(std::string("gaussian:1.6")));
    QTest::keyClick(shape, Qt::Key_Down);
    QCOMPARE(parameter(fixture, "kernel"), ParameterValue(std::string("motion:1.6,0")));
    find<QWidget>(fixture, "kernelSize")->findChild<QSpinBox*>()->setValue(120);
    find<QWidget>(fixture, "kernelAngle")->findChild<QSpinBox*>()->setValue(30);
    QCOMPARE(parameter(fixture, "kernel"), ParameterValue(std::string("motion:12,30")));
    const QString path = fixture.folder.filePath(QStringLiteral("kernel.png"));
    writeImage(path.toStdString(), directReconstruction({5, 5}, 200, 1));
    editor->readFrom(path);
    QCOMPARE(parameter(fixture, "kernel"), ParameterValue(path.toStdString()));
    QVERIFY(!kernelPicture(KernelText::from(path), 50).isNull());
}

void TasksTest::presetsAreKept() {
    WindowFixture fixture;
    const auto save = [&](const QString& name) {
        whenDialogOpens([name](QDialog* dialog) {
            dialog->findChild<QLineEdit*>()->setText(name);
            dialog->accept();
        });
        fixture.action("preset.save")->trigger();
    };
    const auto entries = [&] {
        auto* menu = find<QToolButton>(fixture, "presets")->menu();
        Q_EMIT menu->aboutToShow();
        return menu->actions();
    };
    fixture.action("task.denoise")->trigger();
    RestoreSpec spec = fixture.window->session().spec();
    spec.taskParameters["sigma"] = 0.125;
    fixture.window->session().setSpec(spec);
    save(QStringLiteral("Grainy & old"));
    spec.taskParameters["sigma"] = 0.5;
    spec.seed = 99;
    fixture.window->session().setSpec(spec);
    fixture.open(false); // another start of the program
    fixture.window->session().setSpec(spec);
    entries().first()->trigger();
    QCOMPARE(parameter(fixture, "sigma"), ParameterValue(0.125));
    QCOMPARE(fixture.window->session().spec().seed, std::uint64_t{99});
    fixture.action("task.deblur")->trigger();
    QVERIFY(!entries().first()->isEnabled()); // presets belong to their task
    fixture.action("task.denoise")->trigger();
    entries().last()->menu()->actions().first()->trigger();
    QVERIFY(!entries().first()->isEnabled());
}

QTEST_MAIN(TasksTest)
#include "tasks_test.moc"
