// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/bm3d/block_kernels.h"
#include "core/image/bm3d/block_matching.h"
#include "core/image/bm3d/block_transform.h"
#include "core/image/bm3d/bm3d.h"

#include <QTest>
#include <opencv2/core.hpp>
#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <thread>

using namespace palimpsest;

namespace {

/// Stripes in two directions, with a step between: what repeats and has edges.
cv::Mat stripes(cv::Size size) {
    cv::Mat plane(size, CV_32F);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const double phase = x < size.width / 2 ? 0.5 * x : 0.35 * (x + y);
            plane.at<float>(y, x) = static_cast<float>(0.5 + (x < size.width / 2 ? 0.2 : 0.3) * std::sin(phase));
        }
    }
    return plane;
}

cv::Mat noisy(const cv::Mat& plane, double sigma, std::uint64_t seed) {
    cv::RNG random(seed);
    cv::Mat noise(plane.size(), CV_32F);
    random.fill(noise, cv::RNG::NORMAL, 0, sigma);
    return plane + noise;
}

double rmse(const cv::Mat& a, const cv::Mat& b) { return cv::norm(a, b) / std::sqrt(static_cast<double>(a.total())); }

cv::Mat denoised(const cv::Mat& plane, double sigma) {
    std::vector<cv::Mat> planes{plane.clone()};
    denoiseByBlockMatching(planes, sigma, {});
    return planes.front();
}

std::array<float, kBlockArea> randomBlock(std::uint64_t seed) {
    std::array<float, kBlockArea> block{};
    cv::Mat view(1, kBlockArea, CV_32F, block.data());
    cv::RNG(seed).fill(view, cv::RNG::NORMAL, 0, 1);
    return block;
}

} // namespace

class Bm3dTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void transformsAreInverted() {
        for (const BlockTransform* transform : {&splineWavelet(), &cosineTransform()}) {
            const auto block = randomBlock(1);
            std::array<float, kBlockArea> spectrum{};
            blockSpectrum(block.data(), kBlockSide, *transform, spectrum.data());
            std::array<float, kBlockArea> sums{};
            std::array<float, kBlockArea> weights{};
            addBlock(spectrum.data(), *transform, 2, {sums.data(), weights.data(), kBlockSide});
            for (int i = 0; i < kBlockArea; ++i) {
                QVERIFY(std::abs(sums[i] / weights[i] - block[i]) < 1e-5F);
                QVERIFY(std::abs(weights[i] - 2 * blockWindow()[i]) < 1e-6F);
            }
        }
    }

    /// The mean of a block is one coefficient, in a corner; the cosines keep the energy.
    void spectraAreThoseOfTheTransforms() {
        const std::array<float, kBlockArea> even = [] {
            std::array<float, kBlockArea> values{};
            values.fill(0.5F);
            return values;
        }();
        std::array<float, kBlockArea> spectrum{};
        for (const BlockTransform* transform : {&splineWavelet(), &cosineTransform()}) {
            blockSpectrum(even.data(), kBlockSide, *transform, spectrum.data());
            QVERIFY(std::abs(spectrum[0] - 4) < 1e-5F);
            for (int i = 1; i < kBlockArea; ++i) {
                QVERIFY(std::abs(spectrum[i]) < 1e-5F);
            }
        }
        const auto block = randomBlock(2);
        blockSpectrum(block.data(), kBlockSide, cosineTransform(), spectrum.data());
        double before = 0;
        double after = 0;
        for (int i = 0; i < kBlockArea; ++i) {
            before += block[i] * block[i];
            after += spectrum[i] * spectrum[i];
        }
        QVERIFY(std::abs(before - after) < 1e-4);
    }

    void groupsKeepWhatIsAboveTheThreshold() {
        std::vector<float> spectra(std::size_t{4} * kBlockArea, 0.0F);
        for (int i = 0; i < 4; ++i) {
            spectra[i * kBlockArea] = 1; // 2 after the wavelet
            spectra[i * kBlockArea + 1] = i == 0 ? 0.5F : 0;
        }
        QCOMPARE(thresholdGroup(spectra.data(), 4, 1), 1);
        for (int i = 0; i < 4; ++i) {
            QVERIFY(std::abs(spectra[i * kBlockArea] - 1) < 1e-6F);
            QVERIFY(std::abs(spectra[i * kBlockArea + 1]) < 1e-6F);
        }
        std::vector<float> pilot = spectra;
        QVERIFY(std::abs(wienerGroup(spectra.data(), pilot.data(), 4, 4) - 0.25) < 1e-6); // (4 / (4 + 4))^2
        QVERIFY(std::abs(spectra[0] - 0.5) < 1e-6F);
    }

    /// Against a plain search.
    void theNearestBlocksAreFound() {
        const cv::Mat plane = noisy(stripes({60, 40}), 0.05, 3);
        const std::vector<int> columns{0, 21, 52};
        BlockMatcher matcher(plane, columns, {.reach = 7, .most = 8, .largestDistance = 0.03F});
        for (const int y : {0, 13, 32}) {
            const auto groups = matcher.groups(y);
            for (std::size_t i = 0; i < columns.size(); ++i) {
                std::vector<double> distances;
                for (int v = std::max(0, y - 7); v <= std::min(32, y + 7); ++v) {
                    for (int u = std::max(0, columns[i] - 7); u <= std::min(52, columns[i] + 7); ++u) {
                        const double distance =
                            cv::norm(plane(cv::Rect(u, v, 8, 8)), plane(cv::Rect(columns[i], y, 8, 8)), cv::NORM_L2SQR);
                        if ((u != columns[i] || v != y) && distance < 0.03 * kBlockArea) {
                            distances.push_back(distance);
                        }
                    }
                }
                std::ranges::sort(distances);
                QCOMPARE(groups[i].size(), 1 + std::min<std::size_t>(7, distances.size()));
                QCOMPARE(groups[i][0].x, columns[i]);
                QCOMPARE(groups[i][0].y, y);
                for (std::size_t k = 1; k < groups[i].size(); ++k) {
                    QVERIFY(std::abs(groups[i][k].distance - distances[k - 1]) < 1e-4);
                }
            }
        }
    }

    void whatRepeatsIsCleaned() {
        const cv::Mat clean = stripes({160, 120});
        for (const double sigma : {0.02, 0.1}) {
            const double error = rmse(denoised(noisy(clean, sigma, 5), sigma), clean);
            QVERIFY2(error < 0.35 * sigma, qPrintable(QString::number(error / sigma)));
        }
    }

    void evenPicturesStay() {
        const cv::Mat even(50, 70, CV_32F, cv::Scalar(0.3));
        QVERIFY(cv::norm(denoised(even, 0.05), even, cv::NORM_INF) < 1e-5);
        std::vector<cv::Mat> colours{even, even * 2, even * 0.5};
        denoiseByBlockMatching(colours, 0.05, {});
        QVERIFY(cv::norm(colours[1], even * 2, cv::NORM_INF) < 1e-5);
        QVERIFY(cv::norm(colours[2], even * 0.5, cv::NORM_INF) < 1e-5);
    }

    /// The three planes are grouped together: equal ones gain from what their luminance shows.
    void coloursHelpEachOther() {
        const cv::Mat clean = stripes({96, 96});
        std::vector<cv::Mat> planes{noisy(clean, 0.1, 1), noisy(clean, 0.1, 2), noisy(clean, 0.1, 3)};
        const double alone = rmse(denoised(planes[1], 0.1), clean);
        denoiseByBlockMatching(planes, 0.1, {});
        QVERIFY(rmse(planes[1], clean) < 0.8 * alone);
    }

    void anySizeIsTaken() {
        for (const cv::Size size : {cv::Size(1, 1), cv::Size(3, 40), cv::Size(8, 8), cv::Size(47, 9)}) {
            const cv::Mat clean(size, CV_32F, cv::Scalar(0.5));
            const cv::Mat result = denoised(noisy(clean, 0.1, 7), 0.1);
            QCOMPARE(result.cols, size.width);
            QCOMPARE(result.rows, size.height);
            QVERIFY(cv::checkRange(result));
        }
    }

    void threadsDoNotMatter() {
        const cv::Mat picture = noisy(stripes({120, 260}), 0.05, 9);
        const int threads = cv::getNumThreads();
        cv::setNumThreads(1);
        const cv::Mat one = denoised(picture, 0.05);
        cv::setNumThreads(4);
        const cv::Mat four = denoised(picture, 0.05);
        cv::setNumThreads(threads);
        QCOMPARE(cv::norm(one, four, cv::NORM_INF), 0.0);
    }

    void noNoiseNoChange() {
        const cv::Mat picture = noisy(stripes({30, 30}), 0.05, 11);
        QCOMPARE(cv::norm(denoised(picture, 0), picture, cv::NORM_INF), 0.0);
    }

    void stopsOnTheWay() {
        std::vector<cv::Mat> planes{noisy(stripes({2000, 1500}), 0.05, 13)};
        std::stop_source stop;
        std::jthread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
            stop.request_stop();
        });
        QVERIFY_THROWS_EXCEPTION(Cancelled, denoiseByBlockMatching(planes, 0.05, stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(Bm3dTest)
#include "bm3d_test.moc"
