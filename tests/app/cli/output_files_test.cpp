// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_files.h"
#include "app/cli/restoration_flags.h"
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/image/image.h"
#include "core/io/image_file.h"
#include "core/provenance/record_file.h"
#include "tests/support/whole_record.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

namespace {

Image grey(std::uint8_t value) { return {{4, 3}, 1, PixelDepth::uint8, std::vector<std::byte>(12, std::byte{value})}; }

} // namespace

class OutputFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void names();
    void refusesWhatCannotBeWritten();
    void refusesInputs();
    void checkingLeavesNothing();
    void savesPicturesAndRecord();
    void aFailureLeavesNothing();
    void valuesOfSet();

private:
    std::string path(const char* name) const { return folder_->filePath(name).toStdString(); }

    std::unique_ptr<QTemporaryDir> folder_;
};

void OutputFilesTest::names() {
    const OutputFiles one = outputFiles("a.b/out.v2.png", 1);
    QCOMPARE(one.pictures, std::vector<std::string>{"a.b/out.v2.png"});
    QCOMPARE(one.record, "a.b/out.v2.png.json");
    const OutputFiles three = outputFiles("a.b/out.v2.png", 3);
    QCOMPARE(three.pictures, (std::vector<std::string>{"a.b/out.v2-1.png", "a.b/out.v2-2.png", "a.b/out.v2-3.png"}));
    QCOMPARE(three.record, "a.b/out.v2.png.json");
}

void OutputFilesTest::refusesWhatCannotBeWritten() {
    QDir(folder_->path()).mkpath("folder.png");
    for (const char* name : {"out", "out.xyz", "out.gif", "folder.png", "missing/out.png"}) {
        QVERIFY_EXCEPTION_THROWN(checkOutputs(outputFiles(path(name), 1), {}), Error);
    }
    QVERIFY_EXCEPTION_THROWN(checkOutputs(outputFiles("", 1), {}), Error);
    QVERIFY_EXCEPTION_THROWN(checkOutputs(outputFiles("/proc/out.png", 1), {}), Error);
    checkOutputs(outputFiles(path("out.png"), 3), {});
}

void OutputFilesTest::refusesInputs() {
    writeImage(path("in.png"), grey(1));
    QVERIFY(QFile::link(folder_->filePath("in.png"), folder_->filePath("link.png")));
    for (const char* name : {"in.png", "./in.png", "link.png"}) {
        QVERIFY_EXCEPTION_THROWN(checkOutputs(outputFiles(path(name), 1), {path("in.png")}), Error);
    }
    QVERIFY_EXCEPTION_THROWN(checkOutputs(outputFiles(path("m.png"), 2), {path("m-2.png")}), Error);
}

void OutputFilesTest::checkingLeavesNothing() {
    checkOutputs(outputFiles(path("out.png"), 2), {});
    QVERIFY(QDir(folder_->path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void OutputFilesTest::savesPicturesAndRecord() {
    const OutputFiles files = outputFiles(path("out.png"), 2);
    saveOutputs(files, {grey(10), grey(20)}, wholeRecord());
    QCOMPARE(readImage(path("out-2.png")), grey(20));
    const RunRecord record = readRunRecord(path("out.png.json"));
    QCOMPARE(record.samples[0].path, "out-1.png");
    QCOMPARE(record.samples[1].fileSha256, sha256OfFile(path("out-2.png")));
    QCOMPARE(record.timings, wholeRecord().timings);
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files | QDir::Hidden).size(), 3);
}

void OutputFilesTest::aFailureLeavesNothing() {
    OutputFiles files = outputFiles(path("out.png"), 2);
    files.pictures[1] = path("missing/out-2.png");
    QVERIFY_EXCEPTION_THROWN(saveOutputs(files, {grey(10), grey(20)}, wholeRecord()), Error);
    QVERIFY(QDir(folder_->path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    QVERIFY_EXCEPTION_THROWN(saveOutputs(outputFiles(path("out.png"), 1), {grey(1), grey(2)}, wholeRecord()), Bug);
}

void OutputFilesTest::valuesOfSet() {
    const ParameterValues expected{
        {"a", true}, {"b", std::int64_t{-3}}, {"c", 0.5}, {"d", std::string("x=y")}, {"e", std::string()}};
    QCOMPARE(parametersFromFlags({"a=true", "b=-3", "c=0.5", "d=x=y", "e="}), expected);
    QVERIFY_EXCEPTION_THROWN(parametersFromFlags({"a"}), Error);
    QVERIFY_EXCEPTION_THROWN(parametersFromFlags({"=3"}), Error);
    QVERIFY_EXCEPTION_THROWN(parametersFromFlags({"a=1", "a=2"}), Error);
}

QTEST_GUILESS_MAIN(OutputFilesTest)
#include "output_files_test.moc"
