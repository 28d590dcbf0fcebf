// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_pictures.h"
#include "ui/session/document/commands/picture_patch.h"
#include "ui/session/document/document.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

constexpr Size kSize{30, 20};

Mask box() {
    return maskOf(kSize, [](int x, int y) { return x >= 4 && x < 9 && y >= 3 && y < 8 ? 200 : 0; });
}

/// The pattern with one value inside the box.
Image healed(std::uint8_t value) {
    const Image before = patternedPicture(kSize);
    return pictureOf<std::uint8_t>(kSize, 3, [&](int x, int y, int c) {
        return box().at(x, y) > 0 ? value : before.rowAs<std::uint8_t>(y)[3 * x + c];
    });
}

bool isEqual(const Mask& a, const Mask& b) { return std::ranges::equal(a.values(), b.values()); }

} // namespace

class TakeResultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPatchHoldsOnlyWhatDiffers();
    void aPatchOfEqualPicturesIsNothing();
    void aPatchOfAnotherLayoutIsWhole();
    void takesPictureAndMaskInOneStep();
    void withoutAMaskItIsOnlyThePicture();
    void withoutAResultNothingHappens();
    void manyStepsStayWithinTheBudget();
};

void TakeResultTest::aPatchHoldsOnlyWhatDiffers() {
    const PicturePatch patch(patternedPicture(kSize), healed(255));
    QVERIFY(patch.area().x >= 4 && patch.area().right() <= 9 && patch.area().y == 3 && patch.area().bottom() == 8);
    QVERIFY(patch.byteSize() <= 2u * 5 * 5 * 3);
    QVERIFY(patch.applied(patternedPicture(kSize), true) == healed(255));
    QVERIFY(patch.applied(healed(255), false) == patternedPicture(kSize));
}

void TakeResultTest::aPatchOfEqualPicturesIsNothing() {
    const PicturePatch patch(patternedPicture(kSize), patternedPicture(kSize));
    QCOMPARE(patch.byteSize(), std::size_t(0));
    QVERIFY(patch.applied(patternedPicture(kSize), true) == patternedPicture(kSize));
}

void TakeResultTest::aPatchOfAnotherLayoutIsWhole() {
    const PicturePatch patch(patternedPicture(kSize), directReconstruction(kSize, 9, 1));
    QVERIFY(patch.applied(patternedPicture(kSize), true) == directReconstruction(kSize, 9, 1));
    QVERIFY(patch.applied(directReconstruction(kSize, 9, 1), false) == patternedPicture(kSize));
}

void TakeResultTest::takesPictureAndMaskInOneStep() {
    Document document;
    document.setPicture(patternedPicture(kSize));
    document.replaceMask(box(), QStringLiteral("mask"));
    document.setResult(healed(7));
    QSignalSpy replaced(&document, &Document::pictureReplaced);
    QSignalSpy changed(&document, &Document::pictureChanged);
    document.takeResult(QStringLiteral("take"));
    QCOMPARE(replaced.count(), 1);
    QCOMPARE(changed.count(), 0);
    QVERIFY(document.picture() == healed(7));
    QVERIFY(!document.hasResult());
    QVERIFY(document.maskBounds().isEmpty());
    QCOMPARE(document.undoStack()->count(), 2);
    document.undoStack()->undo();
    QVERIFY(document.picture() == patternedPicture(kSize));
    QVERIFY(isEqual(document.mask(), box()));
    document.undoStack()->redo();
    QVERIFY(document.picture() == healed(7));
    QVERIFY(document.maskBounds().isEmpty());
    document.undoStack()->undo();
    document.undoStack()->undo();
    QVERIFY(document.maskBounds().isEmpty());
    QVERIFY(!document.isModified());
}

void TakeResultTest::withoutAMaskItIsOnlyThePicture() {
    Document document;
    document.setPicture(patternedPicture(kSize));
    document.setResult(healed(7));
    document.takeResult({});
    QVERIFY(document.picture() == healed(7));
    document.undoStack()->undo();
    QVERIFY(document.picture() == patternedPicture(kSize));
}

void TakeResultTest::withoutAResultNothingHappens() {
    Document document;
    document.setPicture(patternedPicture(kSize));
    document.takeResult({});
    QCOMPARE(document.undoStack()->count(), 0);
}

void TakeResultTest::manyStepsStayWithinTheBudget() {
    Document document;
    document.setPicture(patternedPicture(kSize));
    document.setUndoByteBudget(2000);
    for (int i = 0; i < 60; ++i) {
        document.replaceMask(box(), {});
        document.setResult(healed(static_cast<std::uint8_t>(i)));
        document.takeResult({});
    }
    QVERIFY(document.undoByteSize() <= 2000);
    QVERIFY(document.undoStack()->count() >= 2);
    document.undoStack()->undo();
    QVERIFY(document.picture() == healed(58));
    QVERIFY(isEqual(document.mask(), box()));
}

QTEST_GUILESS_MAIN(TakeResultTest)
#include "take_result_test.moc"
