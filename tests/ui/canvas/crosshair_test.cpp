// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/canvas_pointer.h"
#include "tests/support/test_pictures.h"
#include "ui/canvas/canvas_view.h"
#include "ui/session/document/document.h"
#include "ui/session/document/mask_parts.h"

#include <QTest>

using namespace palimpsest;
using namespace palimpsest::ui;

/// Painting without a mouse.
class CrosshairTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void dabsByKeys();
    void shiftDrawsALine();
    void rectanglesByKeys();
    void theViewFollows();
    void theMouseTakesOver();
    void theBandIsTinted();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = {}, int times = 1) {
        for (int i = 0; i < times; ++i) {
            QTest::keyClick(view_.get(), static_cast<Qt::Key>(key), modifiers);
        }
    }

    Document document_;
    std::unique_ptr<CanvasView> view_;
};

void CrosshairTest::init() {
    view_.reset();
    document_.setPicture(directReconstruction({200, 150}, 90));
    view_ = std::make_unique<CanvasView>(&document_);
    view_->resize(420, 320);
    view_->show();
    view_->setZoom(view_->devicePixelRatioF()); // a pixel of the picture on each logical one
    ToolOptions options;
    options.brushSize = 8;
    view_->setToolOptions(options);
}

void CrosshairTest::dabsByKeys() {
    press(Qt::Key_Space); // no crosshair yet: this is the hand
    QVERIFY(document_.maskBounds().isEmpty());
    press(Qt::Key_Right); // into the middle
    press(Qt::Key_Space);
    QCOMPARE(int{document_.mask().at(100, 75)}, 255);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_Return);
    QCOMPARE(int{document_.mask().at(140, 75)}, 255);
    QCOMPARE(int{document_.mask().at(120, 75)}, 0);
    press(Qt::Key_Down, {}, 10);
    press(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(int{document_.mask().at(140, 115)}, 255);
    QCOMPARE(document_.undoStack()->count(), 3);
}

void CrosshairTest::shiftDrawsALine() {
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(int{document_.mask().at(120, 75)}, 255);
}

void CrosshairTest::rectanglesByKeys() {
    view_->setTool(ToolId::rectangle);
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Space);
    const Rect bounds = document_.maskBounds();
    QVERIFY(std::abs(bounds.width - 40) <= 1 && std::abs(bounds.height - 40) <= 1);
}

void CrosshairTest::theViewFollows() {
    view_->setZoom(8);
    press(Qt::Key_Right);
    press(Qt::Key_Right, Qt::ShiftModifier, 60);
    press(Qt::Key_Space);
    QCOMPARE(int{document_.mask().at(199, 75)}, 255);
    QVERIFY(QRectF(view_->rect()).contains(view_->viewTransform().toCanvas(QPointF(199.5, 75.5))));
}

void CrosshairTest::theMouseTakesOver() {
    press(Qt::Key_Right);
    CanvasPointer(*view_).move({20, 20});
    press(Qt::Key_Space);
    QVERIFY(document_.maskBounds().isEmpty());
}

void CrosshairTest::theBandIsTinted() {
    document_.replaceMask(
        maskOf({200, 150}, [](int x, int y) { return x > 80 && x < 120 && y > 60 && y < 90 ? 255 : 0; }), {});
    const auto at = [&](const QPointF& picture) {
        const QImage shot = view_->grab().toImage();
        return shot.pixel((view_->viewTransform().toCanvas(picture) * shot.devicePixelRatio()).toPoint());
    };
    QCOMPARE(at({75.5, 75.5}), qRgb(90, 90, 90));
    const Mask band = blendBand(document_.mask(), 10, 4);
    QCOMPARE(int{band.at(75, 75)}, 255);
    QCOMPARE(int{band.at(100, 75)}, 0);
    QCOMPARE(int{band.at(65, 75)}, 0);
    view_->setBlendBand(band);
    QVERIFY(at({75.5, 75.5}) != qRgb(90, 90, 90));
    QVERIFY(blendBand(document_.mask(), 0, 0).isNull());
    const Mask rim = blendBand(document_.mask(), 0, 4);
    QVERIFY(rim.at(82, 75) == 255 && rim.at(100, 75) == 0 && rim.at(79, 75) == 0);
}

QTEST_MAIN(CrosshairTest)
#include "crosshair_test.moc"
