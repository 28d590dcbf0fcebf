// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/hints_file.h"
#include "core/io/image_file.h"
#include "tests/support/refusal.h"
#include "tests/support/test_images.h"

#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

class HintsFileTest : public QObject {
    Q_OBJECT

private:
    const Image grey_ = imageOf<std::uint8_t>({3, 1}, 1, {50, 100, 150});

private Q_SLOTS:
    void alphaSaysWhereHintsAre() {
        QTemporaryDir folder;
        const std::string path = folder.filePath("hints.png").toStdString();
        const Image drawn = imageOf<std::uint8_t>({3, 1}, 4, {1, 2, 3, 0, 200, 30, 40, 128, 9, 9, 9, 255});
        writeImage(path, drawn);
        QVERIFY(readHints(path, grey_) == drawn);
    }

    void strokesOverACopyAreFound() {
        const Image drawn = imageOf<std::uint8_t>({3, 1}, 3, {50, 51, 52, 200, 30, 40, 150, 150, 160});
        const Image hints = hintsFromImage(drawn, grey_, "h");
        QVERIFY(hints == imageOf<std::uint8_t>({3, 1}, 4, {50, 51, 52, 0, 200, 30, 40, 255, 150, 150, 160, 255}));
    }

    void anOpaqueAlphaIsNone() {
        const Image drawn = imageOf<std::uint8_t>({3, 1}, 4, {50, 50, 50, 255, 200, 30, 40, 255, 150, 150, 150, 255});
        const Image hints = hintsFromImage(drawn, grey_, "h");
        QCOMPARE(hints.valueAt(0, 0, 3), 0.0f);
        QCOMPARE(hints.valueAt(1, 0, 3), 1.0f);
        QCOMPARE(hints.valueAt(2, 0, 3), 0.0f);
    }

    void depthsMayDiffer() {
        const Image drawn = imageOf<std::uint16_t>({3, 1}, 3, {12850, 12850, 12850, 65535, 0, 0, 38550, 38550, 38550});
        const Image hints = hintsFromImage(drawn, grey_, "h");
        QCOMPARE(hints.depth(), PixelDepth::uint16);
        QCOMPARE(hints.valueAt(0, 0, 3), 0.0f);
        QCOMPARE(hints.valueAt(1, 0, 3), 1.0f);
    }

    void whatIsNoHintIsRefused() {
        const auto said = [&](const Image& drawn) {
            return refusal(ErrorCode::badInput, [&] { hintsFromImage(drawn, grey_, "h.png"); });
        };
        QVERIFY(said(patterned({4, 1}, 4, PixelDepth::uint8))
                    .contains("h.png have 4 x 1 pixels, but the picture has 3 x 1"));
        QVERIFY(said(grey_).contains("grey"));
        const Image copy = imageOf<std::uint8_t>({3, 1}, 3, {50, 50, 50, 100, 100, 100, 150, 150, 150});
        QVERIFY(said(copy).contains("no strokes"));
        QVERIFY(said(imageOf<std::uint8_t>({3, 1}, 4, std::vector<std::uint8_t>(12, 0))).contains("no strokes"));
        QVERIFY(said(imageOf<std::uint8_t>({3, 1}, 4, std::vector<std::uint8_t>(12, 127))).contains("no strokes"));
    }
};

QTEST_GUILESS_MAIN(HintsFileTest)
#include "hints_file_test.moc"
