// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/benchmarks/photo_problem.h"
#include "core/image/metrics.h"
#include "core/io/image_file.h"
#include "core/methods/method_rows.h"
#include "tests/support/refusal.h"
#include "tests/support/test_pictures.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

using namespace palimpsest;

namespace {

/// Smooth, bright in places, and of a size that 4 does not divide.
Image scene(int phase) {
    return pictureOf<std::uint8_t>({67, 50}, 3, [=](int x, int y, int channel) {
        return static_cast<std::uint8_t>(127.5 + 127 * std::sin(0.21 * (x + phase) + channel) * std::cos(0.17 * y));
    });
}

} // namespace

class PhotoProblemTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        writeImage(folder_.filePath("a.png").toStdString(), scene(0));
        writeImage(folder_.filePath("b.png").toStdString(), scene(9));
    }

    void everyProblemIsOneOfATask() {
        std::set<std::string> ids;
        std::set<std::string> tasks;
        for (const PhotoProblem& problem : photoProblems()) {
            QVERIFY2(ids.insert(problem.id).second, problem.id.c_str());
            validate(problem.damage);
            const TaskDescription& task = taskCatalogue().at(problem.damage.task);
            tasks.insert(task.id);
            QVERIFY2(!problem.baselines.empty(), problem.id.c_str());
            for (const std::string& baseline : problem.baselines) {
                QVERIFY2(methodCatalogue().at(baseline).serves(task), baseline.c_str());
                QVERIFY2(methodCatalogue().at(baseline).kind == MethodKind::classical, baseline.c_str());
            }
        }
        QVERIFY(tasks == (std::set<std::string>{"colorize", "upscale", "deblur", "denoise", "dejpeg", "declip"}));
    }

    void everyProblemIsMade_data() {
        QTest::addColumn<QString>("id");
        for (const PhotoProblem& problem : photoProblems()) {
            QTest::newRow(problem.id.c_str()) << QString::fromStdString(problem.id);
        }
    }

    void everyProblemIsMade() {
        QFETCH(QString, id);
        const std::vector<DamagedPicture> pictures = damagedPhotos(folder(), 1, {id.toStdString()});
        QCOMPARE(pictures.size(), std::size_t{1});
        const DamagedPicture& picture = pictures.front();
        const bool isUpscale = picture.damage.task == "upscale";
        const bool isBlurred = picture.damage.task == "deblur";
        QCOMPARE(picture.name, std::string("a"));
        QCOMPARE(picture.kind, id.toStdString());
        QVERIFY(picture.mask.isNull());
        QVERIFY(!picture.damage.taskParameters.contains("degrade")); // a method is given the damaged picture
        const int factor = isUpscale ? 4 : 1;
        QCOMPARE(picture.truth.width(), picture.damaged.width() * factor);
        QCOMPARE(picture.truth.height(), picture.damaged.height() * factor);
        QCOMPARE(picture.damaged.depth(), PixelDepth::float32);
        QVERIFY(isBlurred ? picture.truth.width() < 67 && picture.truth.height() < 50
                          : picture.truth.width() >= 64 && picture.truth.height() >= 48);
        const Rect middle{(67 - picture.truth.width()) / 2, (50 - picture.truth.height()) / 2, picture.truth.width(),
                          picture.truth.height()};
        QVERIFY(picture.truth == cropped(scene(0), middle));
        if (!isUpscale) {
            const double quality = psnr(picture.truth, picture.damaged, nullptr);
            QVERIFY2(quality > 3 && quality < 60, qPrintable(QString::number(quality)));
        }
    }

    void noiseDiffersByPictureAndIsSeeded() {
        const std::vector<DamagedPicture> once = damagedPhotos(folder(), 0, {"denoise"});
        const std::vector<DamagedPicture> again = damagedPhotos(folder(), 0, {"denoise"});
        QCOMPARE(once.size(), std::size_t{2});
        QVERIFY(once[0].damaged == again[0].damaged && once[1].damaged == again[1].damaged);
        const double first = once[0].damaged.valueAt(3, 4, 0) - once[0].truth.valueAt(3, 4, 0);
        const double second = once[1].damaged.valueAt(3, 4, 0) - once[1].truth.valueAt(3, 4, 0);
        QVERIFY(std::abs(first - second) > 1e-3);
        const double quality = psnr(once[0].truth, once[0].damaged, nullptr);
        QVERIFY2(std::abs(quality - 20) < 0.5, qPrintable(QString::number(quality))); // noise of 0.1
    }

    void aMethodIsGivenWhatIsKnown() {
        const std::vector<DamagedPicture> pictures = damagedPhotos(folder(), 1, {"motion-blur-noisy"});
        RestoreSpec method;
        method.method = "diffpir";
        method.steps = 7;
        const RestoreSpec spec = onDamage(method, pictures[0].damage);
        QCOMPARE(spec.task, std::string("deblur"));
        QCOMPARE(spec.taskParameters, (ParameterValues{{"kernel", std::string("motion:15,30")}, {"sigma", 0.05}}));
        QCOMPARE(spec.method, std::optional<std::string>("diffpir"));
        QCOMPARE(spec.steps, std::optional(7));
    }

    void allKindsIfNoneIsNamed() {
        QCOMPARE(damagedPhotos(folder(), 1, {}).size(), photoProblems().size());
        QVERIFY(damagedPhotos(folder(), 0, {"flood"}).empty());
        const QTemporaryDir empty;
        const QString complaint =
            refusal(ErrorCode::badInput, [&] { damagedPhotos(empty.path().toStdString(), 0, {}); });
        QVERIFY2(complaint.contains("no pictures in"), qPrintable(complaint));
    }

private:
    std::string folder() const { return folder_.path().toStdString(); }

    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(PhotoProblemTest)
#include "photo_problem_test.moc"
