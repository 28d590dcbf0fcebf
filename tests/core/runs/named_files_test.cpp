// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/image_file.h"
#include "core/runs/named_files.h"
#include "tests/support/refusal.h"
#include "tests/support/test_pictures.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

namespace {

RestoreSpec specOf(const char* task, const char* kernel = nullptr, const char* estimate = nullptr) {
    RestoreSpec spec;
    spec.task = task;
    if (kernel) {
        spec.taskParameters["kernel"] = std::string(kernel);
    }
    if (estimate) {
        spec.estimate = estimate;
    }
    return spec;
}

/// What a blur makes of a point, as a grey picture of whole numbers.
Image trace(Size size) {
    return pictureOf<std::uint8_t>(size, 1,
                                   [](int x, int y, int) { return static_cast<std::uint8_t>(10 + 7 * x + y); });
}

} // namespace

class NamedFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyPathsAreFiles_data() {
        QTest::addColumn<QString>("kernel");
        QTest::addColumn<bool>("isFile");
        for (const char* words : {"none", "auto", "gaussian:1.6", "motion:15,30", "disk:2", "gaussian:much"}) {
            QTest::newRow(words) << words << false;
        }
        for (const char* path : {"kernel.png", "/a/kernel.png", "gaussian.png", "none.tif", "./none", "kernels/disk"}) {
            QTest::newRow(path) << path << true;
        }
    }

    void onlyPathsAreFiles() {
        QFETCH(QString, kernel);
        QFETCH(bool, isFile);
        RestoreSpec spec = specOf("deblur");
        setField(spec, "kernel", kernel.toStdString());
        QCOMPARE(namedFiles(spec).kernel, isFile ? kernel.toStdString() : std::string());
        spec.task = "old-photo";
        QCOMPARE(namedFiles(spec).kernel, isFile ? kernel.toStdString() : std::string());
    }

    void estimatesOfTheTaskAreNoFiles() {
        QCOMPARE(namedFiles(specOf("inpaint")).estimate, std::string());
        for (const TaskDescription& task : taskCatalogue()) {
            for (const std::string& id : task.firstEstimates) {
                QVERIFY2(namedFiles(specOf(task.id.c_str(), nullptr, id.c_str())).estimate.empty(), id.c_str());
            }
        }
        QCOMPARE(namedFiles(specOf("inpaint", nullptr, "guess.png")).estimate, std::string("guess.png"));
        // A word that is no file may be an installed restorer, which the engine knows; a path is a file.
        QCOMPARE(namedFiles(specOf("upscale", nullptr, "realesrgan-x4plus")).estimate, std::string());
        QCOMPARE(namedFiles(specOf("upscale", nullptr, "./realesrgan")).estimate, std::string("./realesrgan"));
        QVERIFY(namedFiles(specOf("inpaint", nullptr, "guess.png")).kernel.empty());
    }

    void pathsBecomeAbsolute() {
        const std::string here = QDir::currentPath().toStdString();
        RestoreSpec spec = specOf("deblur", "kernels/../k.png", "guess.png");
        spec.prior = "priors/mine";
        const RestoreSpec absolute = withAbsolutePaths(spec);
        QCOMPARE(absolute.taskParameters.at("kernel"), ParameterValue(here + "/k.png"));
        QCOMPARE(absolute.estimate, std::optional(here + "/guess.png"));
        QCOMPARE(absolute.prior, std::optional(here + "/priors/mine"));
        QCOMPARE(withAbsolutePaths(absolute), absolute);
    }

    void wordsStayAsTheyAre() {
        RestoreSpec spec = specOf("deblur", "disk:3", "wiener");
        spec.prior = "photo";
        QCOMPARE(withAbsolutePaths(spec), spec);
        QCOMPARE(withAbsolutePaths(RestoreSpec{}), RestoreSpec{});
        RestoreSpec open = specOf("deblur");
        open.taskParameters["kernel"] = Automatic{};
        QCOMPARE(withAbsolutePaths(open), open);
    }

    void filesAreRead() {
        const std::string kernel = path("kernel.png");
        const std::string guess = path("guess.png");
        writeImage(kernel, trace({5, 3}));
        writeImage(guess, patternedPicture({6, 4}));
        RestoreInput input;
        QVERIFY(openNamedFiles(specOf("deblur", kernel.c_str(), guess.c_str()), input).empty());
        QCOMPARE(input.kernel.size(), (Size{5, 3}));
        QCOMPARE(input.kernel.depth(), PixelDepth::float32);
        QVERIFY(input.kernel.valueAt(4, 2, 0) > input.kernel.valueAt(0, 0, 0));
        QVERIFY(input.estimate == patternedPicture({6, 4}));
        RestoreInput none;
        QVERIFY(openNamedFiles(specOf("deblur", "disk:3", "wiener"), none).empty());
        QVERIFY(none.kernel.isNull() && none.estimate.isNull());
    }

    void whatIsChangedIsSaid() {
        const std::string kernel = path("even.png");
        writeImage(kernel, trace({4, 3}));
        RestoreInput input;
        const std::vector<Message> notices = openNamedFiles(specOf("deblur", kernel.c_str()), input);
        QCOMPARE(notices.size(), std::size_t{1});
        QCOMPARE(input.kernel.size(), (Size{5, 3}));
    }

    void missingFilesAreToldInWords() {
        const std::string nothing = path("nothing.png");
        RestoreInput input;
        const auto complaint = [&](ErrorCode code, const RestoreSpec& spec) {
            return refusal(code, [&] { openNamedFiles(spec, input); });
        };
        const QString ofKernel = complaint(ErrorCode::badInput, specOf("deblur", nothing.c_str()));
        QVERIFY2(ofKernel.contains(QString::fromStdString(nothing)), qPrintable(ofKernel));
        const QString ofEstimate = complaint(ErrorCode::badArgument, specOf("deblur", nullptr, nothing.c_str()));
        QVERIFY2(ofEstimate.contains(QString::fromStdString(nothing)) && ofEstimate.contains("deblur"),
                 qPrintable(ofEstimate));
        QVERIFY(input.kernel.isNull() && input.estimate.isNull());
    }

    void filesThatAreNoPicturesAreToldInWords() {
        const std::string text = path("text.png");
        QFile file(QString::fromStdString(text));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no picture");
        file.close();
        RestoreInput input;
        for (const RestoreSpec& spec : {specOf("deblur", text.c_str()), specOf("deblur", nullptr, text.c_str())}) {
            const QString complaint = refusal(ErrorCode::badInput, [&] { openNamedFiles(spec, input); });
            QVERIFY2(complaint.contains("text.png"), qPrintable(complaint));
        }
    }

private:
    std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }

    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(NamedFilesTest)
#include "named_files_test.moc"
