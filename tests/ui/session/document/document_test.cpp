// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "tests/support/test_pictures.h"
#include "ui/session/document/document.h"
#include "ui/session/document/qt_geometry.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>
#include <vector>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

constexpr Size kSize{60, 40};

/// Fills a rectangle as one undo entry.
void fillBox(Document& document, const Rect& box, std::uint8_t value = 255) {
    document.beginMaskEdit(QStringLiteral("box"));
    document.changeMask(box, [value](Mask& mask, const Rect& area) {
        for (int y = area.y; y < area.bottom(); ++y) {
            std::fill_n(mask.row(y) + area.x, area.width, value);
        }
    });
    document.commitMaskEdit();
}

Mask noise(Size size, unsigned seed) {
    std::mt19937 random(seed);
    return maskOf(size, [&](int, int) { return static_cast<int>(random() % 256); });
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { document_.setPicture(directReconstruction(kSize, 90)); }
    void emptyDocumentTakesEveryCommand();
    void aNewPictureStartsOver();
    void anEditIsOneEntry();
    void changesAreClippedToThePicture();
    void anEditThatChangesNothingLeavesNoEntry();
    void cancelTakesBackEveryStep();
    void undoDuringAnEditCancelsIt();
    void undoAndRedoAreExact();
    void announcesWhatChanged();
    void commands();
    void wholeMaskCommandsEqualTheirDefinitions();
    void boundsFollowTheMask();
    void historyStaysWithinItsBudget();
    void theNewestEntryAlwaysStays();
    void trimmingKeepsTheCleanState();
    void trimmingForgetsACleanStateThatIsGone();
    void modifiedFollowsHistoryAndMarks();
    void resultMustFit();

private:
    Document document_;
};

void DocumentTest::emptyDocumentTakesEveryCommand() {
    Document empty;
    empty.invertMask();
    empty.growMask(3);
    empty.shrinkMask(3);
    empty.featherMask(3);
    empty.clearMask();
    empty.selectAll();
    empty.replaceMask({}, QStringLiteral("none"));
    fillBox(empty, {0, 0, 5, 5});
    QVERIFY(empty.isEmpty());
    QVERIFY(!empty.isModified());
    QCOMPARE(empty.undoStack()->count(), 0);
    QVERIFY(empty.maskBounds().isEmpty());
}

void DocumentTest::aNewPictureStartsOver() {
    fillBox(document_, {1, 1, 5, 5});
    document_.setResult(directReconstruction(kSize, 1));
    document_.markUnsaved();
    QSignalSpy changed(&document_, &Document::pictureChanged);
    document_.setPicture(directReconstruction({7, 9}, 3));
    QCOMPARE(changed.count(), 1);
    QVERIFY(document_.mask() == Mask(Size{7, 9}));
    QVERIFY(!document_.hasResult());
    QVERIFY(!document_.isModified());
    QVERIFY(!document_.undoStack()->canUndo());
}

void DocumentTest::anEditIsOneEntry() {
    document_.beginMaskEdit(QStringLiteral("stroke"));
    for (int x = 0; x < 20; ++x) {
        document_.changeMask({x, x, 4, 4}, [](Mask& mask, const Rect& area) { mask.set(area.x, area.y, 200); });
    }
    QVERIFY(document_.isEditingMask());
    document_.commitMaskEdit();
    QVERIFY(!document_.isEditingMask());
    QCOMPARE(document_.undoStack()->count(), 1);
    QCOMPARE(document_.undoStack()->undoText(), QStringLiteral("stroke"));
    document_.undoStack()->undo();
    QVERIFY(document_.mask() == Mask(kSize));
}

void DocumentTest::changesAreClippedToThePicture() {
    document_.beginMaskEdit(QStringLiteral("clip"));
    Rect seen;
    document_.changeMask({-5, -5, 10, 10}, [&](Mask&, const Rect& area) { seen = area; });
    QVERIFY((seen == Rect{0, 0, 5, 5}));
    bool called = false;
    document_.changeMask({100, 100, 10, 10}, [&](Mask&, const Rect&) { called = true; });
    QVERIFY(!called);
    document_.commitMaskEdit();
    document_.changeMask({0, 0, 5, 5}, [&](Mask&, const Rect&) { called = true; });
    QVERIFY2(!called, "a change outside an edit");
}

void DocumentTest::anEditThatChangesNothingLeavesNoEntry() {
    fillBox(document_, {2, 2, 3, 3}, 0);
    document_.clearMask();
    QCOMPARE(document_.undoStack()->count(), 0);
    QVERIFY(!document_.isModified());
}

void DocumentTest::cancelTakesBackEveryStep() {
    document_.replaceMask(noise(kSize, 1), QStringLiteral("noise"));
    const Mask before = document_.mask();
    document_.beginMaskEdit(QStringLiteral("stroke"));
    document_.changeMask({3, 3, 20, 20}, [](Mask& mask, const Rect& area) { mask.set(area.x, area.y, 17); });
    document_.changeMask({30, 20, 20, 20}, [](Mask& mask, const Rect& area) { mask.set(area.x + 5, area.y, 99); });
    QVERIFY(document_.mask() != before);
    document_.cancelMaskEdit();
    QVERIFY(document_.mask() == before);
    QCOMPARE(document_.undoStack()->count(), 1);
}

void DocumentTest::undoDuringAnEditCancelsIt() {
    fillBox(document_, {2, 2, 3, 3});
    document_.beginMaskEdit(QStringLiteral("stroke"));
    document_.changeMask({3, 3, 20, 20}, [](Mask& mask, const Rect& area) { mask.set(area.x, area.y, 17); });
    document_.undoStack()->undo();
    QVERIFY(!document_.isEditingMask());
    QVERIFY(document_.mask() == Mask(kSize));
}

void DocumentTest::undoAndRedoAreExact() {
    std::mt19937 random(4);
    std::vector<Mask> states{document_.mask()};
    for (int i = 0; i < 30; ++i) {
        const int x = static_cast<int>(random() % 50);
        const int y = static_cast<int>(random() % 30);
        fillBox(document_, {x, y, 1 + static_cast<int>(random() % 20), 7}, static_cast<std::uint8_t>(random() % 256));
        if (i % 7 == 3) {
            document_.invertMask();
            document_.undoStack()->undo();
        }
        if (document_.mask() != states.back()) {
            states.push_back(document_.mask());
        }
    }
    QCOMPARE(document_.undoStack()->index(), static_cast<int>(states.size()) - 1);
    for (auto state = states.rbegin(); state != states.rend(); ++state) {
        QVERIFY(document_.mask() == *state);
        document_.undoStack()->undo();
    }
    for (const Mask& state : states) {
        QVERIFY(document_.mask() == state);
        document_.undoStack()->redo();
    }
}

void DocumentTest::announcesWhatChanged() {
    QSignalSpy changed(&document_, &Document::maskChanged);
    fillBox(document_, {10, 10, 4, 6});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.takeFirst().front().toRect(), QRect(10, 10, 4, 6));
    document_.undoStack()->undo();
    QCOMPARE(changed.takeFirst().front().toRect(), QRect(10, 10, 4, 6));
}

void DocumentTest::commands() {
    document_.selectAll();
    QVERIFY(document_.mask() == Mask(kSize, 255));
    document_.invertMask();
    QVERIFY(document_.mask() == Mask(kSize));
    document_.replaceMask(noise(kSize, 2), QStringLiteral("Import mask"));
    QVERIFY(document_.mask() == noise(kSize, 2));
    document_.clearMask();
    QVERIFY(document_.mask() == Mask(kSize));
    QCOMPARE(document_.undoStack()->count(), 4);
    QVERIFY_EXCEPTION_THROWN(document_.replaceMask(Mask(Size{3, 3}), QString()), Bug);
}

/// The commands look at the surroundings of the mask alone: the result must be that of the whole.
void DocumentTest::wholeMaskCommandsEqualTheirDefinitions() {
    const std::vector<Rect> boxes{{20, 15, 12, 9}, {0, 0, 8, 8}, {50, 30, 10, 10}, {0, 10, 60, 5}, {30, 20, 1, 1}};
    for (const Rect& box : boxes) {
        for (const double radius : {0.5, 1.0, 3.0, 4.7, 100.0}) {
            document_.setPicture(directReconstruction(kSize, 90));
            fillBox(document_, box, 180);
            fillBox(document_, {box.x, box.y, 1, 1});
            const Mask before = document_.mask();
            document_.growMask(radius);
            QVERIFY(document_.mask() == grown(before, radius));
            document_.replaceMask(before, QString());
            document_.shrinkMask(radius);
            QVERIFY(document_.mask() == grown(before, -radius));
            document_.replaceMask(before, QString());
            document_.featherMask(radius);
            QVERIFY(document_.mask() == feathered(before, radius));
        }
    }
}

void DocumentTest::boundsFollowTheMask() {
    QVERIFY(document_.maskBounds().isEmpty());
    fillBox(document_, {10, 12, 4, 6});
    QVERIFY((document_.maskBounds() == Rect{10, 12, 4, 6}));
    fillBox(document_, {20, 12, 4, 6}, 1);
    QVERIFY((document_.maskBounds() == Rect{10, 12, 14, 6}));
    document_.undoStack()->undo();
    QVERIFY((document_.maskBounds() == Rect{10, 12, 4, 6}));
}

void DocumentTest::historyStaysWithinItsBudget() {
    constexpr std::size_t kBudget = 20000;
    document_.setUndoByteBudget(kBudget);
    std::vector<Mask> states{document_.mask()};
    for (unsigned i = 0; i < 40; ++i) {
        document_.replaceMask(noise(kSize, i), QStringLiteral("noise %1").arg(i));
        states.push_back(document_.mask());
        QVERIFY(document_.undoByteSize() <= kBudget);
        QVERIFY(document_.undoStack()->canUndo());
        QCOMPARE(document_.undoStack()->undoText(), QStringLiteral("noise %1").arg(i));
    }
    const int kept = document_.undoStack()->count();
    QVERIFY2(kept >= 3 && kept < 40, qPrintable(QString::number(kept)));
    for (int i = 0; i < kept; ++i) {
        document_.undoStack()->undo();
        QVERIFY(document_.mask() == states[states.size() - 2 - static_cast<std::size_t>(i)]);
    }
    QVERIFY(!document_.undoStack()->canUndo());
    for (int i = 0; i < kept; ++i) {
        document_.undoStack()->redo();
    }
    QVERIFY(document_.mask() == states.back());
}

void DocumentTest::theNewestEntryAlwaysStays() {
    document_.setUndoByteBudget(1);
    document_.replaceMask(noise(kSize, 1), QString());
    document_.replaceMask(noise(kSize, 2), QString());
    QCOMPARE(document_.undoStack()->count(), 1);
    document_.undoStack()->undo();
    QVERIFY(document_.mask() == noise(kSize, 1));
}

void DocumentTest::trimmingKeepsTheCleanState() {
    document_.setUndoByteBudget(20000);
    for (unsigned i = 0; i < 20; ++i) {
        document_.replaceMask(noise(kSize, i), QString());
    }
    document_.markSaved();
    document_.replaceMask(noise(kSize, 77), QString());
    QVERIFY(document_.isModified());
    document_.undoStack()->undo();
    QVERIFY(!document_.isModified());
}

void DocumentTest::trimmingForgetsACleanStateThatIsGone() {
    document_.setUndoByteBudget(20000);
    for (unsigned i = 0; i < 20; ++i) {
        document_.replaceMask(noise(kSize, i), QString());
    }
    while (document_.undoStack()->canUndo()) {
        document_.undoStack()->undo();
    }
    QVERIFY2(document_.isModified(), "the saved state cannot be reached any more");
}

void DocumentTest::modifiedFollowsHistoryAndMarks() {
    QSignalSpy changed(&document_, &Document::modifiedChanged);
    fillBox(document_, {1, 1, 3, 3});
    QVERIFY(document_.isModified());
    document_.undoStack()->undo();
    QVERIFY(!document_.isModified());
    document_.undoStack()->redo();
    document_.markSaved();
    QVERIFY(!document_.isModified());
    document_.markUnsaved();
    QVERIFY(document_.isModified());
    document_.markSaved();
    QList<bool> states;
    std::ranges::transform(changed, std::back_inserter(states), [](const auto& call) { return call.front().toBool(); });
    QCOMPARE(states, QList<bool>({true, false, true, false, true, false}));
}

void DocumentTest::resultMustFit() {
    QSignalSpy changed(&document_, &Document::resultChanged);
    document_.setResult(directReconstruction(kSize, 5));
    QVERIFY(document_.hasResult());
    QVERIFY(!document_.isModified());
    document_.clearResult();
    QVERIFY(!document_.hasResult());
    QCOMPARE(changed.count(), 2);
    QVERIFY_EXCEPTION_THROWN(document_.setResult(directReconstruction({3, 3}, 5)), Bug);
}

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
