// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/containers/container_format.h"
#include "tests/core/containers/broken_pickles.h"
#include "tests/core/containers/foreign_files.h"
#include "tests/core/containers/hostile_archives.h"
#include "tests/core/containers/hostile_legacy.h"
#include "tests/core/containers/hostile_pickles.h"
#include "tests/core/containers/hostile_safetensors.h"
#include "tests/core/containers/impossible_tensors.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>
#include <sys/stat.h>

using namespace palimpsest;
using namespace palimpsest::testing;

namespace {

constexpr std::size_t kSmallestCorpus = 200;
#ifdef __SANITIZE_ADDRESS__
constexpr long kMostGrowthKib = 1024 * 1024; // with what the sanitizer keeps aside
#else
constexpr long kMostGrowthKib = 256 * 1024;
#endif

/// A line of /proc/self/status in KiB: "VmRSS:" now, "VmHWM:" at most since the last reset.
long memoryKib(const QByteArray& line) {
    QFile status("/proc/self/status");
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf(line) + line.size()).trimmed().split(' ').first().toLong();
}

void resetPeakOfMemory() {
    QFile file("/proc/self/clear_refs");
    if (file.open(QIODevice::WriteOnly)) {
        file.write("5");
    }
}

/// Everything that a user of the file would do.
void readAll(const std::string& path) {
    const auto container = openContainer(path);
    for (std::size_t i = 0; i < container->tensors().size(); ++i) {
        std::vector<std::byte> numbers(container->tensors()[i].byteCount());
        container->read(i, numbers);
    }
}

HostileCases archivesOf(const HostileCases& pickles) {
    HostileCases cases;
    for (const HostileCase& one : pickles) {
        cases.push_back({"pickle, " + one.name, torchArchive(one.bytes), one.complaint});
    }
    return cases;
}

/// The same objects in the old format. The end of a pickle is not the end of the file there.
HostileCases legacyFilesOf(const HostileCases& pickles) {
    HostileCases cases;
    for (const HostileCase& one : pickles) {
        LegacyParts parts;
        parts.object = one.bytes;
        cases.push_back({"old file, pickle, " + one.name, parts.whole(), one.complaint});
    }
    return cases;
}

/// A good file cut at every kibibyte.
HostileCases cutFiles(const std::string& title, const std::string& whole) {
    HostileCases cases;
    for (std::size_t length = 1024; length < whole.size(); length += 1024) {
        cases.push_back({title + " cut at " + std::to_string(length / 1024) + " KiB", whole.substr(0, length), ""});
    }
    return cases;
}

std::string goodArchive(std::size_t floats) {
    using namespace pickle;
    const auto count = static_cast<std::int64_t>(floats);
    return torchArchive(
        document(dictionary({{text("w"), tensor(storage("FloatStorage", "0", count), {0, {count}, {1}})}})),
        std::string(floats * 4, 'n'));
}

std::string goodLegacyFile(std::size_t floats) {
    using namespace pickle;
    const auto count = static_cast<std::int64_t>(floats);
    LegacyParts parts;
    parts.object = document(dictionary({{text("w"), tensor(storage("FloatStorage", "0", count), {0, {count}, {1}})}}));
    parts.numbers = u64(floats) + std::string(floats * 4, 'n');
    return parts.whole();
}

std::string goodSafetensors(std::size_t bytes) {
    const std::string size = std::to_string(bytes);
    return oneTensor(R"({"dtype":"U8","shape":[)" + size + R"(],"data_offsets":[0,)" + size + "]}",
                     std::string(bytes, 'n'));
}

std::string fixture(const QString& name) {
    QFile file(PALIMPSEST_SOURCE_DIR "/tests/golden/checkpoints/" + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("a fixture is missing");
    }
    return file.readAll().toStdString();
}

HostileCases wholeCorpus() {
    HostileCases corpus;
    const auto add = [&](const HostileCases& cases) { corpus.insert(corpus.end(), cases.begin(), cases.end()); };
    for (const auto& pickles :
         {namesOfCode, hiddenCode, foreignInstructions, wrongCalls, brokenStacks, wrongContainers, wrongLengths, bombs,
          wrongKeys, wrongValues, impossibleViews, wrongTensorArguments, wrongStorages, wrongReferences}) {
        add(archivesOf(pickles()));
    }
    for (const auto& pickles : {namesOfCode, hiddenCode, foreignInstructions, wrongContainers, impossibleViews}) {
        add(legacyFilesOf(pickles()));
    }
    for (const auto& cases :
         {wrongEntries, wrongZip64Fields, wrongPlaces, wrongEntryNames, wrongEnds, hostileLegacyFiles,
          wrongSafetensorsHeaders, wrongSafetensorsEntries, wrongSafetensorsPairs, foreignFiles}) {
        add(cases());
    }
    add(cutFiles("archive", goodArchive(10'000)));
    add(cutFiles("old file", goodLegacyFile(10'000)));
    add(cutFiles("safetensors", goodSafetensors(40'000)));
    for (const char* name : {"score_sde.pt", "score_sde.legacy.pt", "lightning.pt", "lightning.legacy.pt",
                             "lightning.expected.safetensors", "shared_views.pt"}) {
        add(cutFiles(name, fixture(name)));
    }
    return corpus;
}

} // namespace

class HostileFilesTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    QTemporaryDir workingFolder_;
    std::string path_ = folder_.filePath("hostile.pt").toStdString();

    void write(const std::string& bytes) const {
        QFile file(QString::fromStdString(path_));
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size())) {
            qFatal("cannot write the test file");
        }
    }

    /// What is wrong with the answer to a file; empty: nothing.
    std::string flawOfAnswer(const HostileCase& one) const {
        write(one.bytes);
        try {
            readAll(path_);
        } catch (const Error& error) {
            const std::string message = error.message().text();
            const bool sentence = message.find('\n') == message.npos && message.size() < path_.size() + 250;
            const bool named = message.find(path_) != message.npos && message.find(one.complaint) != message.npos;
            return error.code() == ErrorCode::badInput && sentence && named && !error.hint().isEmpty() ? ""
                                                                                                       : error.what();
        } catch (const std::exception& error) {
            return std::string("another exception: ") + error.what();
        }
        return "it was accepted";
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir::setCurrent(workingFolder_.path())); }

    void goodFilesOfTheBuildersOpen() {
        using namespace pickle;
        const std::string oldText = "U\x01"
                                    "a"; // as Python 2 writes it, in a dictionary of pairs
        const std::string python2 = call(name("collections", "OrderedDict"), {list({list({oldText, goodTensor()})})});
        LegacyParts longPickle; // longer than what is read at first
        longPickle.object =
            document(dictionary({{text("note"), text(std::string(400'000, 'a'))}, {text("w"), goodTensor()}}));
        for (const std::string& bytes :
             {torchArchive(goodDocument()), torchArchive(document(python2)), goodArchive(100), LegacyParts().whole(),
              longPickle.whole(), goodLegacyFile(100), goodSafetensors(100),
              zipOf(torchParts(goodDocument()), {.zip64 = true}),
              zipOf(torchParts(goodDocument()), {.zip64 = true, .count = 0xffff, .directoryBegin = 0xffffffff})}) {
            write(bytes);
            QCOMPARE(openContainer(path_)->tensors().size(), std::size_t{1});
            readAll(path_);
        }
    }

    void whatIsNoRegularFileIsRefusedAndNotWaitedFor() {
        const std::string pipe = folder_.filePath("pipe").toStdString();
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        for (const std::string& path :
             {pipe, folder_.path().toStdString(), folder_.filePath("none.pt").toStdString()}) {
            QVERIFY_EXCEPTION_THROWN(openContainer(path), Error);
        }
        QVERIFY(QFile::remove(QString::fromStdString(pipe)));
    }

    void everyDefectIsOneClearErrorWithoutSideEffectInBoundedMemory() {
        std::set<std::string> names;
        const HostileCases corpus = wholeCorpus();
        resetPeakOfMemory();
        const long before = memoryKib("VmRSS:");
        for (const HostileCase& one : corpus) {
            QVERIFY2(names.insert(one.name).second, one.name.c_str());
            const std::string flaw = flawOfAnswer(one);
            if (!flaw.empty()) {
                QTest::qFail((one.name + ": " + flaw).c_str(), __FILE__, __LINE__);
            }
        }
        QVERIFY(names.size() >= kSmallestCorpus);
        const long growth = memoryKib("VmHWM:") - before;
        qInfo("%zu files, %ld MiB more than the corpus itself", names.size(), growth / 1024);
        QVERIFY(growth < kMostGrowthKib);
        const auto entries =
            QDir(workingFolder_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QVERIFY2(entries.isEmpty(), qPrintable(entries.join(' ')));
        QCOMPARE(QDir(folder_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    }
};

QTEST_GUILESS_MAIN(HostileFilesTest)
#include "hostile_files_test.moc"
