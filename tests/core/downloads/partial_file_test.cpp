// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/downloads/partial_file.h"
#include "tests/support/refusal.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace palimpsest;

namespace {

const FileVersion kVersion{"https://example.org/a", "\"1\"", "yesterday"};

void append(PartialFile& file, std::string_view text) { file.append(std::as_bytes(std::span(text))); }

} // namespace

class PartialFileTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;

    QString path(const char* ending = "") const { return folder_->filePath(QString("a") + ending); }
    std::string file() const { return path().toStdString(); }
    QStringList leftovers() const { return QDir(folder_->path()).entryList(QDir::Files | QDir::Hidden); }

    void leave(std::string_view text) const {
        PartialFile partial(file());
        partial.becomes(kVersion);
        append(partial, text);
    }

    std::int64_t restored() const {
        PartialFile partial(file());
        partial.restore({});
        return partial.byteSize();
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void nothingLeavesNothing() {
        QCOMPARE(restored(), 0);
        QVERIFY(leftovers().isEmpty());
    }

    void bytesTravel() {
        leave("hello");
        QCOMPARE(leftovers(), (QStringList{"a.part", "a.part.json"}));
        PartialFile partial(file());
        partial.restore({});
        QCOMPARE(partial.byteSize(), 5);
        QVERIFY(partial.version() == kVersion);
        QCOMPARE(partial.beginning(3), std::string("hel"));
        append(partial, " world");
        QCOMPARE(partial.sha256(), std::string("b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"));
        partial.publish();
        QCOMPARE(leftovers(), QStringList{"a"});
    }

    void bytesAfterTheNoteAreDropped() {
        leave("hello");
        QFile part(path(".part"));
        QVERIFY(part.open(QIODevice::Append) && part.write("more") == 4);
        part.close();
        QCOMPARE(restored(), 5);
        QCOMPARE(part.size(), 5);
    }

    /// What a crash leaves: the note of the last 32 MiB.
    void longFilesAreNotedOnTheWay() {
        const std::string block(8 << 20, 'x');
        PartialFile partial(file());
        for (int i = 0; i < 5; ++i) {
            append(partial, block);
        }
        QVERIFY(QFile::copy(path(".part"), folder_->filePath("b.part")));
        QVERIFY(QFile::copy(path(".part.json"), folder_->filePath("b.part.json")));
        PartialFile after(folder_->filePath("b").toStdString());
        after.restore({});
        QCOMPARE(after.byteSize(), 32 << 20);
        partial.drop();
    }

    void otherBytesAreDropped() {
        leave("hello");
        QFile part(path(".part"));
        QVERIFY(part.open(QIODevice::ReadWrite) && part.write("j") == 1);
        part.close();
        QCOMPARE(restored(), 0);
        QVERIFY(leftovers().isEmpty());
    }

    void missingBytesAreNoPrefix() {
        leave("hello");
        QVERIFY(QFile::resize(path(".part"), 4));
        QCOMPARE(restored(), 0);
    }

    void brokenNotes_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("list") << QByteArray("[1]");
        QTest::newRow("no hash") << QByteArray(R"({"url": "", "tag": "", "modified": "", "bytes": 5})");
        QTest::newRow("too many") << QByteArray(
            R"({"url": "", "tag": "", "modified": "", "bytes": 1e30, "sha256": ""})");
    }

    void brokenNotes() {
        QFETCH(QByteArray, text);
        leave("hello");
        QFile note(path(".part.json"));
        QVERIFY(note.open(QIODevice::WriteOnly | QIODevice::Truncate) && note.write(text) == text.size());
        note.close();
        QCOMPARE(restored(), 0);
        QVERIFY(leftovers().isEmpty());
    }

    void oneDownloadAtATime() {
        PartialFile first(file());
        append(first, "hello");
        const QString error = refusal(ErrorCode::failed, [&] { PartialFile second(file()); });
        QVERIFY2(error.contains("is already being downloaded"), qPrintable(error));
        QCOMPARE(first.byteSize(), 5);
    }

    void linksAreNotFollowed() {
        QFile other(folder_->filePath("other"));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("mine") == 4);
        other.close();
        QCOMPARE(::symlink("other", path(".part").toLocal8Bit().constData()), 0);
        QVERIFY(refusal(ErrorCode::failed, [&] { PartialFile partial(file()); }).contains("cannot write"));
        QCOMPARE(other.size(), 4);
    }

    void cancelledRehashKeepsTheBytes() {
        leave("hello");
        std::stop_source stop;
        stop.request_stop();
        {
            PartialFile partial(file());
            QVERIFY_EXCEPTION_THROWN(partial.restore(stop.get_token()), Cancelled);
        }
        QCOMPARE(restored(), 5);
    }
};

QTEST_GUILESS_MAIN(PartialFileTest)
#include "partial_file_test.moc"
