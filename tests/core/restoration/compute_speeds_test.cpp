// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/compute_speeds.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

class ComputeSpeedsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersEachKindOfRunAcrossProcesses() {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("new/speed.json").toStdString();
        const RestoreSpec plain;
        RestoreSpec exact;
        exact.precision = "fp32";
        ComputeSpeeds speeds(file);
        QVERIFY(!speeds.of(plain));
        speeds.remember(plain, 1e9);
        speeds.remember(plain, 2e9);
        QCOMPARE(speeds.of(plain), std::optional(2e9));
        QVERIFY(!speeds.of(exact));
        QCOMPARE(ComputeSpeeds(file).of(plain), std::optional(2e9));
    }

    void aDamagedFileIsAsGoodAsNone() {
        const QTemporaryDir folder;
        for (const QByteArray& content : {QByteArray("{"), QByteArray("[1]"), QByteArray(R"({"auto auto 0": "fast"})"),
                                          QByteArray(R"({"auto auto 0": -1})")}) {
            QFile file(folder.filePath("speed.json"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            file.close();
            ComputeSpeeds speeds(file.fileName().toStdString());
            QVERIFY(!speeds.of({}));
            speeds.remember({}, 5);
            QCOMPARE(ComputeSpeeds(file.fileName().toStdString()).of({}), std::optional(5.0));
        }
    }

    void aFolderThatCannotBeWrittenSpoilsNothing() {
        ComputeSpeeds speeds("/proc/no/speed.json");
        speeds.remember({}, 5);
        QCOMPARE(speeds.of({}), std::optional(5.0));
    }
};

QTEST_GUILESS_MAIN(ComputeSpeedsTest)
#include "compute_speeds_test.moc"
