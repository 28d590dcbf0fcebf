// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/canvas_pointer.h"
#include "tests/support/test_pictures.h"
#include "ui/canvas/canvas_view.h"
#include "ui/session/document/document.h"
#include "ui/session/document/qimage_view.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>
#include <set>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

constexpr Size kSize{200, 150};

DisplayFrame frameOf(const Rect& area, Size size, QRgb colour) {
    return {area, size,
            std::make_shared<const std::vector<std::uint32_t>>(static_cast<std::size_t>(size.area()), colour)};
}

} // namespace

/// Runs at several factors of scaling (QT_SCALE_FACTOR): whatever is compared is compared in physical pixels.
class CanvasViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyPixelUnderItsPlace_data();
    void everyPixelUnderItsPlace();
    void fitsAndStaysFitted();
    void zoomSteps();
    void wheelZoomsAroundThePointer();
    void wheelStopsAtOneToOne();
    void middleAndSpacePan();
    void arrowsPan();
    void probesNativeValues();
    void probeTexts();
    void brushOutlineHasTheTrueSize();
    void canBeReachedAndNamed();
    void busyToolsComeBeforeShortcuts();
    void onePixel();
    void nothingOpen();

private:
    /// What is on the canvas, in physical pixels.
    QImage shot() const { return view_->grab().toImage().convertToFormat(QImage::Format_RGB32); }
    /// The colour shown in the middle of a pixel of the picture.
    QRgb shownAt(int x, int y) const;
    QPoint devicePoint(const QPointF& picture) const {
        return view_->viewTransform().toDevice().map(picture).toPoint();
    }
    void select(const Rect& box, std::uint8_t value = 255);
    void setPlainPicture() { document_->setPicture(directReconstruction(kSize, 90)); }

    std::unique_ptr<Document> document_;
    std::unique_ptr<CanvasView> view_;
    std::unique_ptr<CanvasPointer> pointer_;
};

void CanvasViewTest::init() {
    view_.reset();
    document_ = std::make_unique<Document>();
    view_ = std::make_unique<CanvasView>(document_.get());
    view_->resize(500, 400);
    document_->setPicture(patternedPicture(kSize));
    pointer_ = std::make_unique<CanvasPointer>(*view_);
}

QRgb CanvasViewTest::shownAt(int x, int y) const {
    const QPointF place = view_->viewTransform().toDevice().map(QPointF(x + 0.5, y + 0.5));
    return shot().pixel(static_cast<int>(std::floor(place.x())), static_cast<int>(std::floor(place.y())));
}

void CanvasViewTest::select(const Rect& box, std::uint8_t value) {
    Mask mask = document_->mask();
    for (int y = box.y; y < box.bottom(); ++y) {
        std::fill_n(mask.row(y) + box.x, box.width, value);
    }
    document_->replaceMask(mask, QStringLiteral("select"));
}

void CanvasViewTest::everyPixelUnderItsPlace_data() {
    QTest::addColumn<double>("zoom");
    for (const double zoom : {1.0, 1.5, 2.0, 4.0, 8.0}) {
        QTest::addRow("%g", zoom) << zoom;
    }
}

void CanvasViewTest::everyPixelUnderItsPlace() {
    QFETCH(double, zoom);
    view_->setZoom(zoom);
    pointer_->drag({{100, 75}, {103, 71}}, Qt::MiddleButton);
    view_->setTool(ToolId::pan);
    const QImage picture = toQImage(document_->picture());
    const QImage shown = shot();
    const double ratio = view_->devicePixelRatioF();
    QCOMPARE(shown.size(), (QSizeF(view_->size()) * ratio).toSize());
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x) {
            const QPointF at = view_->viewTransform().toPicture(QPointF(x + 0.5, y + 0.5) / ratio);
            const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
            if (picture.rect().contains(pixel)) {
                QCOMPARE(shown.pixel(x, y), picture.pixel(pixel));
            } else {
                QCOMPARE(qRed(shown.pixel(x, y)), qBlue(shown.pixel(x, y))); // the grey ground
            }
        }
    }
}

void CanvasViewTest::fitsAndStaysFitted() {
    document_->setPicture(directReconstruction({4000, 1000}, 90));
    QVERIFY(view_->isFitted());
    const QRectF before = view_->viewTransform().toCanvas(QRectF(0, 0, 4000, 1000));
    QVERIFY(QRectF(view_->rect()).contains(before) && before.width() > 450);
    QSignalSpy zoomed(view_.get(), &CanvasView::zoomChanged);
    view_->resize(900, 300);
    view_->grab();
    const QRectF after = view_->viewTransform().toCanvas(QRectF(0, 0, 4000, 1000));
    QVERIFY(QRectF(view_->rect()).contains(after) && after.width() > 850);
    QVERIFY(zoomed.count() > 0);
    view_->setZoom(1);
    QVERIFY(!view_->isFitted());
    view_->resize(500, 400);
    view_->grab();
    QCOMPARE(view_->zoom(), 1.0);
    view_->zoomToFit();
    QVERIFY(view_->isFitted());
}

void CanvasViewTest::zoomSteps() {
    view_->setZoom(1);
    for (const double expected : {1.5, 2.0, 3.0, 4.0, 6.0, 8.0}) {
        view_->zoomIn();
        QCOMPARE(view_->zoom(), expected);
    }
    view_->setZoom(1);
    for (const double expected : {2.0 / 3, 0.5, 1.0 / 3, 0.25}) {
        view_->zoomOut();
        QCOMPARE(view_->zoom(), expected);
    }
    view_->zoomIn();
    QCOMPARE(view_->zoom(), 1.0 / 3);
    for (int i = 0; i < 60; ++i) {
        view_->zoomIn();
    }
    QCOMPARE(view_->zoom(), ViewTransform::kLargestZoom);
    for (int i = 0; i < 90; ++i) {
        view_->zoomOut();
    }
    QCOMPARE(view_->zoom(), ViewTransform::kSmallestZoom);
}

void CanvasViewTest::wheelZoomsAroundThePointer() {
    view_->setZoom(1);
    const QPointF point(120.5, 60.5);
    const QPointF before = view_->viewTransform().toCanvas(point);
    pointer_->wheel(point, 3);
    QVERIFY(view_->zoom() > 1.5);
    const QPointF moved = (view_->viewTransform().toCanvas(point) - before) * view_->devicePixelRatioF();
    QVERIFY(std::abs(moved.x()) <= 0.51 && std::abs(moved.y()) <= 0.51);
    const double zoom = view_->zoom();
    pointer_->modifiers = Qt::ControlModifier;
    pointer_->wheel(point, 1);
    QVERIFY(view_->zoom() > zoom);
}

void CanvasViewTest::wheelStopsAtOneToOne() {
    view_->setZoom(0.9);
    pointer_->wheel({100, 75}, 1);
    QCOMPARE(view_->zoom(), 1.0);
    pointer_->wheel({100, 75}, 1);
    QCOMPARE(view_->zoom(), 1.25);
    pointer_->wheel({100, 75}, -2);
    QCOMPARE(view_->zoom(), 1.0);
}

void CanvasViewTest::middleAndSpacePan() {
    view_->setZoom(8);
    const QPointF origin = view_->viewTransform().origin();
    pointer_->drag({{100, 75}, {98, 74}}, Qt::MiddleButton);
    QCOMPARE(view_->viewTransform().origin(), origin - QPointF(16, 8));
    QTest::keyPress(view_.get(), Qt::Key_Space);
    pointer_->drag({{100, 75}, {102, 76}});
    QTest::keyRelease(view_.get(), Qt::Key_Space);
    QCOMPARE(view_->viewTransform().origin(), origin);
    QCOMPARE(document_->undoStack()->count(), 0);
    pointer_->click({100, 75});
    QCOMPARE(document_->undoStack()->count(), 1);
}

void CanvasViewTest::arrowsPan() {
    view_->setTool(ToolId::pan);
    view_->setZoom(8);
    const QPointF origin = view_->viewTransform().origin();
    pointer_->key(Qt::Key_Right);
    QVERIFY(view_->viewTransform().origin().x() < origin.x());
    pointer_->key(Qt::Key_Left);
    pointer_->key(Qt::Key_Down);
    QVERIFY(view_->viewTransform().origin().y() < origin.y());
    QCOMPARE(view_->viewTransform().origin().x(), origin.x());
}

void CanvasViewTest::probesNativeValues() {
    document_->setPicture(pictureOf<std::uint16_t>(
        kSize, 3, [](int x, int y, int c) { return static_cast<std::uint16_t>(x * 300 + y + c); }));
    select({12, 0, 1, 150}, 77);
    QSignalSpy probed(view_.get(), &CanvasView::probed);
    pointer_->move({12.9, 34.1});
    pointer_->move({12.1, 34.9}); // the same pixel: nothing new
    QCOMPARE(probed.count(), 1);
    const auto probe = probed.takeFirst().front().value<Probe>();
    QVERIFY((probe == Probe{true, 12, 34, 3, PixelDepth::uint16, {3634, 3635, 3636, 0}, 77}));
    document_->setResult(directReconstruction(kSize, 40));
    pointer_->move({13.5, 34.5});
    QCOMPARE(probed.takeFirst().front().value<Probe>().values[0], 40.0);
    pointer_->move({-5, 34});
    QVERIFY(!probed.takeFirst().front().value<Probe>().inside);
    pointer_->move({13, 34});
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(view_.get(), &leave);
    QVERIFY(!probed.takeLast().front().value<Probe>().inside);
}

void CanvasViewTest::probeTexts() {
    QCOMPARE(probeText({true, 12, 34, 3, PixelDepth::uint8, {1, 2, 3, 0}, 0}), QStringLiteral("12, 34   R 1 G 2 B 3"));
    QCOMPARE(probeText({true, 0, 1, 2, PixelDepth::uint16, {65535, 9, 0, 0}, 255}),
             QStringLiteral("0, 1   V 65535 A 9   mask 100 %"));
    QVERIFY(
        probeText({true, 0, 1, 1, PixelDepth::float32, {0.25, 0, 0, 0}, 0}).startsWith(QLatin1String("0, 1   V 0")));
    QVERIFY(probeText({}).isEmpty());
}

void CanvasViewTest::brushOutlineHasTheTrueSize() {
    setPlainPicture();
    view_->setZoom(2);
    const QImage bare = shot();
    ToolOptions options = view_->toolOptions();
    options.brushSize = 50;
    view_->setToolOptions(options);
    pointer_->move({100, 75});
    const QImage shown = shot();
    QRect changed;
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x) {
            changed = shown.pixel(x, y) == bare.pixel(x, y) ? changed : changed.united(QRect(x, y, 1, 1));
        }
    }
    const QRect expected(devicePoint({75, 50}), devicePoint({125, 100}) - QPoint(1, 1));
    const int slack = 2 * qCeil(view_->devicePixelRatioF());
    QVERIFY(expected.adjusted(-slack, -slack, slack, slack).contains(changed));
    QVERIFY(changed.contains(expected));
    QCOMPARE(shown.pixel(devicePoint({100, 75})), bare.pixel(devicePoint({100, 75})));
}

void CanvasViewTest::canBeReachedAndNamed() {
    QVERIFY(!view_->accessibleName().isEmpty() && !view_->accessibleDescription().isEmpty());
    QCOMPARE(view_->focusPolicy(), Qt::StrongFocus);
    const QImage before = shot();
    QFocusEvent tabbed(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(view_.get(), &tabbed);
    QVERIFY2(shot() != before, "a frame shows where the keys go");
}

void CanvasViewTest::busyToolsComeBeforeShortcuts() {
    view_->setTool(ToolId::polygon);
    const auto claims = [this](int key, Qt::KeyboardModifiers modifiers = {}) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
        event.ignore();
        QCoreApplication::sendEvent(view_.get(), &event);
        return event.isAccepted();
    };
    QVERIFY(!claims(Qt::Key_Escape));
    pointer_->click({20, 20});
    QVERIFY(claims(Qt::Key_Escape) && claims(Qt::Key_Enter, Qt::KeypadModifier) && claims(Qt::Key_Backspace));
    QVERIFY(!claims(Qt::Key_Return, Qt::ControlModifier) && !claims(Qt::Key_B));
}

void CanvasViewTest::onePixel() {
    document_->setPicture(directReconstruction({1, 1}, 200));
    QCOMPARE(shownAt(0, 0), qRgb(200, 200, 200));
    document_->selectAll();
    document_->setResult(directReconstruction({1, 1}, 30));
    view_->setWipe(true);
    for (const double zoom : {ViewTransform::kSmallestZoom, 1.0, ViewTransform::kLargestZoom}) {
        view_->setZoom(zoom);
        view_->grab();
    }
    view_->zoomToFit();
    view_->setWipe(false);
    QCOMPARE(shownAt(0, 0), qRgb(30, 30, 30));
}

void CanvasViewTest::nothingOpen() {
    document_->setPicture({});
    const QImage empty = shot();
    QVERIFY2(empty.pixel(0, 0) != 0 && !empty.allGray() == false, "a grey ground");
    view_->setWipe(true);
    view_->setPreview(frameOf({0, 0, 4, 4}, {4, 4}, qRgb(250, 0, 0)));
    view_->setShowOriginal(true);
    view_->zoomIn();
    view_->zoomToFit();
    pointer_->drag({{1, 1}, {9, 9}});
    pointer_->drag({{1, 1}, {9, 9}}, Qt::MiddleButton);
    pointer_->key(Qt::Key_Left);
    view_->grab();
    document_->setPicture(patternedPicture(kSize));
    QVERIFY(shownAt(3, 3) != empty.pixel(0, 0));
}

QTEST_MAIN(CanvasViewTest)
#include "canvas_view_test.moc"
