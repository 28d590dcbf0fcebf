// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/provenance/record_file.h"
#include "tests/support/whole_record.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

class RecordFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pathsBelowAreRelative();
    void pathsElsewhereAreAbsolute();
    void pathsAreFoundAgain();
    void writesAndReads();
    void refusesBadFiles();
};

void RecordFileTest::pathsBelowAreRelative() {
    QCOMPARE(recordPathOf("/a/out.png"), "/a/out.png.json");
    QCOMPARE(pathForRecord("/a/b/out.png.json", "/a/b/in.png"), "in.png");
    QCOMPARE(pathForRecord("/a/b/out.png.json", "/a/b/c/in.png"), "c/in.png");
    QCOMPARE(pathForRecord("/a/b/out.png.json", "/a/x/../b/in.png"), "in.png");
    QCOMPARE(pathForRecord("out.png.json", "in.png"), "in.png");
    QCOMPARE(pathForRecord("/a/b/out.png.json", ""), "");
}

void RecordFileTest::pathsElsewhereAreAbsolute() {
    QCOMPARE(pathForRecord("/a/b/out.png.json", "/a/in.png"), "/a/in.png");
    QCOMPARE(pathForRecord("/a/b/out.png.json", "/a/bc/in.png"), "/a/bc/in.png");
    QCOMPARE(pathForRecord("sub/out.png.json", "in.png"), (QDir::currentPath() + "/in.png").toStdString());
}

void RecordFileTest::pathsAreFoundAgain() {
    QCOMPARE(pathFromRecord("/a/b/out.png.json", "c/in.png"), "/a/b/c/in.png");
    QCOMPARE(pathFromRecord("/a/b/out.png.json", "/x/in.png"), "/x/in.png");
    QCOMPARE(pathFromRecord("out.png.json", "in.png"), "in.png");
    QCOMPARE(pathFromRecord("/a/out.png.json", ""), "");
}

void RecordFileTest::writesAndReads() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath("out.png.json").toStdString();
    writeRunRecord(path, wholeRecord());
    QCOMPARE(readRunRecord(path), wholeRecord());
    QVERIFY_EXCEPTION_THROWN(writeRunRecord(folder.filePath("no/out.json").toStdString(), wholeRecord()), Error);
}

void RecordFileTest::refusesBadFiles() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("r.json");
    QVERIFY_EXCEPTION_THROWN(readRunRecord(path.toStdString()), Error);
    for (const char* content : {"", "{", "{}", "[1]", "\xff\xfe"}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY_EXCEPTION_THROWN(readRunRecord(path.toStdString()), Error);
    }
}

QTEST_GUILESS_MAIN(RecordFileTest)
#include "record_file_test.moc"
