// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"
#include "ui/docks/run_panel.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>

using namespace palimpsest;
using namespace palimpsest::ui;
using namespace std::chrono_literals;

namespace {

template <typename Widget>
Widget* find(WindowFixture& fixture, const char* name) {
    auto* widget = fixture.window->findChild<Widget*>(QString::fromLatin1(name));
    if (!widget) {
        qFatal("no widget %s", name);
    }
    return widget;
}

} // namespace

class RestoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theButtonSaysWhatItWillDo();
    void obstaclesAreNamed();
    void paintRunSee();
    void previewsStayInsideTheMask();
    void cancelLeavesEverythingAsItWas();
    void cancelAsksAfterHalfAMinute();
    void keepMakesAVariant();
    void theMaskCanBeEditedWhileARunGoesOn();
    void aSecondRunWaits();
    void seedsChangeUnlessLocked();
    void errorsAreShownOnce();
    void variantsAreInTheStripAndCanBeUsed();
    void beforeAndWipe();
    void keysOfTheStripNeedTheStrip();
    void escapeBelongsToTheToolFirst();
};

void RestoreTest::theButtonSaysWhatItWillDo() {
    WindowFixture fixture;
    auto* button = find<QPushButton>(fixture, "run");
    QCOMPARE(button->text(), QStringLiteral("Restore"));
    QVERIFY(!button->isEnabled());
    fixture.openPicture();
    fixture.paint();
    find<QSpinBox>(fixture, "samples")->setValue(3);
    QVERIFY(button->text().contains(QLatin1Char('3')));
    QVERIFY(button->isEnabled());
    QTRY_VERIFY(find<QLabel>(fixture, "runNote")->text().contains(QStringLiteral("18"))); // 3 variants of 6 evaluations
    button->click();
    QTRY_COMPARE(fixture.window->session().variants().variants().size(), std::size_t(4)); // and their mean
}

void RestoreTest::obstaclesAreNamed() {
    WindowFixture fixture;
    auto* note = find<QLabel>(fixture, "runNote");
    QVERIFY(note->text().contains(QStringLiteral("Open a picture")));
    fixture.openPicture();
    QVERIFY(note->text().contains(QStringLiteral("Paint over")));
    fixture.paint();
    QTRY_VERIFY(!note->text().contains(QStringLiteral("Paint over")));
}

void RestoreTest::paintRunSee() {
    WindowFixture fixture({.steps = 40});
    fixture.openPicture();
    fixture.paint();
    QVERIFY(!fixture.document().maskBounds().isEmpty());
    const Mask mask = fixture.document().mask();
    fixture.run();
    QTRY_VERIFY(fixture.window->canvas().hasPreview());
    QVERIFY(fixture.waitForRun());
    QVERIFY(!fixture.window->canvas().hasPreview());
    QVERIFY(fixture.document().hasResult());
    const float level = fakeLevel(fixture.window->session().spec().seed, 0);
    QVERIFY(fixture.document().result() == fakeResult(patternedPicture(WindowFixture::kSize), mask, level));
    QVERIFY(fixture.document().picture() == patternedPicture(WindowFixture::kSize));
}

void RestoreTest::previewsStayInsideTheMask() {
    WindowFixture fixture({.steps = 40, .stepTime = 10ms});
    fixture.openPicture();
    fixture.paint();
    auto& canvas = fixture.window->canvas();
    canvas.setMaskVisible(false);
    const QImage before = canvas.grab().toImage();
    fixture.run();
    QTRY_VERIFY(canvas.hasPreview());
    const QImage during = canvas.grab().toImage();
    const auto at = [&](const QImage& image, QPointF picture) {
        return image.pixel((canvas.viewTransform().toCanvas(picture) * image.devicePixelRatio()).toPoint());
    };
    QCOMPARE(at(during, {5, 5}), at(before, {5, 5}));
    QVERIFY(at(during, {60, 40}) != at(before, {60, 40}));
    fixture.action("restore.cancel")->trigger();
    QVERIFY(fixture.waitForRun());
}

void RestoreTest::cancelLeavesEverythingAsItWas() {
    WindowFixture fixture({.steps = 100000, .stepTime = 1ms});
    fixture.openPicture();
    fixture.paint();
    fixture.run();
    QTRY_VERIFY(fixture.window->canvas().hasPreview());
    QTest::keyClick(&fixture.window->canvas(), Qt::Key_Escape);
    QVERIFY(fixture.waitForRun());
    QVERIFY(!fixture.window->canvas().hasPreview());
    QVERIFY(!fixture.document().hasResult());
    QVERIFY(fixture.window->session().variants().variants().empty());
    QVERIFY(!fixture.document().maskBounds().isEmpty());
}

void RestoreTest::cancelAsksAfterHalfAMinute() {
    WindowFixture fixture({.steps = 100000, .stepTime = 1ms, .secondsAlreadyElapsed = 31});
    fixture.openPicture();
    fixture.paint();
    fixture.run();
    QTRY_VERIFY(fixture.window->session().jobs().progress().secondsElapsed > 30);
    whenDialogOpens([](QDialog* dialog) { qobject_cast<QMessageBox*>(dialog)->defaultButton()->click(); }); // go on
    fixture.action("restore.cancel")->trigger();
    QTest::qWait(50);
    QVERIFY(fixture.window->session().jobs().isRunning());
    whenDialogOpens([](QDialog* dialog) {
        auto* box = qobject_cast<QMessageBox*>(dialog);
        for (auto* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
                button->click();
            }
        }
    });
    fixture.action("restore.cancel")->trigger();
    QVERIFY(fixture.waitForRun());
}

void RestoreTest::keepMakesAVariant() {
    WindowFixture fixture({.steps = 100000, .stepTime = 1ms});
    fixture.openPicture();
    fixture.paint();
    fixture.run();
    QTRY_VERIFY(fixture.window->canvas().hasPreview());
    fixture.action("restore.keep")->trigger();
    QVERIFY(fixture.waitForRun());
    auto& variants = fixture.window->session().variants();
    QCOMPARE(variants.variants().size(), std::size_t(1));
    QVERIFY(variants.run(1).stoppedEarly);
    QVERIFY(fixture.document().hasResult());
}

void RestoreTest::theMaskCanBeEditedWhileARunGoesOn() {
    WindowFixture fixture({.steps = 60, .stepTime = 5ms});
    fixture.openPicture();
    fixture.paint();
    const Mask used = fixture.document().mask();
    fixture.run();
    QTRY_VERIFY(fixture.window->canvas().hasPreview());
    CanvasPointer(fixture.window->canvas()).drag({{10, 10}, {30, 12}});
    QVERIFY(!std::ranges::equal(fixture.document().mask().values(), used.values()));
    QVERIFY(fixture.waitForRun());
    const float level = fakeLevel(fixture.window->session().spec().seed, 0);
    QVERIFY(fixture.document().result() == fakeResult(patternedPicture(WindowFixture::kSize), used, level));
}

void RestoreTest::aSecondRunWaits() {
    WindowFixture fixture({.steps = 30, .stepTime = 3ms});
    fixture.openPicture();
    fixture.paint();
    fixture.run();
    QVERIFY(find<QPushButton>(fixture, "run")->text().contains(QStringLiteral("Next")));
    fixture.run();
    QCOMPARE(fixture.window->session().jobs().waiting(), 1);
    QVERIFY(fixture.waitForRun());
    QCOMPARE(fixture.window->session().variants().variants().size(), std::size_t(2));
    QCOMPARE(fixture.window->session().variants().variants()[1].key.run, 2);
}

void RestoreTest::seedsChangeUnlessLocked() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    auto* seed = find<QDoubleSpinBox>(fixture, "seed");
    seed->setValue(12345);
    fixture.action("restore.lock-seed")->setChecked(true);
    fixture.run();
    QVERIFY(fixture.waitForRun());
    QCOMPARE(fixture.window->session().variants().run(1).spec.seed, std::uint64_t{12345});
    fixture.action("restore.lock-seed")->setChecked(false);
    fixture.run();
    QVERIFY(fixture.waitForRun());
    const auto rolled = fixture.window->session().variants().run(2).spec.seed;
    QVERIFY(rolled != 12345);
    QCOMPARE(seed->value(), static_cast<double>(rolled));
    fixture.action("restore.new-seed")->trigger();
    QVERIFY(seed->value() != static_cast<double>(rolled));
}

void RestoreTest::errorsAreShownOnce() {
    WindowFixture fixture(
        {.failure = Error(ErrorCode::outOfMemory, "memory ran out at tile 512", "use a smaller tile")});
    fixture.openPicture();
    fixture.paint();
    QStringList shown;
    whenDialogOpens([&](QDialog* dialog) {
        shown.append(dialog->findChild<QLabel*>(QStringLiteral("cause"))->text());
        shown.append(dialog->findChild<QLabel*>(QStringLiteral("hint"))->text());
        dialog->close();
    });
    fixture.run();
    QTRY_COMPARE(shown,
                 QStringList({QStringLiteral("Memory ran out at tile 512."), QStringLiteral("Use a smaller tile.")}));
    QVERIFY(!fixture.window->session().jobs().isRunning());
}

void RestoreTest::variantsAreInTheStripAndCanBeUsed() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    fixture.run(2);
    QVERIFY(fixture.waitForRun());
    auto* list = find<QListView>(fixture, "variantList");
    QCOMPARE(list->model()->rowCount(), 3); // the mean comes first
    QCOMPARE(list->currentIndex().row(), 2);
    auto& session = fixture.window->session();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(session.shownVariant(), 1);
    fixture.action("variant.star")->trigger();
    QVERIFY(session.variants().variants()[1].isStarred);
    fixture.action("variant.next")->trigger();
    QCOMPARE(session.shownVariant(), 2);
    QVERIFY(!fixture.action("variant.star")->isChecked());
    fixture.action("variant.delete")->trigger();
    QCOMPARE(session.variants().variants().size(), std::size_t(2));
    fixture.action("variant.apply")->trigger();
    QVERIFY(fixture.document().picture() == session.variants().image(1));
    QVERIFY(fixture.document().maskBounds().isEmpty());
    fixture.action("edit.undo")->trigger();
    QVERIFY(fixture.document().picture() == patternedPicture(WindowFixture::kSize));
    QCOMPARE(session.picturePath(), fixture.picturePath().toStdString());
}

void RestoreTest::beforeAndWipe() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    fixture.run();
    QVERIFY(fixture.waitForRun());
    auto& canvas = fixture.window->canvas();
    QTest::keyPress(&canvas, Qt::Key_Backslash);
    QVERIFY(canvas.showsOriginal());
    QTest::keyRelease(&canvas, Qt::Key_Backslash);
    QVERIFY(!canvas.showsOriginal());
    fixture.action("variant.compare")->trigger();
    QVERIFY(canvas.isWiping());
    QVERIFY(fixture.action("view.wipe")->isChecked());
    fixture.action("view.wipe")->trigger();
    QVERIFY(!canvas.isWiping());
    fixture.action("variant.compare-shown")->trigger();
    QVERIFY(canvas.isWiping());
}

void RestoreTest::keysOfTheStripNeedTheStrip() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    fixture.run(2);
    QVERIFY(fixture.waitForRun());
    auto& session = fixture.window->session();
    fixture.window->canvas().setFocus();
    QTest::keyClick(&fixture.window->canvas(), Qt::Key_Delete);
    QCOMPARE(session.variants().variants().size(), std::size_t(3));
    auto* list = find<QListView>(fixture, "variantList");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Left);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(session.shownVariant(), 1);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(session.variants().variants().size(), std::size_t(2));
}

void RestoreTest::escapeBelongsToTheToolFirst() {
    WindowFixture fixture({.steps = 100000, .stepTime = 1ms});
    fixture.openPicture();
    fixture.paint();
    fixture.run();
    QTRY_VERIFY(fixture.window->canvas().hasPreview());
    fixture.action("tool.polygon")->trigger();
    CanvasPointer pointer(fixture.window->canvas());
    pointer.click({10, 10});
    pointer.click({20, 10});
    fixture.action("restore.cancel")->trigger();
    QTest::qWait(30);
    QVERIFY(fixture.window->session().jobs().isRunning());
    fixture.action("restore.cancel")->trigger();
    QVERIFY(fixture.waitForRun());
}

QTEST_MAIN(RestoreTest)
#include "restore_test.moc"
