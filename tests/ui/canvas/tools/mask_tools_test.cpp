// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/canvas_pointer.h"
#include "tests/support/test_pictures.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/tools/mask_tools.h"
#include "ui/session/document/document.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>
#include <set>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

constexpr Size kSize{200, 150};

double distanceToSegment(const QPointF& point, const QPointF& a, const QPointF& b) {
    const QPointF along = b - a;
    const double square = QPointF::dotProduct(along, along);
    const double way = square > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / square, 0.0, 1.0) : 0;
    const QPointF away = point - a - way * along;
    return std::hypot(away.x(), away.y());
}

} // namespace

class MaskToolsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void entriesAndToolsAgree();
    void brushOfOnePixelSetsOnePixel();
    void brushFollowsThePointer();
    void brushGoesOverTheEdge();
    void brushOptions();
    void eraserAndRightButton();
    void anotherButtonDoesNotEndAStroke();
    void shiftClickDrawsAStraightLine();
    void shiftDragSetsTheSize();
    void altWheelSetsTheSize();
    void penPressureSetsTheSize();
    void penEraserErases();
    void escapeTakesAStrokeBack();
    void rectangle();
    void rectangleNeedsADrag();
    void regionModes();
    void lasso();
    void polygonClosings_data();
    void polygonClosings();
    void polygonKeys();
    void polygonSurvivesAChangeOfView();
    void wand();
    void panMovesThePicture();
    void everyToolIsOneUndoStep();
    void everyToolOnOnePixel();
    void everyToolWithoutAPicture();

private:
    void setBrush(double size, double hardness = 1, double opacity = 1);
    /// The tool makes something with these events.
    void useOnce(ToolId id, const QPointF& from, const QPointF& to);

    std::unique_ptr<Document> document_;
    std::unique_ptr<CanvasView> view_;
    std::unique_ptr<CanvasPointer> pointer_;
};

void MaskToolsTest::init() {
    view_.reset();
    document_ = std::make_unique<Document>();
    view_ = std::make_unique<CanvasView>(document_.get());
    view_->resize(640, 480);
    document_->setPicture(directReconstruction(kSize, 120));
    pointer_ = std::make_unique<CanvasPointer>(*view_);
    setBrush(10);
}

void MaskToolsTest::setBrush(double size, double hardness, double opacity) {
    ToolOptions options = view_->toolOptions();
    options.brushSize = size;
    options.brushHardness = hardness;
    options.brushOpacity = opacity;
    view_->setToolOptions(options);
}

void MaskToolsTest::useOnce(ToolId id, const QPointF& from, const QPointF& to) {
    view_->setTool(id);
    if (id == ToolId::polygon) {
        pointer_->click(from);
        pointer_->click({to.x(), from.y()});
        pointer_->doubleClick(to);
    } else if (id == ToolId::wand) {
        pointer_->click(from);
    } else {
        pointer_->drag({from, {to.x(), from.y()}, to});
    }
}

void MaskToolsTest::entriesAndToolsAgree() {
    std::set<ToolId> ids;
    for (const ToolEntry& entry : toolEntries()) {
        QVERIFY(ids.insert(entry.id).second);
        QVERIFY(!toolHint(entry.id).isEmpty());
        view_->setTool(entry.id);
        QCOMPARE(view_->tool(), entry.id);
    }
    QCOMPARE(ids.size(), std::size_t{9});
}

void MaskToolsTest::brushOfOnePixelSetsOnePixel() {
    setBrush(1);
    pointer_->click({12.9, 7.1});
    Mask expected(kSize);
    expected.set(12, 7, 255);
    QVERIFY(document_->mask() == expected);
}

void MaskToolsTest::brushFollowsThePointer() {
    const std::vector<QPointF> way{{40, 40}, {100.5, 45.25}, {140, 100}};
    setBrush(14);
    pointer_->drag(way);
    for (int y = 0; y < kSize.height; ++y) {
        for (int x = 0; x < kSize.width; ++x) {
            const QPointF centre(x + 0.5, y + 0.5);
            const double distance =
                std::min(distanceToSegment(centre, way[0], way[1]), distanceToSegment(centre, way[1], way[2]));
            if (distance < 6.4) {
                QCOMPARE(int{document_->mask().at(x, y)}, 255);
            } else if (distance > 7.6) {
                QCOMPARE(int{document_->mask().at(x, y)}, 0);
            }
        }
    }
}

void MaskToolsTest::brushGoesOverTheEdge() {
    pointer_->drag({{-30, -30}, {20, 20}, {260, 75}, {100, 400}});
    QVERIFY(document_->mask().at(10, 10) == 255);
    QVERIFY(document_->mask().at(199, 61) == 255);
    QVERIFY((document_->maskBounds().intersected({0, 0, 200, 150}) == document_->maskBounds()));
}

void MaskToolsTest::brushOptions() {
    setBrush(40, 0, 0.5);
    pointer_->click({100.5, 75.5});
    QCOMPARE(int{document_->mask().at(100, 75)}, 128);
    const int half = document_->mask().at(110, 75);
    QVERIFY2(half > 40 && half < 90, qPrintable(QString::number(half)));
    QCOMPARE(int{document_->mask().at(121, 75)}, 0);
    ToolOptions wild;
    wild.brushSize = 1e9;
    wild.brushHardness = -3;
    wild.brushOpacity = 7;
    wild.wandTolerance = 999;
    view_->setToolOptions(wild);
    QCOMPARE(view_->toolOptions().brushSize, ToolOptions::kLargestBrush);
    QCOMPARE(view_->toolOptions().brushHardness, 0.0);
    QCOMPARE(view_->toolOptions().brushOpacity, 1.0);
    QCOMPARE(view_->toolOptions().wandTolerance, 255);
}

void MaskToolsTest::eraserAndRightButton() {
    document_->selectAll();
    view_->setTool(ToolId::eraser);
    pointer_->drag({{50, 50}, {90, 50}});
    QCOMPARE(int{document_->mask().at(70, 50)}, 0);
    pointer_->drag({{50, 50}, {90, 50}}, Qt::RightButton); // the eraser's right button paints
    QCOMPARE(int{document_->mask().at(70, 50)}, 255);
    view_->setTool(ToolId::brush);
    pointer_->drag({{50, 90}, {90, 90}}, Qt::RightButton);
    QCOMPARE(int{document_->mask().at(70, 90)}, 0);
    QCOMPARE(document_->undoStack()->undoText(), QStringLiteral("Erase"));
}

void MaskToolsTest::anotherButtonDoesNotEndAStroke() {
    pointer_->press({40, 40});
    pointer_->move({60, 40});
    pointer_->press({60, 40}, Qt::RightButton);
    pointer_->release({60, 40}, Qt::RightButton);
    pointer_->move({90, 40});
    pointer_->release({90, 40});
    QCOMPARE(int{document_->mask().at(80, 40)}, 255);
    QCOMPARE(document_->undoStack()->count(), 1);
}

void MaskToolsTest::shiftClickDrawsAStraightLine() {
    pointer_->click({40, 40});
    pointer_->modifiers = Qt::ShiftModifier;
    pointer_->click({120, 100});
    QCOMPARE(int{document_->mask().at(80, 70)}, 255);
    pointer_->click({120, 20});
    QCOMPARE(int{document_->mask().at(120, 60)}, 255);
    QCOMPARE(document_->undoStack()->count(), 3);
}

void MaskToolsTest::shiftDragSetsTheSize() {
    QSignalSpy changed(view_.get(), &CanvasView::toolOptionsChanged);
    pointer_->modifiers = Qt::ShiftModifier;
    pointer_->drag({{100, 75}, {115, 75}});
    QCOMPARE(view_->toolOptions().brushSize, 40.0); // both sides of the outline move by 15 pixels
    QCOMPARE(document_->undoStack()->count(), 0);
    QVERIFY(changed.count() > 0);
    pointer_->drag({{100, 75}, {0, 75}});
    QCOMPARE(view_->toolOptions().brushSize, 1.0);
}

void MaskToolsTest::altWheelSetsTheSize() {
    const double zoom = view_->zoom();
    pointer_->modifiers = Qt::AltModifier;
    pointer_->wheel({100, 75}, 1);
    QVERIFY(view_->toolOptions().brushSize > 10);
    pointer_->wheel({100, 75}, -1);
    pointer_->wheel({100, 75}, -1);
    QVERIFY(view_->toolOptions().brushSize < 10);
    QCOMPARE(view_->zoom(), zoom);
    for (int i = 0; i < 100; ++i) {
        view_->shrinkBrush();
    }
    QCOMPARE(view_->toolOptions().brushSize, 1.0);
    view_->growBrush();
    QCOMPARE(view_->toolOptions().brushSize, 2.0);
    view_->resetBrush();
    QCOMPARE(view_->toolOptions().brushSize, ToolOptions().brushSize);
}

void MaskToolsTest::penPressureSetsTheSize() {
    setBrush(40);
    pointer_->pen(QEvent::TabletPress, {60, 75}, 0.5);
    pointer_->pen(QEvent::TabletMove, {140, 75}, 0.5);
    pointer_->pen(QEvent::TabletRelease, {140, 75}, 0);
    QVERIFY((document_->maskBounds() == Rect{50, 65, 100, 20}));
    QCOMPARE(document_->undoStack()->count(), 1);
    document_->clearMask();
    ToolOptions options = view_->toolOptions();
    options.pressureSetsSize = false;
    options.pressureSetsOpacity = true;
    view_->setToolOptions(options);
    pointer_->pen(QEvent::TabletPress, {60, 75}, 0.5);
    pointer_->pen(QEvent::TabletRelease, {60, 75}, 0);
    QCOMPARE(int{document_->mask().at(60, 75)}, 128);
    QVERIFY((document_->maskBounds() == Rect{40, 55, 40, 40}));
}

void MaskToolsTest::penEraserErases() {
    document_->selectAll();
    pointer_->pen(QEvent::TabletPress, {60, 75}, 1, QPointingDevice::PointerType::Eraser);
    pointer_->pen(QEvent::TabletMove, {90, 75}, 1, QPointingDevice::PointerType::Eraser);
    pointer_->pen(QEvent::TabletRelease, {90, 75}, 1, QPointingDevice::PointerType::Eraser);
    QCOMPARE(int{document_->mask().at(75, 75)}, 0);
    QCOMPARE(document_->undoStack()->count(), 2);
}

void MaskToolsTest::escapeTakesAStrokeBack() {
    pointer_->click({150, 100});
    const Mask before = document_->mask();
    pointer_->press({40, 40});
    pointer_->move({90, 90});
    QVERIFY(document_->mask() != before);
    pointer_->key(Qt::Key_Escape);
    QVERIFY(document_->mask() == before);
    pointer_->move({120, 90});
    pointer_->release({120, 90});
    QVERIFY(document_->mask() == before);
    QCOMPARE(document_->undoStack()->count(), 1);
}

void MaskToolsTest::rectangle() {
    view_->setTool(ToolId::rectangle);
    pointer_->drag({{20.4, 30.6}, {50, 60}, {60.7, 70.2}});
    const Rect expected{20, 30, 41, 41};
    QVERIFY(document_->mask() == maskOf(kSize, [&](int x, int y) { return expected.contains(x, y) ? 255 : 0; }));
    pointer_->drag({{150.5, 140.5}, {300, 300}});
    QVERIFY((document_->maskBounds() == Rect{20, 30, 180, 120}));
}

void MaskToolsTest::rectangleNeedsADrag() {
    view_->setTool(ToolId::rectangle);
    pointer_->click({50, 50});
    QCOMPARE(document_->undoStack()->count(), 0);
    pointer_->press({50, 50});
    pointer_->move({90, 90});
    QVERIFY(view_->cancelGesture());
    pointer_->release({90, 90});
    QCOMPARE(document_->undoStack()->count(), 0);
    QVERIFY(!view_->cancelGesture());
}

void MaskToolsTest::regionModes() {
    view_->setTool(ToolId::rectangle);
    pointer_->drag({{10.5, 10.5}, {40.5, 40.5}});
    pointer_->drag({{60.5, 10.5}, {90.5, 40.5}});
    QVERIFY2(document_->mask().at(20, 20) == 255 && document_->mask().at(70, 20) == 255, "adding is the default");
    pointer_->modifiers = Qt::AltModifier;
    pointer_->drag({{10.5, 10.5}, {20.5, 20.5}});
    QCOMPARE(int{document_->mask().at(15, 15)}, 0);
    pointer_->modifiers = Qt::NoModifier;
    pointer_->drag({{60.5, 10.5}, {70.5, 20.5}}, Qt::RightButton);
    QCOMPARE(int{document_->mask().at(65, 15)}, 0);
    ToolOptions options = view_->toolOptions();
    options.regionMode = RegionMode::replace;
    view_->setToolOptions(options);
    pointer_->drag({{100.5, 100.5}, {109.5, 109.5}});
    QVERIFY((document_->maskBounds() == Rect{100, 100, 10, 10}));
    pointer_->modifiers = Qt::ShiftModifier;
    pointer_->drag({{120.5, 100.5}, {129.5, 109.5}});
    QVERIFY((document_->maskBounds() == Rect{100, 100, 30, 10}));
}

void MaskToolsTest::lasso() {
    view_->setTool(ToolId::lasso);
    pointer_->drag({{20, 20}, {100, 20}, {100, 100}});
    for (int y = 0; y < kSize.height; ++y) {
        for (int x = 0; x < kSize.width; ++x) {
            const double down = y + 0.5;
            const bool inside = down > 20 && down < 100 && x + 0.5 < 100 && x + 0.5 > down;
            const bool onLine = x + 0.5 == down;
            QVERIFY(onLine || (document_->mask().at(x, y) == 255) == inside);
        }
    }
    pointer_->click({50, 50});
    QCOMPARE(document_->undoStack()->count(), 1);
}

void MaskToolsTest::polygonClosings_data() {
    QTest::addColumn<QString>("way");
    for (const char* way : {"double click", "enter", "return", "first corner"}) {
        QTest::addRow("%s", way) << QString::fromLatin1(way);
    }
}

void MaskToolsTest::polygonClosings() {
    QFETCH(QString, way);
    view_->setTool(ToolId::polygon);
    pointer_->click({20, 20});
    pointer_->click({120, 20});
    pointer_->click({120, 100});
    pointer_->move({60, 130});
    QCOMPARE(document_->undoStack()->count(), 0);
    if (way == QLatin1String("double click")) {
        pointer_->doubleClick({20, 100});
    } else {
        pointer_->click({20, 100});
        way == QLatin1String("enter")    ? pointer_->key(Qt::Key_Enter)
        : way == QLatin1String("return") ? pointer_->key(Qt::Key_Return)
                                         : pointer_->click({20.5, 20.5});
    }
    const Rect expected{20, 20, 100, 80};
    QVERIFY(document_->mask() == maskOf(kSize, [&](int x, int y) { return expected.contains(x, y) ? 255 : 0; }));
    QCOMPARE(document_->undoStack()->count(), 1);
    QVERIFY(!view_->cancelGesture());
}

void MaskToolsTest::polygonKeys() {
    view_->setTool(ToolId::polygon);
    for (const QPointF& corner : {QPointF(20, 20), QPointF(120, 20), QPointF(190, 140)}) {
        pointer_->click(corner);
    }
    pointer_->key(Qt::Key_Backspace);
    pointer_->click({120, 100});
    pointer_->key(Qt::Key_Enter);
    QVERIFY((document_->maskBounds() == Rect{21, 20, 99, 80}));
    pointer_->click({20, 20});
    pointer_->click({120, 20});
    pointer_->click({120, 120});
    pointer_->key(Qt::Key_Escape);
    pointer_->key(Qt::Key_Enter);
    QCOMPARE(document_->undoStack()->count(), 1);
}

void MaskToolsTest::polygonSurvivesAChangeOfView() {
    view_->setTool(ToolId::polygon);
    pointer_->click({20, 20});
    pointer_->click({120, 20});
    view_->setZoom(4);
    pointer_->drag({{50, 50}, {30, 30}}, Qt::MiddleButton);
    pointer_->click({120, 100});
    pointer_->click({20, 100});
    pointer_->key(Qt::Key_Enter);
    QVERIFY((document_->maskBounds() == Rect{20, 20, 100, 80}));
}

void MaskToolsTest::wand() {
    document_->setPicture(pictureOf<std::uint8_t>(kSize, 3, [](int x, int, int) { return x / 20 % 2 ? 60 : 200; }));
    view_->setTool(ToolId::wand);
    pointer_->click({30, 70});
    QVERIFY((document_->maskBounds() == Rect{20, 0, 20, 150}));
    pointer_->modifiers = Qt::AltModifier;
    pointer_->click({30, 70});
    QVERIFY(document_->maskBounds().isEmpty());
    pointer_->modifiers = Qt::NoModifier;
    ToolOptions options = view_->toolOptions();
    options.wandContiguous = false;
    view_->setToolOptions(options);
    pointer_->click({30, 70});
    QCOMPARE(document_->mask().coveredPixels(), std::int64_t{100 * 150});
    pointer_->click({-30, 70});
    options.wandTolerance = 140;
    view_->setToolOptions(options);
    pointer_->click({30, 70});
    QVERIFY(document_->mask() == Mask(kSize, 255));
}

void MaskToolsTest::panMovesThePicture() {
    view_->setTool(ToolId::pan);
    view_->setZoom(8);
    const QPointF before = view_->viewTransform().toCanvas(QPointF(100, 75));
    pointer_->drag({{100, 75}, {110, 80}});
    const double step = view_->viewTransform().scale();
    QCOMPARE(view_->viewTransform().toCanvas(QPointF(100, 75)) - before, QPointF(10 * step, 5 * step));
    QCOMPARE(document_->undoStack()->count(), 0);
}

void MaskToolsTest::everyToolIsOneUndoStep() {
    for (const ToolEntry& entry : toolEntries()) {
        if (entry.subject != ToolSubject::mask) {
            continue;
        }
        init();
        entry.id == ToolId::eraser ? document_->selectAll() : document_->clearMask();
        const Mask before = document_->mask();
        const int count = document_->undoStack()->count();
        useOnce(entry.id, {40, 40}, {120, 110});
        const Mask after = document_->mask();
        QVERIFY2(before != after, entry.key);
        QCOMPARE(document_->undoStack()->count(), count + 1);
        QVERIFY(!document_->undoStack()->undoText().isEmpty());
        document_->undoStack()->undo();
        QVERIFY2(document_->mask() == before, entry.key);
        document_->undoStack()->redo();
        QVERIFY2(document_->mask() == after, entry.key);
    }
}

void MaskToolsTest::everyToolOnOnePixel() {
    for (const ToolEntry& entry : toolEntries()) {
        init();
        document_->setPicture(directReconstruction({1, 1}, 9, 1));
        QCOMPARE(view_->zoom(), 8.0);
        if (entry.id == ToolId::eraser) {
            document_->selectAll();
        }
        const bool reaches = entry.id != ToolId::wand;
        useOnce(entry.id, reaches ? QPointF(-1.5, -1.5) : QPointF(0.5, 0.5), {2.5, 2.5});
        if (entry.id == ToolId::polygon || entry.id == ToolId::lasso) {
            continue; // the middle of the pixel lies on the diagonal
        }
        const int expected = entry.subject != ToolSubject::mask || entry.id == ToolId::eraser ? 0 : 255;
        QVERIFY2(int{document_->mask().at(0, 0)} == expected, entry.key);
    }
}

void MaskToolsTest::everyToolWithoutAPicture() {
    document_->setPicture({});
    for (const ToolEntry& entry : toolEntries()) {
        useOnce(entry.id, {40, 40}, {120, 110});
        pointer_->wheel({3, 3}, 2);
        pointer_->key(Qt::Key_Enter);
        view_->grab();
    }
    QCOMPARE(document_->undoStack()->count(), 0);
    QVERIFY(!view_->cancelGesture());
}

QTEST_MAIN(MaskToolsTest)
#include "mask_tools_test.moc"
