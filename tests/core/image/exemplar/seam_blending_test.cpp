// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/exemplar/seam_blending.h"

#include <QTest>
#include <opencv2/core.hpp>
#include <opencv2/core/utility.hpp>

#include <cmath>

using namespace palimpsest;

namespace {

constexpr int kSide = 64;
const cv::Rect kHole(22, 20, 18, 24);

cv::Mat holeMask() {
    cv::Mat mask = cv::Mat::zeros(kSide, kSide, CV_8U);
    mask(kHole) = 255;
    return mask;
}

/// Fills the hole from `shift` away.
cv::Mat copied(cv::Mat& picture, const cv::Point& shift) {
    cv::Mat sources(picture.size(), CV_32SC2, cv::Scalar::all(-1));
    const cv::Mat from = picture(kHole + shift).clone();
    from.copyTo(picture(kHole));
    for (int y = kHole.y; y < kHole.br().y; ++y) {
        for (int x = kHole.x; x < kHole.br().x; ++x) {
            sources.at<cv::Point>(y, x) = cv::Point(x, y) + shift;
        }
    }
    return sources;
}

/// A slow slope with grain.
cv::Mat slope(double perPixel) {
    cv::Mat picture(kSide, kSide, CV_32F);
    cv::RNG(3).fill(picture, cv::RNG::NORMAL, 0, 0.003);
    for (int x = 0; x < kSide; ++x) {
        picture.col(x) += 0.3 + perPixel * x;
    }
    return picture;
}

} // namespace

class SeamBlendingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSlopeGoesOn() {
        const cv::Mat whole = slope(0.002);
        cv::Mat picture = whole.clone();
        const cv::Mat sources = copied(picture, {-20, 0});
        QVERIFY(cv::mean(whole(kHole) - picture(kHole))[0] > 0.035); // 20 px darker
        const cv::Mat before = picture.clone();
        blendSeams(picture, holeMask(), sources, {});
        QVERIFY(std::abs(cv::mean(whole(kHole) - picture(kHole))[0]) < 0.008);
        QCOMPARE(cv::norm(picture, before, cv::NORM_INF, holeMask() == 0), 0.0);
        cv::Mat edge = picture.col(kHole.x) - picture.col(kHole.x - 1);
        QVERIFY(std::abs(cv::mean(edge.rowRange(kHole.y, kHole.br().y))[0]) < 0.006);
    }

    /// The grain is that of where it comes from.
    void differencesInsideStay() {
        cv::Mat picture = slope(0.002);
        const cv::Mat sources = copied(picture, {-20, 0});
        const cv::Mat before = picture.clone();
        blendSeams(picture, holeMask(), sources, {});
        const cv::Rect inner(kHole.x + 5, kHole.y + 6, 8, 12);
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(picture(inner) - before(inner), mean, deviation);
        QVERIFY2(deviation[0] < 0.002, qPrintable(QString::number(deviation[0])));
    }

    void anotherThingKeepsItsEdge() {
        cv::Mat wide(kSide, 2 * kSide, CV_32FC3, cv::Scalar(0.2, 0.3, 0.4));
        wide.colRange(64, 128) = cv::Scalar(0.9, 0.8, 0.7);
        cv::Mat mask = cv::Mat::zeros(wide.size(), CV_8U);
        mask(kHole) = 255;
        cv::Mat sources(wide.size(), CV_32SC2, cv::Scalar::all(-1));
        for (int y = kHole.y; y < kHole.br().y; ++y) {
            for (int x = kHole.x; x < kHole.br().x; ++x) {
                sources.at<cv::Point>(y, x) = {x + 60, y};
                wide.at<cv::Vec3f>(y, x) = wide.at<cv::Vec3f>(y, x + 60);
            }
        }
        blendSeams(wide, mask, sources, {});
        const cv::Vec3f middle = wide.at<cv::Vec3f>(32, 32);
        QVERIFY2(middle[0] > 0.75, qPrintable(QString::number(middle[0])));
        QVERIFY(std::abs(wide.at<cv::Vec3f>(32, kHole.x - 1)[0] - 0.2F) < 1e-6F);
    }

    void threadsDoNotMatter() {
        const int threads = cv::getNumThreads();
        cv::Mat results[2];
        for (int i = 0; i < 2; ++i) {
            cv::setNumThreads(i == 0 ? 1 : 4);
            results[i] = slope(0.004);
            const cv::Mat sources = copied(results[i], {18, 10});
            blendSeams(results[i], holeMask(), sources, {});
        }
        cv::setNumThreads(threads);
        QCOMPARE(cv::norm(results[0], results[1], cv::NORM_INF), 0.0);
    }

    void stops() {
        std::stop_source stop;
        stop.request_stop();
        cv::Mat picture = slope(0.002);
        const cv::Mat sources = copied(picture, {-20, 0});
        QVERIFY_THROWS_EXCEPTION(Cancelled, blendSeams(picture, holeMask(), sources, stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(SeamBlendingTest)
#include "seam_blending_test.moc"
