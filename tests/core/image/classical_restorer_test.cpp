// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/classical_restorer.h"
#include "core/image/cv_view.h"
#include "core/image/enlargement.h"
#include "core/image/metrics.h"
#include "core/image/resample.h"
#include "core/image/total_variation.h"
#include "core/io/image_file.h"
#include "tests/support/test_images.h"

#include <QTest>
#include <opencv2/imgproc.hpp>

#include <chrono>
#include <cmath>
#include <thread>

using namespace palimpsest;

namespace {

Image photo(const char* name) {
    return readImage(std::string(PALIMPSEST_SOURCE_DIR "/tests/benchmarks/pictures/") + name + ".png");
}

/// In float on [0,1].
cv::Mat exact(const Image& image) {
    cv::Mat result;
    cvView(image).convertTo(result, CV_32F, 1.0 / 255);
    return result;
}

Image noisy(const cv::Mat& pixels, double sigma) {
    cv::RNG random(11);
    cv::Mat noise(pixels.size(), pixels.type());
    random.fill(noise, cv::RNG::NORMAL, 0, sigma);
    return imageFromCv(cv::Mat(pixels + noise));
}

cv::Mat diagonalMotion() {
    cv::Mat kernel(15, 15, CV_32F, cv::Scalar(0));
    cv::line(kernel, {1, 4}, {13, 10}, cv::Scalar(1), 1, cv::LINE_8);
    kernel.at<float>(10, 13) = 2; // one end is brighter: the wrong way round it is another kernel
    return kernel / cv::sum(kernel)[0];
}

constexpr int kBorder = 16;

cv::Rect inner(const cv::Mat& pixels) {
    return {kBorder, kBorder, pixels.cols - 2 * kBorder, pixels.rows - 2 * kBorder};
}

/// A point becomes the kernel; what lies beyond the result's borders has been blurred into it.
cv::Mat blurred(const cv::Mat& pixels, const cv::Mat& kernel) {
    cv::Mat turned;
    cv::flip(kernel, turned, -1);
    cv::Mat result;
    cv::filter2D(pixels, result, CV_32F, turned, {-1, -1}, 0, cv::BORDER_REFLECT);
    return result(inner(pixels)).clone();
}

constexpr const char* kPhotos[] = {"kingfisher", "petra"};

} // namespace

class ClassicalRestorerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enlargingBeatsRepeatingPixels() {
        for (const char* name : kPhotos) {
            const Image sharp = photo(name);
            for (const int factor : {2, 4, 8}) {
                const Image small = resampled(sharp, {sharp.width() / factor, sharp.height() / factor});
                cv::Mat blocks;
                cv::resize(cvView(small), blocks, {sharp.width(), sharp.height()}, 0, 0, cv::INTER_NEAREST);
                const double plain = psnr(sharp, imageFromCv(blocks));
                for (const char* id : {"lanczos", "bicubic"}) {
                    const Image large = classicalRestoration(id, small, {.factor = factor});
                    QCOMPARE(large.depth(), PixelDepth::uint8);
                    QVERIFY2(psnr(sharp, large) > plain + 0.3, id);
                }
            }
        }
    }

    void enlargingIsExactWhereItMustBe() {
        cv::Mat ramp(1, 20, CV_32F);
        for (int x = 0; x < 20; ++x) {
            ramp.at<float>(0, x) = static_cast<float>(0.01 * x * x);
        }
        const cv::Mat large = enlargedByCubic(ramp, 4);
        for (int i = 12; i < 60; ++i) { // Keys' cubic reproduces parabolas
            const double x = (i + 0.5) / 4 - 0.5;
            QVERIFY(std::abs(large.at<float>(0, i) - 0.01 * x * x) < 1e-5);
        }
        const cv::Mat even(3, 5, CV_32F, cv::Scalar(0.7));
        QVERIFY(cv::norm(enlargedByLanczos(even, 3) - 0.7, cv::NORM_INF) < 1e-6);
    }

    void deblurringRestores_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<double>("sigma");
        QTest::addColumn<double>("gain"); // dB
        QTest::newRow("wiener, clean") << "wiener" << 0.002 << 8.0;
        QTest::newRow("wiener, noisy") << "wiener" << 0.05 << 1.5;
        QTest::newRow("total variation, clean") << "total-variation" << 0.002 << 10.0;
        QTest::newRow("total variation, noisy") << "total-variation" << 0.05 << 2.0;
        QTest::newRow("richardson-lucy") << "richardson-lucy" << 0.005 << 2.0;
    }

    void deblurringRestores() {
        QFETCH(QString, id);
        QFETCH(double, sigma);
        QFETCH(double, gain);
        const cv::Mat kernel = diagonalMotion();
        const Degradation degradation{.kernel = imageFromCv(kernel), .sigma = sigma};
        for (const char* name : kPhotos) {
            const cv::Mat pixels = exact(photo(name));
            const Image sharp = imageFromCv(pixels(inner(pixels)));
            const Image bad = noisy(blurred(pixels, kernel), sigma);
            const Image good = classicalRestoration(id.toStdString(), bad, degradation);
            const double gained = psnr(sharp, good) - psnr(sharp, bad);
            qInfo("%s %s: %.2f dB gained", name, qPrintable(id), gained);
            QVERIFY2(gained > gain, name);
        }
    }

    void denoisingRestores_data() {
        QTest::addColumn<QString>("id");
        QTest::newRow("total variation") << "total-variation";
        QTest::newRow("non-local means") << "non-local-means";
        QTest::newRow("BM3D") << "bm3d";
    }

    void denoisingRestores() {
        QFETCH(QString, id);
        for (const char* name : kPhotos) {
            const cv::Mat pixels = exact(photo(name));
            for (const double sigma : {0.02, 0.1}) {
                const Image bad = noisy(pixels, sigma);
                const Image good = classicalRestoration(id.toStdString(), bad, {.sigma = sigma});
                const double gained = psnr(imageFromCv(pixels), good) - psnr(imageFromCv(pixels), bad);
                qInfo("%s %s at %.2f: %.2f dB gained", name, qPrintable(id), sigma, gained);
                QVERIFY2(gained > (sigma > 0.05 ? 5 : 1), name);
            }
        }
    }

    /// A step of height 1 between plateaus n wide: each plateau moves by 2 * weight / n (Strong and Chan 2003), as both
    /// of its ends are edges in a periodic picture.
    void totalVariationIsTheMinimum() {
        cv::Mat step(8, 40, CV_32F, cv::Scalar(0));
        step.colRange(0, 20) = 1;
        std::vector<cv::Mat> planes{step.clone()};
        minimiseTotalVariation(planes, {cv::Mat(1, 1, CV_32F, cv::Scalar(1)), true}, 0.5, 3000, {});
        QVERIFY(std::abs(planes[0].at<float>(3, 10) - 0.95) < 1e-3);
        QVERIFY(std::abs(planes[0].at<float>(3, 30) - 0.05) < 1e-3);
    }

    void hintsColourThePicture() {
        const cv::Mat pixels = exact(photo("kingfisher"));
        cv::Mat hints(pixels.size(), CV_32FC4, cv::Scalar::all(0));
        for (int y = 8; y < pixels.rows; y += 16) {
            for (int x = 8; x < pixels.cols; x += 16) {
                const auto& colour = pixels.at<cv::Vec3f>(y, x);
                hints.at<cv::Vec4f>(y, x) = {colour[0], colour[1], colour[2], 1};
            }
        }
        cv::Mat grey;
        cv::cvtColor(pixels, grey, cv::COLOR_RGB2GRAY);
        const Image sharp = imageFromCv(pixels);
        const Image plain = classicalRestoration("grey", imageFromCv(grey), {});
        QCOMPARE(plain.channels(), 3);
        const Image coloured = classicalRestoration("colour-spread", imageFromCv(grey), {.hints = imageFromCv(hints)});
        QVERIFY(psnr(sharp, coloured) > psnr(sharp, plain) + 5);
        cv::Mat greyAgain;
        cv::cvtColor(cvView(coloured), greyAgain, cv::COLOR_RGB2GRAY);
        QVERIFY(cv::norm(greyAgain - grey, cv::NORM_INF) < 1e-5);
        QVERIFY(classicalRestoration("colour-spread", imageFromCv(grey), {}) == plain);
    }

    void depthAlphaAndMetadataStay() {
        auto metadata = std::make_shared<ImageMetadata>();
        metadata->dotsPerInchX = 300;
        const Image image = patterned({40, 30}, 4, PixelDepth::uint16).withMetadata(metadata);
        for (const ClassicalRestorer& method : classicalRestorers()) {
            const Image result = classicalRestoration(method.id, image, {.factor = 2, .sigma = 0.02});
            const int factor = method.enlarges ? 2 : 1;
            QCOMPARE(result.size(), (Size{40 * factor, 30 * factor}));
            QCOMPARE(result.channels(), 4);
            QCOMPARE(result.depth(), PixelDepth::uint16);
            QVERIFY(result.metadata() == metadata);
            QVERIFY2(factor > 1 || result.valueAt(7, 9, 3) == image.valueAt(7, 9, 3), method.id.c_str());
        }
    }

    void everyMethodStops() {
        std::stop_source stop;
        stop.request_stop();
        const Image image = patterned({64, 48}, 3, PixelDepth::uint8);
        const Degradation degradation{
            .kernel = imageFromCv(diagonalMotion()), .sigma = 0.05, .hints = patterned({64, 48}, 4, PixelDepth::uint8)};
        for (const char* id :
             {"wiener", "richardson-lucy", "total-variation", "non-local-means", "bm3d", "colour-spread"}) {
            QVERIFY_THROWS_EXCEPTION(Cancelled, classicalRestoration(id, image, degradation, {}, stop.get_token()));
        }
    }

    void totalVariationStopsOnTheWay() {
        std::stop_source stop;
        std::jthread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            stop.request_stop();
        });
        const Degradation degradation{.kernel = imageFromCv(diagonalMotion()), .sigma = 0.05};
        QVERIFY_THROWS_EXCEPTION(Cancelled,
                                 classicalRestoration("total-variation", patterned({640, 480}, 3, PixelDepth::uint8),
                                                      degradation, {{"rounds", std::int64_t{500}}}, stop.get_token()));
    }

    void badInputIsRefused() {
        const Image small = patterned({9, 9}, 3, PixelDepth::uint8);
        const Degradation large{.kernel = imageFromCv(diagonalMotion())};
        for (const char* id : {"wiener", "richardson-lucy", "total-variation"}) {
            QVERIFY_THROWS_EXCEPTION(Error, classicalRestoration(id, small, large));
        }
        QVERIFY_THROWS_EXCEPTION(Error, classicalRestoration("nothing", small, {}));
        QVERIFY_THROWS_EXCEPTION(Error, classicalRestoration("wiener", small, {}, {{"strength", -1.0}}));
        const Degradation otherSize{.hints = patterned({8, 9}, 4, PixelDepth::uint8)};
        QVERIFY_THROWS_EXCEPTION(Bug, classicalRestoration("colour-spread", small, otherSize));
    }
};

QTEST_GUILESS_MAIN(ClassicalRestorerTest)
#include "classical_restorer_test.moc"
