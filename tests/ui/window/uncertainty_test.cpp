// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"
#include "ui/canvas/compare_grid.h"
#include "ui/docks/uncertainty_panel.h"
#include "ui/plots/colour_scale.h"
#include "ui/plots/map_picture.h"
#include "ui/plots/residual_plot.h"
#include "ui/plots/sample_histogram.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QMessageBox>
#include <QSpinBox>

using namespace palimpsest;
using namespace palimpsest::ui;
using namespace std::chrono_literals;

class UncertaintyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void overlaysNeedARun();
    void overlaysAreDrawn();
    void aRunMayHaveNoMaps();
    void aTaskIsSwitchedDuringTheRun();
    void thePictureIsClosedDuringTheRun();
    void disagreementFollowsTheThreshold();
    void theMeanIsAVariant();
    void valuesUnderThePointer();
    void theResidualIsLive();
    void theScaleGrowsLighter();
    void theGridShowsAllAtOnePlace();
    void theGridByKeys();
};

namespace {

void start(WindowFixture& fixture, int samples) {
    fixture.openPicture();
    fixture.action("task.denoise")->trigger();
    fixture.run(samples);
}

void finish(WindowFixture& fixture, int samples) {
    start(fixture, samples);
    QVERIFY(fixture.waitForRun());
}

UncertaintyPanel& panel(WindowFixture& fixture) {
    auto* dock = fixture.window->findChild<QDockWidget*>(QStringLiteral("dock.sure"));
    dock->raise();
    QTest::qWait(20);
    return *dock->findChild<UncertaintyPanel*>();
}

} // namespace

void UncertaintyTest::overlaysNeedARun() {
    WindowFixture fixture;
    fixture.openPicture();
    QVERIFY(!fixture.action("sure.deviation")->isEnabled());
    finish(fixture, 1);
    QVERIFY(fixture.action("sure.invented")->isEnabled());
    fixture.action("sure.deviation")->trigger(); // one variant has none
    QCOMPARE(panel(fixture).overlay(), SureOverlay::none);
    fixture.action("sure.invented")->trigger();
    QCOMPARE(panel(fixture).overlay(), SureOverlay::invented);
    QVERIFY(fixture.window->findChild<QLabel*>(QStringLiteral("sureNote"))->text().contains(QStringLiteral("12.8")));
}

void UncertaintyTest::overlaysAreDrawn() {
    WindowFixture fixture;
    finish(fixture, 3);
    auto& canvas = fixture.window->canvas();
    const QImage bare = canvas.grab().toImage();
    QSet<QRgb> seen;
    const QPoint place = (canvas.viewTransform().toCanvas(QPointF(90, 40)) * bare.devicePixelRatio()).toPoint();
    seen.insert(bare.pixel(place));
    for (const char* id : {"sure.deviation", "sure.invented", "sure.residual"}) {
        fixture.action(id)->trigger();
        seen.insert(canvas.grab().toImage().pixel(place));
    }
    QCOMPARE(seen.size(), 4);
    QTest::keyClick(fixture.window.get(), Qt::Key_O);
    QCOMPARE(panel(fixture).overlay(), SureOverlay::none);
    QVERIFY(canvas.grab().toImage() == bare);
    QTest::keyClick(fixture.window.get(), Qt::Key_O);
    QCOMPARE(panel(fixture).overlay(), SureOverlay::deviation);
    QVERIFY(panel(fixture).findChild<ColourScale*>()->isVisible());
    fixture.window->session().showVariant(-1);
    QCOMPARE(panel(fixture).overlay(), SureOverlay::none);
}

void UncertaintyTest::aRunMayHaveNoMaps() {
    WindowFixture fixture({.givesMaps = false});
    finish(fixture, 3);
    QCOMPARE(fixture.window->session().variants().variants().size(), std::size_t(3)); // and no mean
    for (const char* id : {"sure.deviation", "sure.disagreement", "sure.invented", "sure.residual", "sure.next"}) {
        fixture.action(id)->trigger();
        QCOMPARE(panel(fixture).overlay(), SureOverlay::none);
    }
    auto* histogram = panel(fixture).findChild<SampleHistogram*>();
    CanvasPointer(fixture.window->canvas()).move({30, 30});
    QCOMPARE(histogram->count(), std::size_t(3)); // these are the samples themselves
    fixture.window->grab();
}

void UncertaintyTest::aTaskIsSwitchedDuringTheRun() {
    WindowFixture fixture({.steps = 40, .stepTime = 4ms});
    start(fixture, 2);
    QTRY_VERIFY(fixture.window->canvas().hasPreview());
    for (const TaskDescription& task : fixture.engine->tasks()) {
        fixture.action(("task." + task.id).c_str())->trigger();
        QCOMPARE(fixture.window->session().spec().task, task.id);
        fixture.window->grab();
    }
    fixture.action("task.upscale")->trigger();
    QVERIFY(fixture.waitForRun());
    QCOMPARE(fixture.window->session().spec().task, std::string("upscale"));
    QCOMPARE(fixture.window->session().variants().variants().size(), std::size_t(3)); // with the mean
    QCOMPARE(fixture.document().result().size(), WindowFixture::kSize);               // of the task that was begun
    for (const char* id : {"sure.deviation", "sure.disagreement", "sure.invented", "sure.residual"}) {
        fixture.action(id)->trigger();
        fixture.window->grab();
    }
}

void UncertaintyTest::thePictureIsClosedDuringTheRun() {
    WindowFixture fixture({.steps = 40, .stepTime = 4ms});
    finish(fixture, 2);
    fixture.action("sure.deviation")->trigger();
    QVERIFY(fixture.window->files().saveTo(fixture.folder.filePath(QStringLiteral("out.png"))));
    fixture.run(2);
    QTRY_VERIFY(fixture.window->canvas().hasPreview());
    whenDialogOpens([](QDialog* dialog) {
        for (QAbstractButton* button : static_cast<QMessageBox*>(dialog)->buttons()) {
            if (static_cast<QMessageBox*>(dialog)->buttonRole(button) == QMessageBox::DestructiveRole) {
                button->click();
            }
        }
    });
    fixture.action("file.close")->trigger();
    QVERIFY(fixture.document().isEmpty());
    QVERIFY(!fixture.window->session().jobs().isRunning());
    QCOMPARE(panel(fixture).overlay(), SureOverlay::none);
    fixture.openPicture();
    QTest::qWait(400); // what the old run still had to tell would come now
    QVERIFY(fixture.window->session().variants().variants().empty());
    QVERIFY(!fixture.document().hasResult());
    QVERIFY(!fixture.window->canvas().hasPreview());
    fixture.window->grab();
}

void UncertaintyTest::disagreementFollowsTheThreshold() {
    WindowFixture fixture;
    finish(fixture, 3);
    fixture.action("sure.disagreement")->trigger();
    auto& canvas = fixture.window->canvas();
    auto* threshold = panel(fixture).findChild<QWidget*>(QStringLiteral("threshold"))->findChild<QSpinBox*>();
    QVERIFY(threshold->isVisible());
    threshold->setValue(100);
    const QImage none = canvas.grab().toImage();
    threshold->setValue(1);
    QVERIFY(canvas.grab().toImage() != none);
}

void UncertaintyTest::theMeanIsAVariant() {
    WindowFixture fixture;
    finish(fixture, 2);
    auto& session = fixture.window->session();
    QVERIFY(session.variants().variants()[0].key.isMean());
    const Image mean = session.variants().image(0);
    const Image a = session.variants().image(1);
    const Image b = session.variants().image(2);
    QCOMPARE(mean.depth(), a.depth());
    QVERIFY(std::abs(mean.valueAt(30, 30, 1) - (a.valueAt(30, 30, 1) + b.valueAt(30, 30, 1)) / 2) < 1.0 / 250);
    session.showVariant(0);
    QVERIFY(fixture.window->files().saveTo(fixture.folder.filePath(QStringLiteral("mean.png"))));
}

void UncertaintyTest::valuesUnderThePointer() {
    WindowFixture fixture;
    finish(fixture, 3);
    auto* histogram = panel(fixture).findChild<SampleHistogram*>();
    CanvasPointer pointer(fixture.window->canvas());
    pointer.move({30, 30});
    QCOMPARE(histogram->count(), std::size_t(3));
    histogram->grab();
    pointer.move({-500, 30});
    QCOMPARE(histogram->count(), std::size_t(0));
}

void UncertaintyTest::theResidualIsLive() {
    WindowFixture fixture({.steps = 60, .stepTime = 5ms});
    start(fixture, 1);
    auto* plot = panel(fixture).findChild<ResidualPlot*>();
    QTRY_VERIFY(plot->curve().size() > 1);
    QVERIFY(plot->curve()[1] < plot->curve()[0]);
    QVERIFY(fixture.waitForRun());
    QCOMPARE(plot->curve(), std::vector<double>({32, 16, 8, 4, 2, 1})); // what the result says
    plot->grab();
}

void UncertaintyTest::theScaleGrowsLighter() {
    int before = -1;
    for (int i = 0; i <= 20; ++i) {
        const int grey = qGray(scaleColour(i / 20.0).rgb());
        QVERIFY(grey > before);
        before = grey;
    }
}

void UncertaintyTest::theGridShowsAllAtOnePlace() {
    WindowFixture fixture;
    finish(fixture, 3);
    fixture.action("task.upscale")->trigger();
    fixture.run();
    QVERIFY(fixture.waitForRun());
    fixture.action("view.grid")->trigger();
    auto* grid = fixture.window->findChild<CompareGrid*>();
    QVERIFY(grid->isVisible());
    QCOMPARE(grid->count(), 6); // picture, mean, three variants, an upscaled one
    const QPoint first = grid->tileRect(0).center();
    const ViewTransform before = grid->viewTransform();
    QWheelEvent wheel(first, grid->mapToGlobal(first), {}, {0, 240}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(grid, &wheel);
    QVERIFY(grid->viewTransform().zoom() > before.zoom());
    QTest::mousePress(grid, Qt::LeftButton, {}, grid->tileRect(3).center());
    QTest::mouseMove(grid, grid->tileRect(3).center() + QPoint(10, 5));
    QTest::mouseRelease(grid, Qt::LeftButton, {}, grid->tileRect(3).center());
    QCOMPARE(grid->current(), 3);
    grid->grab();
    QTest::mouseDClick(grid, Qt::LeftButton, {}, grid->tileRect(3).center());
    QVERIFY(!grid->isVisible());
    QVERIFY(fixture.window->canvas().isVisible());
    QCOMPARE(fixture.window->session().shownVariant(), 2);
}

void UncertaintyTest::theGridByKeys() {
    WindowFixture fixture;
    finish(fixture, 3);
    QTest::keyClick(fixture.window.get(), Qt::Key_G);
    auto* grid = fixture.window->findChild<CompareGrid*>();
    QVERIFY(grid->isVisible() && grid->hasFocus());
    QTest::keyClick(grid, Qt::Key_Right);
    QTest::keyClick(grid, Qt::Key_Down);
    QCOMPARE(grid->current(), 4);
    const double zoom = grid->viewTransform().zoom();
    QTest::keyClick(fixture.window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(grid->viewTransform().zoom() > zoom);
    QTest::keyClick(grid, Qt::Key_Return);
    QVERIFY(!grid->isVisible());
    QCOMPARE(fixture.window->session().shownVariant(), 3);
}

QTEST_MAIN(UncertaintyTest)
#include "uncertainty_test.moc"
