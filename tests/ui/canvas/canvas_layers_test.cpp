// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "tests/support/canvas_pointer.h"
#include "tests/support/test_pictures.h"
#include "ui/canvas/canvas_layers.h"
#include "ui/canvas/canvas_view.h"
#include "ui/session/document/document.h"

#include <QPaintEvent>
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

/// Adds up what the canvas was asked to paint, and paints just that into a picture of it.
class PaintWatch : public QObject {
public:
    void paintAgain(CanvasView& view, QImage& followed) {
        QTest::qWait(20);
        if (!painted_.isEmpty()) {
            followed.setDevicePixelRatio(view.devicePixelRatioF());
            view.render(&followed, painted_.boundingRect().topLeft(), painted_);
        }
        painted_ = {};
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            painted_ += static_cast<QPaintEvent*>(event)->region();
        }
        return false;
    }

private:
    QRegion painted_;
};

/// Pixels that differ by more than the rounding of scaled pictures.
int differingPixels(const QImage& a, const QImage& b) {
    int different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            different += std::abs(qRed(p) - qRed(q)) > 3 || std::abs(qGreen(p) - qGreen(q)) > 3;
        }
    }
    return different;
}

} // namespace

/// Runs at several factors of scaling (QT_SCALE_FACTOR): whatever is compared is compared in physical pixels.
class CanvasLayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hatchLiesInsideTheMaskAlone();
    void hatchIsGraded();
    void outlineHasTwoTones();
    void maskCanBeHiddenAndRecoloured();
    void strokesRepaintEnough_data();
    void strokesRepaintEnough();
    void previewLiesInsideTheMask();
    void previewsOfRegionsLieSideBySide();
    void previewMixesByTheMask();
    void previewGivesWayToTheResult();
    void resultLiesBare();
    void originalIsShownWhileHeld();
    void wipePartsBeforeAndAfter();
    void wipeIsDragged();
    void wipeByKeys();
    void comparesWithAnotherVariant();
    void transparencyShowsACheckerboard();

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

void CanvasLayersTest::init() {
    view_.reset();
    document_ = std::make_unique<Document>();
    view_ = std::make_unique<CanvasView>(document_.get());
    view_->resize(500, 400);
    document_->setPicture(patternedPicture(kSize));
    pointer_ = std::make_unique<CanvasPointer>(*view_);
}

QRgb CanvasLayersTest::shownAt(int x, int y) const {
    const QPointF place = view_->viewTransform().toDevice().map(QPointF(x + 0.5, y + 0.5));
    return shot().pixel(static_cast<int>(std::floor(place.x())), static_cast<int>(std::floor(place.y())));
}

void CanvasLayersTest::select(const Rect& box, std::uint8_t value) {
    Mask mask = document_->mask();
    for (int y = box.y; y < box.bottom(); ++y) {
        std::fill_n(mask.row(y) + box.x, box.width, value);
    }
    document_->replaceMask(mask, QStringLiteral("select"));
}

void CanvasLayersTest::hatchLiesInsideTheMaskAlone() {
    setPlainPicture();
    view_->setZoom(2);
    const QImage bare = shot();
    const Rect box{60, 50, 40, 30};
    select(box);
    const QImage shown = shot();
    const int reach = std::max(1, qRound(view_->devicePixelRatioF()));
    const QRect inside(devicePoint({60, 50}), devicePoint({100, 80}) - QPoint(1, 1));
    int striped = 0;
    int between = 0;
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x) {
            if (!inside.adjusted(-reach, -reach, reach, reach).contains(x, y)) {
                QCOMPARE(shown.pixel(x, y), bare.pixel(x, y));
            } else if (inside.adjusted(reach, reach, -reach, -reach).contains(x, y)) {
                QVERIFY2(shown.pixel(x, y) != bare.pixel(x, y), "every masked pixel is tinted");
                (qRed(shown.pixel(x, y)) > 200 ? striped : between) += 1;
            }
        }
    }
    const double share = double(striped) / (striped + between);
    QVERIFY2(share > 0.15 && share < 0.5, qPrintable(QString::number(share)));
}

void CanvasLayersTest::hatchIsGraded() {
    setPlainPicture();
    view_->setZoom(2);
    const auto coverage = [this](std::uint8_t value) {
        select({40, 30, 120, 90}, value);
        const QImage shown = shot();
        const QRect inside(devicePoint({50, 40}), devicePoint({150, 110}));
        double sum = 0;
        for (int y = inside.top(); y <= inside.bottom(); ++y) {
            for (int x = inside.left(); x <= inside.right(); ++x) {
                sum += qRed(shown.pixel(x, y)) - qGreen(shown.pixel(x, y));
            }
        }
        return sum / inside.width() / inside.height();
    };
    double last = 0;
    for (const int value : {1, 64, 128, 192, 255}) {
        const double covered = coverage(static_cast<std::uint8_t>(value));
        QVERIFY2(covered > last * 1.2, qPrintable(QString::number(value)));
        last = covered;
    }
}

void CanvasLayersTest::outlineHasTwoTones() {
    setPlainPicture();
    view_->setZoom(4);
    select({90, 70, 20, 15});
    const QImage shown = shot();
    const int thick = std::max(1, qRound(view_->devicePixelRatioF()));
    const QPoint middle = devicePoint({100, 70});
    for (int i = 0; i < thick; ++i) {
        QCOMPARE(shown.pixel(middle + QPoint(0, i)), 0xffffffff);
        QCOMPARE(shown.pixel(middle - QPoint(0, 1 + i)), 0xff101010);
    }
    QCOMPARE(qRed(shown.pixel(middle - QPoint(0, 1 + thick))), 90);
}

void CanvasLayersTest::maskCanBeHiddenAndRecoloured() {
    setPlainPicture();
    view_->setZoom(2);
    const QImage bare = shot();
    select({60, 50, 40, 30});
    const QImage magenta = shot();
    view_->setMaskColour(Qt::cyan);
    QVERIFY(shot() != magenta && shot() != bare);
    QCOMPARE(view_->maskColour(), QColor(Qt::cyan));
    view_->setMaskVisible(false);
    QVERIFY(!view_->isMaskVisible());
    QVERIFY(shot() == bare);
}

void CanvasLayersTest::strokesRepaintEnough_data() {
    QTest::addColumn<double>("zoom");
    for (const double zoom : {0.13, 0.37, 0.5, 0.8, 1.0, 2.3, 8.0}) {
        QTest::addRow("%g", zoom) << zoom;
    }
}

/// The canvas repaints only where it thinks something has changed: that must look like painting everything.
void CanvasLayersTest::strokesRepaintEnough() {
    QFETCH(double, zoom);
    document_->setPicture(patternedPicture({900, 700}));
    view_->show();
    QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    view_->setZoom(zoom);
    QCoreApplication::processEvents();
    QImage followed = shot(); // after which Qt paints the whole widget once
    QTest::qWait(20);
    PaintWatch watch;
    view_->installEventFilter(&watch);
    for (const std::vector<QPointF>& way :
         {std::vector<QPointF>{{300, 300}, {500, 333}, {480, 400}}, {{350, 350}, {360, 360}}}) {
        pointer_->press(way.front());
        for (const QPointF& point : way) {
            pointer_->move(point);
            watch.paintAgain(*view_, followed);
        }
        pointer_->release(way.back());
        watch.paintAgain(*view_, followed);
    }
    for (const Rect& box : {Rect{333, 301, 50, 40}, {401, 305, 1, 1}, {340, 310, 7, 9}}) { // no brush around these
        document_->beginMaskEdit(QStringLiteral("box"));
        document_->changeMask(box, [](Mask& mask, const Rect& area) {
            for (int y = area.y; y < area.bottom(); ++y) {
                std::fill_n(mask.row(y) + area.x, area.width, static_cast<std::uint8_t>(255 - mask.at(area.x, y)));
            }
        });
        document_->commitMaskEdit();
        watch.paintAgain(*view_, followed);
    }
    QCOMPARE(differingPixels(followed, shot()), 0);
}

void CanvasLayersTest::previewLiesInsideTheMask() {
    setPlainPicture();
    view_->setZoom(2);
    const QImage bare = shot();
    select({60, 50, 40, 30});
    const QRgb colour = qRgb(10, 200, 30);
    view_->setPreview(frameOf({55, 45, 30, 50}, {3, 5}, colour)); // a coarse level over part of the mask and beyond
    QVERIFY(view_->hasPreview());
    QCOMPARE(shownAt(70, 60), colour);
    QCOMPARE(shownAt(57, 47), qRgb(90, 90, 90));
    QCOMPARE(shownAt(95, 60), qRgb(90, 90, 90)); // masked, but the frame has not got there: no hatch hides it
    view_->clearPreview();
    QVERIFY(!view_->hasPreview());
    QVERIFY(shownAt(95, 60) != qRgb(90, 90, 90) || shownAt(94, 60) != qRgb(90, 90, 90));
    view_->setMaskVisible(false);
    QVERIFY(shot() == bare);
}

void CanvasLayersTest::previewsOfRegionsLieSideBySide() {
    setPlainPicture();
    view_->setZoom(2);
    select({60, 50, 40, 30});
    const QRgb first = qRgb(10, 200, 30);
    const QRgb second = qRgb(200, 10, 30);
    view_->setPreview(frameOf({60, 50, 20, 30}, {10, 15}, qRgb(1, 2, 3)));
    view_->setPreview(frameOf({60, 50, 20, 30}, {20, 30}, first)); // the same region, a finer level
    view_->setPreview(frameOf({80, 50, 20, 30}, {20, 30}, second));
    QCOMPARE(shownAt(65, 60), first);
    QCOMPARE(shownAt(95, 60), second);
}

void CanvasLayersTest::previewMixesByTheMask() {
    setPlainPicture();
    view_->setZoom(2);
    view_->setMaskVisible(false);
    select({60, 50, 40, 30}, 128);
    view_->setPreview(frameOf({60, 50, 40, 30}, {40, 30}, qRgb(190, 90, 0)));
    const QRgb mixed = shownAt(80, 65);
    QVERIFY(std::abs(qRed(mixed) - 140) <= 1 && std::abs(qGreen(mixed) - 90) <= 1 && std::abs(qBlue(mixed) - 45) <= 1);
}

void CanvasLayersTest::previewGivesWayToTheResult() {
    setPlainPicture();
    select({60, 50, 40, 30});
    document_->setResult(directReconstruction(kSize, 40));
    view_->setPreview(frameOf({60, 50, 40, 30}, {40, 30}, qRgb(250, 0, 0)));
    QCOMPARE(shownAt(80, 65), qRgb(250, 0, 0));
    QCOMPARE(shownAt(20, 20), qRgb(90, 90, 90)); // a run starts from the picture
    view_->clearPreview();
    QCOMPARE(shownAt(80, 65), qRgb(40, 40, 40));
    view_->setPreview(frameOf({60, 50, 40, 30}, {40, 30}, qRgb(250, 0, 0)));
    document_->setPicture(directReconstruction(kSize, 70));
    QVERIFY(!view_->hasPreview());
}

void CanvasLayersTest::resultLiesBare() {
    setPlainPicture();
    view_->setTool(ToolId::pan);
    select({60, 50, 40, 30});
    document_->setResult(directReconstruction(kSize, 40));
    const QImage bare = shot();
    view_->setMaskVisible(false);
    QVERIFY2(shot() == bare, "no hatch over a fresh result");
    view_->setMaskVisible(true);
    select({110, 50, 20, 30});
    QVERIFY2(shot() != bare, "the hatch is back when the mask is worked on");
    document_->clearResult();
    QCOMPARE(shownAt(20, 20), qRgb(90, 90, 90));
}

void CanvasLayersTest::originalIsShownWhileHeld() {
    setPlainPicture();
    select({60, 50, 40, 30});
    document_->setResult(directReconstruction(kSize, 40));
    view_->setShowOriginal(true);
    QVERIFY(view_->showsOriginal());
    QCOMPARE(shownAt(20, 20), qRgb(90, 90, 90));
    QCOMPARE(shownAt(80, 65), qRgb(90, 90, 90));
    view_->setShowOriginal(false);
    QCOMPARE(shownAt(20, 20), qRgb(40, 40, 40));
}

void CanvasLayersTest::wipePartsBeforeAndAfter() {
    setPlainPicture();
    document_->setResult(directReconstruction(kSize, 40));
    QSignalSpy changed(view_.get(), &CanvasView::wipeChanged);
    view_->setWipe(true);
    view_->setWipePosition(0.25);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(shownAt(20, 20), qRgb(90, 90, 90));
    QCOMPARE(shownAt(40, 20), qRgb(90, 90, 90));
    QCOMPARE(shownAt(60, 20), qRgb(40, 40, 40));
    QCOMPARE(shownAt(150, 20), qRgb(40, 40, 40));
    view_->setWipePosition(7);
    QCOMPARE(view_->wipePosition(), 1.0);
    QCOMPARE(shownAt(150, 20), qRgb(90, 90, 90));
}

void CanvasLayersTest::wipeIsDragged() {
    setPlainPicture();
    document_->setResult(directReconstruction(kSize, 40));
    view_->setWipe(true);
    pointer_->drag({{100, 20}, {60, 20}, {50, 25}});
    QVERIFY(std::abs(view_->wipePosition() - 0.25) < 0.01);
    QCOMPARE(document_->undoStack()->count(), 0);
    pointer_->click({150, 100}); // beside the line the tool works
    QCOMPARE(document_->undoStack()->count(), 1);
    pointer_->drag({{50, 75}, {-90, 75}}); // the handle
    QCOMPARE(view_->wipePosition(), 0.0);
}

void CanvasLayersTest::wipeByKeys() {
    view_->setWipe(true);
    pointer_->modifiers = Qt::ControlModifier;
    pointer_->key(Qt::Key_Right);
    QCOMPARE(view_->wipePosition(), 0.51);
    pointer_->key(Qt::Key_Left);
    pointer_->key(Qt::Key_Left);
    QCOMPARE(view_->wipePosition(), 0.49);
}

void CanvasLayersTest::comparesWithAnotherVariant() {
    setPlainPicture();
    document_->setResult(directReconstruction(kSize, 40));
    view_->setComparison(directReconstruction(kSize, 222));
    view_->setWipe(true);
    QCOMPARE(shownAt(20, 20), qRgb(222, 222, 222));
    QCOMPARE(shownAt(150, 20), qRgb(40, 40, 40));
    view_->setComparison({});
    QCOMPARE(shownAt(20, 20), qRgb(90, 90, 90));
    QVERIFY_EXCEPTION_THROWN(view_->setComparison(directReconstruction({3, 3}, 1)), Bug);
}

void CanvasLayersTest::transparencyShowsACheckerboard() {
    document_->setPicture(
        pictureOf<std::uint8_t>(kSize, 4, [](int x, int, int c) { return c == 3 ? (x < 100 ? 0 : 255) : 55; }));
    const QImage shown = shot();
    const int y = devicePoint({0, 75}).y();
    std::set<QRgb> left;
    std::set<QRgb> right;
    for (int x = devicePoint({5, 75}).x(); x < devicePoint({95, 75}).x(); ++x) {
        left.insert(shown.pixel(x, y));
    }
    for (int x = devicePoint({105, 75}).x(); x < devicePoint({195, 75}).x(); ++x) {
        right.insert(shown.pixel(x, y));
    }
    QVERIFY((left == std::set<QRgb>{qRgb(0x99, 0x99, 0x99), qRgb(0xcc, 0xcc, 0xcc)}));
    QVERIFY((right == std::set<QRgb>{qRgb(55, 55, 55)}));
}

QTEST_MAIN(CanvasLayersTest)
#include "canvas_layers_test.moc"
