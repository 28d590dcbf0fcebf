// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/checkpoints/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

class AtomicFileTest : public QObject {
    Q_OBJECT

private:
    static QByteArray contentOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
    }

private Q_SLOTS:
    void replacesTheOldFileAtCommitOnly() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("x");
        writeTextAtomically(path.toStdString(), "old");
        {
            AtomicFile file(path.toStdString());
            const std::string text = "new";
            file.write(std::as_bytes(std::span(text)));
            QCOMPARE(contentOf(path), QByteArray("old"));
            file.commit();
        }
        QCOMPARE(contentOf(path), QByteArray("new"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void abandonedFileLeavesNothing() {
        const QTemporaryDir folder;
        { AtomicFile file(folder.filePath("x").toStdString()); }
        QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
    }

    void missingFolderIsAnError() {
        const QTemporaryDir folder;
        QVERIFY_EXCEPTION_THROWN(AtomicFile(folder.filePath("none/x").toStdString()), Error);
    }
};

QTEST_GUILESS_MAIN(AtomicFileTest)
#include "atomic_file_test.moc"
