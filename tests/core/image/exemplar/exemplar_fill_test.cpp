// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/exemplar/exemplar_fill.h"
#include "core/image/exemplar/patch_field.h"

#include <QTest>
#include <opencv2/core/utility.hpp>
#include <opencv2/imgproc.hpp>

#include <chrono>
#include <cmath>
#include <thread>

using namespace palimpsest;

namespace {

/// Bricks of 16 x 8 px, every second row moved by half of one, on a ground that gets brighter downwards.
cv::Mat bricks(cv::Size size) {
    cv::Mat plane(size, CV_32F);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const int moved = x + (y / 8 % 2) * 8;
            plane.at<float>(y, x) = y % 8 == 0 || moved % 16 == 0 ? 0.2F : 0.7F;
        }
    }
    return plane;
}

cv::Mat hole(cv::Size size, const cv::Rect& area) {
    cv::Mat mask = cv::Mat::zeros(size, CV_8U);
    mask(area) = 255;
    return mask;
}

std::vector<cv::Mat> filled(const cv::Mat& plane, const cv::Mat& mask, const cv::Mat& sources = {}) {
    cv::Mat damaged = plane.clone();
    damaged.setTo(0, mask);
    std::vector<cv::Mat> planes{damaged};
    fillByExemplars(planes, mask, sources, {});
    return planes;
}

double rmse(const cv::Mat& a, const cv::Mat& b, const cv::Mat& mask) {
    return cv::norm(a, b, cv::NORM_L2, mask) / std::sqrt(cv::countNonZero(mask));
}

} // namespace

class ExemplarFillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPatternGoesOn() {
        const cv::Mat plane = bricks({160, 120});
        const cv::Mat mask = hole(plane.size(), {60, 40, 40, 36});
        const cv::Mat result = filled(plane, mask).front();
        const double error = rmse(result, plane, mask);
        QVERIFY2(error < 0.08, qPrintable(QString::number(error)));
        QCOMPARE(cv::norm(result, plane, cv::NORM_INF, mask == 0), 0.0);
    }

    /// Where texture meets an even ground, each goes on on its side.
    void textureStaysTexture() {
        cv::Mat plane(128, 160, CV_32F, cv::Scalar(0.5));
        cv::Mat left = plane.colRange(0, 80);
        cv::RNG(4).fill(left, cv::RNG::UNIFORM, 0.2, 0.8);
        const cv::Mat mask = hole(plane.size(), {50, 40, 60, 50});
        const cv::Mat result = filled(plane, mask).front();
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(result(cv::Rect(52, 50, 20, 30)), mean, deviation);
        QVERIFY2(deviation[0] > 0.12, qPrintable(QString::number(deviation[0])));
        cv::meanStdDev(result(cv::Rect(90, 50, 18, 30)), mean, deviation);
        QVERIFY2(deviation[0] < 0.03, qPrintable(QString::number(deviation[0])));
    }

    void onlySourcesAreCopied() {
        cv::Mat plane(96, 128, CV_32F, cv::Scalar(0.2));
        plane.colRange(96, 128) = 0.9F;
        const cv::Mat mask = hole(plane.size(), {70, 30, 30, 30});
        cv::Mat sources(plane.size(), CV_8U, cv::Scalar(255));
        sources.colRange(64, 128) = 0;
        const cv::Mat result = filled(plane, mask, sources).front();
        double largest = 0;
        cv::minMaxLoc(result, nullptr, &largest, nullptr, nullptr, mask);
        QVERIFY(std::abs(largest - 0.2) < 0.01);
    }

    void matchesAreAsNearAsAPlainSearchFinds() {
        cv::Mat plane(60, 80, CV_32F);
        cv::RNG(6).fill(plane, cv::RNG::UNIFORM, 0, 1);
        cv::GaussianBlur(plane, plane, {}, 2);
        const cv::Mat mask = hole(plane.size(), {30, 20, 14, 14});
        PatchField field(mask, cv::Mat(plane.size(), CV_8U, cv::Scalar(255)));
        field.scatter(1);
        field.search(plane, 12, 2, {});
        double found = 0;
        double best = 0;
        for (int y = 17; y < 37; y += 4) {
            for (int x = 27; x < 47; x += 4) {
                QVERIFY(field.isTarget(x, y));
                const cv::Rect patch(x - 3, y - 3, 7, 7);
                double nearest = 1e9;
                for (int v = 3; v < 57; ++v) {
                    for (int u = 3; u < 77; ++u) {
                        const cv::Rect other(u - 3, v - 3, 7, 7);
                        if (cv::countNonZero(mask(other)) == 0) {
                            nearest = std::min(nearest, cv::norm(plane(patch), plane(other), cv::NORM_L2SQR));
                        }
                    }
                }
                best += nearest;
                found += field.distance(x, y);
            }
        }
        QVERIFY(found >= best - 1e-4);
        QVERIFY2(found < 1.3 * best, qPrintable(QString::number(found / best)));
    }

    void threadsDoNotMatter() {
        const cv::Mat plane = bricks({200, 180});
        const cv::Mat mask = hole(plane.size(), {60, 50, 70, 80});
        const int threads = cv::getNumThreads();
        cv::setNumThreads(1);
        const cv::Mat one = filled(plane, mask).front();
        cv::setNumThreads(4);
        const cv::Mat four = filled(plane, mask).front();
        cv::setNumThreads(threads);
        QCOMPARE(cv::norm(one, four, cv::NORM_INF), 0.0);
    }

    /// Little, nothing or all known: always a fill, never a crash.
    void anyHoleIsFilled() {
        for (const cv::Size size : {cv::Size(1, 5), cv::Size(6, 40), cv::Size(9, 9), cv::Size(30, 20)}) {
            const cv::Mat plane(size, CV_32F, cv::Scalar(0.4));
            cv::Mat mask(size, CV_8U, cv::Scalar(255));
            mask.row(0) = 0;
            const cv::Mat result = filled(plane, mask).front();
            const double error = cv::norm(result, plane, cv::NORM_INF);
            QVERIFY2(error < 1e-3, qPrintable(QString("%1 x %2: %3").arg(size.width).arg(size.height).arg(error)));
        }
        const cv::Mat plane = bricks({64, 64});
        for (const cv::Rect& area : {cv::Rect(0, 0, 24, 24), cv::Rect(40, 20, 24, 44), cv::Rect(63, 63, 1, 1)}) {
            const cv::Mat mask = hole(plane.size(), area);
            QVERIFY(rmse(filled(plane, mask).front(), plane, mask) < 0.25);
        }
    }

    void stopsOnTheWay() {
        const cv::Mat plane = bricks({1500, 1200});
        std::vector<cv::Mat> planes{plane};
        std::stop_source stop;
        std::jthread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            stop.request_stop();
        });
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, fillByExemplars(planes, hole(plane.size(), {300, 300, 800, 600}), {}, stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(ExemplarFillTest)
#include "exemplar_fill_test.moc"
