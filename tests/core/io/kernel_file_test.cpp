// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_file.h"
#include "core/io/kernel_file.h"
#include "tests/support/refusal.h"
#include "tests/support/test_images.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace palimpsest;

class KernelFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void greyValuesAreWeights() {
        QTemporaryDir folder;
        const std::string path = folder.filePath("kernel.png").toStdString();
        writeImage(path, imageOf<std::uint8_t>({3, 1}, 1, {10, 20, 10}));
        const KernelReading reading = readKernel(path);
        QCOMPARE(reading.kernel.size(), (Size{3, 1}));
        QCOMPARE(reading.kernel.depth(), PixelDepth::float32);
        QCOMPARE(reading.kernel.valueAt(0, 0, 0), 0.25f);
        QCOMPARE(reading.kernel.valueAt(1, 0, 0), 0.5f);
        QVERIFY(reading.notices.empty());
    }

    void coloursAndAlphaAreRead() {
        const KernelReading reading =
            kernelFromImage(imageOf<std::uint8_t>({3, 1}, 4, {0, 0, 0, 255, 80, 80, 80, 0, 0, 0, 0, 9}), "k");
        QCOMPARE(reading.kernel.valueAt(1, 0, 0), 1.0f);
    }

    void evenSidesGetALineAtTheEnd() {
        const KernelReading reading = kernelFromImage(imageOf<std::uint8_t>({2, 3}, 1, {1, 1, 1, 1, 1, 1}), "k");
        QCOMPARE(reading.kernel.size(), (Size{3, 3}));
        QCOMPARE(reading.kernel.valueAt(2, 1, 0), 0.0f);
        QVERIFY(std::abs(reading.kernel.valueAt(1, 2, 0) - 1.0f / 6) < 1e-6f);
        QCOMPARE(reading.notices.size(), std::size_t{1});
    }

    void floatsThatDoNotSumToOneAreSaid() {
        QVERIFY(kernelFromImage(imageOf<float>({3, 1}, 1, {0.25f, 0.5f, 0.25f}), "k").notices.empty());
        const KernelReading reading = kernelFromImage(imageOf<float>({3, 1}, 1, {1, 2, 1}), "k");
        QCOMPARE(reading.notices.size(), std::size_t{1});
        QCOMPARE(reading.kernel.valueAt(1, 0, 0), 0.5f);
    }

    void whatIsNoKernelIsRefused() {
        const auto said = [](const Image& image) {
            return refusal(ErrorCode::badInput, [&] { kernelFromImage(image, "k.png"); });
        };
        QVERIFY(said(patterned({256, 3}, 1, PixelDepth::uint8)).contains("k.png has 256 x 3"));
        QVERIFY(said(imageOf<std::uint8_t>({3, 1}, 1, {0, 0, 0})).contains("black"));
        QVERIFY(said(imageOf<float>({3, 1}, 1, {0.5f, 1, -0.5f})).contains("negative"));
        QVERIFY(said(imageOf<float>({1, 1}, 1, {std::numeric_limits<float>::quiet_NaN()})).contains("NaN or infinite"));
        QVERIFY(said(imageOf<float>({1, 1}, 1, {std::numeric_limits<float>::infinity()})).contains("NaN or infinite"));
        QVERIFY(kernelFromImage(patterned({255, 255}, 1, PixelDepth::uint8), "k").notices.empty());
    }
};

QTEST_GUILESS_MAIN(KernelFileTest)
#include "kernel_file_test.moc"
