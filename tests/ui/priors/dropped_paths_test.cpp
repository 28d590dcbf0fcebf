// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/dropped_paths.h"

#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace palimpsest::ui;

class DroppedPathsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contentTells_data();
    void contentTells();
    void realCheckpointsAreKnown_data();
    void realCheckpointsAreKnown();
    void foldersAreForTheImport();
    void onlyLocalPathsAreTaken();
};

void DroppedPathsTest::contentTells_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isCheckpoint");
    const QByteArray safetensors = QByteArray("\x12\0\0\0\0\0\0\0", 8) + "{\"__metadata__\":{}}";
    QTest::newRow("zip") << QByteArray("PK\x03\x04 and so on") << true;
    QTest::newRow("pickle") << QByteArray("\x80\x02\x8a\x0a", 4) << true;
    QTest::newRow("safetensors") << safetensors << true;
    QTest::newRow("header longer than the file") << QByteArray("\xff\x00\0\0\0\0\0\0{}", 10) << false;
    QTest::newRow("tar") << QByteArray(257, 'n') + "ustar" + QByteArray(300, '\0') << true;
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << false;
    QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0 JFIF", 9) << false;
    QTest::newRow("page") << QByteArray("<!doctype html>") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void DroppedPathsTest::contentTells() {
    QFETCH(QByteArray, content);
    QFETCH(bool, isCheckpoint);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("anything.png"))); // the name tells nothing
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QCOMPARE(looksLikeCheckpoint(file.fileName()), isCheckpoint);
}

void DroppedPathsTest::realCheckpointsAreKnown_data() {
    QTest::addColumn<QString>("path");
    for (const char* name : {"checkpoints/state_dict.pt", "checkpoints/state_dict.legacy.pt", "ncsnpp/cat.pth",
                             "adm_unet/legacy.weights.safetensors"}) {
        QTest::newRow(name) << QStringLiteral(PALIMPSEST_SOURCE_DIR "/tests/golden/") + QLatin1String(name);
    }
}

void DroppedPathsTest::realCheckpointsAreKnown() {
    QFETCH(QString, path);
    QVERIFY(QFile::exists(path));
    QVERIFY(looksLikeCheckpoint(path));
}

void DroppedPathsTest::foldersAreForTheImport() {
    const QTemporaryDir folder;
    QVERIFY(looksLikeCheckpoint(folder.path()));
    QVERIFY(!looksLikeCheckpoint(folder.filePath(QStringLiteral("not there"))));
}

void DroppedPathsTest::onlyLocalPathsAreTaken() {
    QMimeData data;
    data.setUrls({QUrl(QStringLiteral("https://example.org/a.pt")), QUrl::fromLocalFile(QStringLiteral("/b.pt")),
                  QUrl::fromLocalFile(QStringLiteral("/c"))});
    QCOMPARE(droppedPaths(data), QStringList({QStringLiteral("/b.pt"), QStringLiteral("/c")}));
}

QTEST_GUILESS_MAIN(DroppedPathsTest)
#include "dropped_paths_test.moc"
