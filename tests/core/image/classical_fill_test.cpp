// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/classical_fill.h"
#include "core/image/cv_view.h"
#include "core/image/metrics.h"
#include "tests/support/test_images.h"

#include <QElapsedTimer>
#include <QTest>
#include <opencv2/photo.hpp>

#include <cmath>
#include <limits>
#include <set>

using namespace palimpsest;

namespace {

/// A smooth picture, which every fill must continue.
template <typename Value>
Image slope(Size size, int channels, double scale) {
    std::vector<Value> values;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            for (int channel = 0; channel < channels; ++channel) {
                const double value = 0.2 + 0.5 * x / size.width + 0.2 * y / size.height + 0.03 * channel;
                values.push_back(static_cast<Value>(value * scale + (scale > 1 ? 0.5 : 0)));
            }
        }
    }
    return imageOf(size, channels, values);
}

bool sameOutside(const Image& a, const Image& b, const Mask& mask) {
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            for (int channel = 0; channel < a.channels(); ++channel) {
                const bool isColour = channel < a.colourChannels();
                if ((mask.at(x, y) == 0 || !isColour) && a.valueAt(x, y, channel) != b.valueAt(x, y, channel)) {
                    return false;
                }
            }
        }
    }
    return true;
}

/// The picture with black in the hole: what lies there must not matter.
Image blackened(const Image& image, const Mask& mask) {
    std::vector<std::byte> bytes(image.pixels().begin(), image.pixels().end());
    const std::size_t step = static_cast<std::size_t>(image.channels()) * byteSizeOf(image.depth());
    for (std::size_t i = 0; i < mask.values().size(); ++i) {
        if (mask.values()[i] > 0) {
            std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(i * step), step, std::byte{0});
        }
    }
    return {image.size(), image.channels(), image.depth(), std::move(bytes)};
}

bool isFinite(const Image& image) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width() * image.channels(); ++x) {
            if (!std::isfinite(image.valueAt(x / image.channels(), y, x % image.channels()))) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

class ClassicalFillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFillContinuesASlope_data() {
        QTest::addColumn<QString>("id");
        for (const ClassicalFill& fill : classicalFills()) {
            QTest::newRow(fill.id.c_str()) << QString::fromStdString(fill.id);
        }
    }

    void everyFillContinuesASlope() {
        QFETCH(QString, id);
        const Size size{90, 70};
        const Mask hole = discMask(size, 40, 35, id == "fsr-best" ? 3 : 6); // which is slow
        for (const int channels : {1, 3}) {
            for (const Image& truth : {slope<std::uint8_t>(size, channels, 255),
                                       slope<std::uint16_t>(size, channels, 65535), slope<float>(size, channels, 1)}) {
                const Image filled = classicalFill(id.toStdString(), blackened(truth, hole), hole);
                QVERIFY(filled.depth() == truth.depth() && filled.channels() == channels);
                QVERIFY(sameOutside(filled, truth, hole));
                const double quality = psnr(truth, filled, &hole);
                QVERIFY2(quality > (id == "mean" ? 15 : 30), qPrintable(id + " " + QString::number(quality)));
            }
        }
    }

    void deepPicturesKeepTheirPrecision() {
        // A slope far finer than 8 bits: a fill by way of bytes would be flat.
        std::vector<std::uint16_t> words;
        for (int i = 0; i < 60 * 40; ++i) {
            words.push_back(static_cast<std::uint16_t>(30000 + i % 60 * 3));
        }
        const Image truth = imageOf({60, 40}, 1, words);
        const Mask hole = discMask({60, 40}, 30, 20, 5);
        for (const char* id : {"telea", "navier-stokes"}) {
            const Image filled = classicalFill(id, blackened(truth, hole), hole);
            std::set<int> values;
            for (int x = 26; x <= 34; ++x) {
                values.insert(filled.rowAs<std::uint16_t>(20)[x]);
                const int error =
                    std::abs(int(filled.rowAs<std::uint16_t>(20)[x]) - int(truth.rowAs<std::uint16_t>(20)[x]));
                QVERIFY2(error < 600, qPrintable(QString("%1 at %2: %3").arg(id).arg(x).arg(error)));
            }
            QVERIFY2(values.size() > 6, id);
        }
    }

    void agreesWithTheLibraryAtEightBit() {
        const Image image = patterned({80, 60}, 3, PixelDepth::uint8);
        const Mask hole = discMask({80, 60}, 33, 28, 5);
        const std::pair<const char*, int> methods[] = {{"telea", cv::INPAINT_TELEA}, {"navier-stokes", cv::INPAINT_NS}};
        for (const auto& [id, method] : methods) {
            cv::Mat expected;
            cv::inpaint(cvView(image), cvView(hole), expected, 3, method);
            QVERIFY(psnr(imageFromCv(expected), classicalFill(id, image, hole), &hole) > 40);
        }
    }

    void everySmallSizeAndAFullMaskWork() {
        for (const ClassicalFill& fill : classicalFills()) {
            for (int width = 1; width <= 5; ++width) {
                for (int height = 1; height <= 5; ++height) {
                    const Size size{width, height};
                    const Image image = patterned(size, 3, PixelDepth::uint8);
                    const Image full = classicalFill(fill.id, image, Mask(size, 255));
                    QCOMPARE(int(full.rowAs<std::uint8_t>(0)[0]), 128);
                    Mask corner(size);
                    corner.set(width - 1, height - 1, 1);
                    QVERIFY(sameOutside(classicalFill(fill.id, image, corner), image, corner));
                    Mask rest = inverted(corner);
                    rest.set(width - 1, height - 1, 0);
                    QVERIFY(sameOutside(classicalFill(fill.id, image, rest), image, rest));
                }
            }
        }
    }

    void emptyMaskChangesNothing() {
        const Image image = patterned({20, 20}, 4, PixelDepth::uint16);
        for (const ClassicalFill& fill : classicalFills()) {
            QVERIFY(classicalFill(fill.id, image, Mask({20, 20})) == image);
        }
    }

    void alphaAndMetadataStay() {
        auto metadata = std::make_shared<ImageMetadata>();
        const Image image = patterned({30, 30}, 4, PixelDepth::uint8).withMetadata(metadata);
        const Mask hole = discMask({30, 30}, 0, 15, 4);
        const Image filled = classicalFill("telea", image, hole);
        QVERIFY(sameOutside(filled, image, hole));
        QVERIFY(filled.metadata() == metadata);
    }

    void numbersThatAreNoneDoNotSpread() {
        std::vector<float> values(40 * 40, 0.5f);
        values[5 * 40 + 8] = std::numeric_limits<float>::quiet_NaN();
        values[5 * 40 + 30] = std::numeric_limits<float>::infinity();
        const Image image = imageOf({40, 40}, 1, values);
        const Mask hole = discMask({40, 40}, 20, 8, 6);
        for (const ClassicalFill& fill : classicalFills()) {
            const Image filled = classicalFill(fill.id, image, hole);
            QVERIFY2(isFinite(cropped(filled, {15, 3, 11, 11})), fill.id.c_str());
        }
    }

    void onlyTheNeighbourhoodIsComputed() {
        const Image image = patterned({4000, 3000}, 3, PixelDepth::uint8);
        Mask hole({4000, 3000});
        for (int x = 2000; x < 2060; ++x) {
            hole.set(x, 1500, 255);
        }
        QElapsedTimer timer;
        timer.start();
        classicalFill("telea", image, hole);
        qInfo("a scratch on 12 megapixels: %lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < 2000);
    }

    void largeHolesAreDoneInTilesWithoutSeams() {
        const Size size{420, 230};
        const Image truth = slope<std::uint8_t>(size, 3, 255);
        Mask hole(size);
        for (int y = 0; y < size.height; ++y) {
            for (int x = 180; x < 200; ++x) {
                hole.set(x, y, 255);
            }
        }
        const Image filled = classicalFill("fsr", blackened(truth, hole), hole);
        QVERIFY(sameOutside(filled, truth, hole));
        QVERIFY(psnr(truth, filled, &hole) > 30);
    }

    void stopsBetweenWindows() {
        std::stop_source stop;
        stop.request_stop();
        const Image image = patterned({40, 40}, 3, PixelDepth::uint8);
        QVERIFY_THROWS_EXCEPTION(Cancelled,
                                 classicalFill("fsr", image, discMask({40, 40}, 20, 20, 5), stop.get_token()));
    }

    void unknownIdsAndSizesAreRefused() {
        const Image image = patterned({4, 4}, 1, PixelDepth::uint8);
        QVERIFY_THROWS_EXCEPTION(Error, classicalFill("magic", image, Mask({4, 4})));
        QVERIFY_THROWS_EXCEPTION(Bug, classicalFill("telea", image, Mask({4, 5})));
    }
};

QTEST_GUILESS_MAIN(ClassicalFillTest)
#include "classical_fill_test.moc"
