// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/files/atomic_file.h"
#include "core/io/image_file.h"
#include "tests/support/refusal.h"
#include "tests/support/test_images.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace palimpsest;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
}

QStringList everythingIn(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

/// While it lives, files cannot grow beyond a size: the nearest thing to a full disk that needs no privileges.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, SIG_DFL);
    }

private:
    rlimit before_{};
};

/// A file system of its own in memory, unmounted at the end.
class SmallDisk {
public:
    SmallDisk(const QString& folder, const char* options) : folder_(folder.toUtf8()) {
        QDir().mkpath(folder);
        isMounted_ = ::mount("none", folder_.constData(), "tmpfs", 0, options) == 0;
    }
    ~SmallDisk() {
        if (isMounted_) {
            ::umount2(folder_.constData(), MNT_DETACH);
        }
    }
    bool isMounted() const { return isMounted_; }
    void makeReadOnly() const { ::mount("none", folder_.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr); }

private:
    QByteArray folder_;
    bool isMounted_ = false;
};

QString writeRefusal(const QString& path, const std::string& content) {
    return refusal(ErrorCode::failed, [&] { writeFileAtomically(path.toStdString(), content); });
}

} // namespace

class AtomicFileTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir root_;

    /// A fresh folder that holds old.png with the content "old".
    QString freshFolder() const {
        static int count = 0;
        const QString folder = root_.filePath(QString::number(++count));
        QDir().mkpath(folder);
        writeFileAtomically((folder + "/old.png").toStdString(), "old");
        return folder;
    }

    void verifyUntouched(const QString& folder) const {
        QCOMPARE(contentOf(folder + "/old.png"), QByteArray("old"));
        QCOMPARE(everythingIn(folder), QStringList{"old.png"});
    }

private Q_SLOTS:
    void writesAndReplaces() {
        const QString folder = freshFolder();
        writeFileAtomically((folder + "/old.png").toStdString(), "new");
        QCOMPARE(contentOf(folder + "/old.png"), QByteArray("new"));
        QCOMPARE(everythingIn(folder), QStringList{"old.png"});
    }

    void theTargetOfADanglingLinkIsMade() {
        const QString folder = freshFolder();
        QVERIFY(QFile::link("inner.png", folder + "/middle.png"));
        QVERIFY(QFile::link("middle.png", folder + "/link.png"));
        writeFileAtomically((folder + "/link.png").toStdString(), "new");
        QCOMPARE(contentOf(folder + "/inner.png"), QByteArray("new"));
        QVERIFY(QFileInfo(folder + "/link.png").isSymLink() && QFileInfo(folder + "/middle.png").isSymLink());
    }

    void aNameThatIsTooLongIsRefusedAtOnce() {
        const QString folder = freshFolder();
        const std::string start = (folder + "/").toStdString();
        writeFileAtomically(start + std::string(255, 'x'), "new");
        const QString text = refusal(ErrorCode::failed, [&] { AtomicFile file(start + std::string(256, 'x')); });
        QVERIFY2(text.contains("shorter"), qPrintable(text));
    }

    void nothingIsSeenBeforeTheCommit() {
        const QString folder = freshFolder();
        {
            AtomicFile file((folder + "/old.png").toStdString());
            file.write("half of it");
            QCOMPARE(contentOf(folder + "/old.png"), QByteArray("old"));
        }
        verifyUntouched(folder);
    }

    void piecesAreJoined() {
        const QString folder = freshFolder();
        AtomicFile file((folder + "/old.png").toStdString());
        file.write("one ");
        file.write("");
        file.write("two");
        file.commit();
        QCOMPARE(contentOf(folder + "/old.png"), QByteArray("one two"));
    }

    void aLimitOfSizeLeavesTheOldFile() {
        const QString folder = freshFolder();
        {
            const FileSizeLimit limit(1000);
            QVERIFY(writeRefusal(folder + "/old.png", std::string(5000, 'x')).contains("old file"));
            const Image image = patterned({300, 200}, 3, PixelDepth::uint16);
            QVERIFY(refusal(ErrorCode::failed, [&] {
                        writeImage((folder + "/old.png").toStdString(), image);
                    }).contains("cannot write"));
            QVERIFY(refusal(ErrorCode::failed, [&] {
                        writeImage((folder + "/new.png").toStdString(), image);
                    }).contains("cannot write"));
        }
        verifyUntouched(folder);
    }

    void aFullDiskLeavesTheOldFile() {
        const QString folder = root_.filePath("small");
        const SmallDisk disk(folder, "size=64k");
        if (!disk.isMounted()) {
            QSKIP("mounting a small disk needs privileges");
        }
        writeFileAtomically((folder + "/old.png").toStdString(), "old");
        QVERIFY(writeRefusal(folder + "/old.png", std::string(200000, 'x')).contains("No space left"));
        verifyUntouched(folder);
    }

    void aReadOnlyDiskIsSaid() {
        const QString folder = root_.filePath("readonly");
        const SmallDisk disk(folder, "size=64k");
        if (!disk.isMounted()) {
            QSKIP("mounting a disk needs privileges");
        }
        writeFileAtomically((folder + "/old.png").toStdString(), "old");
        disk.makeReadOnly();
        QVERIFY(writeRefusal(folder + "/new.png", "x").contains("Read-only"));
        verifyUntouched(folder);
    }

    void foldersThatCannotBeWritten() {
        const QString folder = freshFolder();
        QVERIFY(writeRefusal(folder + "/missing/a.png", "x").contains("No such file"));
        QVERIFY(writeRefusal(folder, "x").contains("directory"));
        QVERIFY(writeRefusal(folder + "/old.png/a.png", "x").contains("Not a directory"));
        if (::geteuid() != 0) {
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
            QVERIFY(writeRefusal(folder + "/new.png", "x").contains("Permission denied"));
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            QFile::setPermissions(folder + "/old.png", QFile::ReadOwner);
            QVERIFY(writeRefusal(folder + "/old.png", "x").contains("Permission denied"));
        }
        verifyUntouched(folder);
    }

    void devicesAreWrittenToDirectly() {
        writeFileAtomically("/dev/null", "gone");
        QVERIFY(!QFileInfo("/dev/null").isFile());
        QVERIFY(writeRefusal("/dev/full", "x").contains("No space left"));
    }

    void permissionsAndLinksAreKept() {
        const QString folder = freshFolder();
        QFile::setPermissions(folder + "/old.png", QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        const auto before = QFile::permissions(folder + "/old.png");
        QFile::link("old.png", folder + "/link.png");
        writeFileAtomically((folder + "/link.png").toStdString(), "through the link");
        QVERIFY(QFileInfo(folder + "/link.png").isSymLink());
        QCOMPARE(contentOf(folder + "/old.png"), QByteArray("through the link"));
        QCOMPARE(QFile::permissions(folder + "/old.png"), before);
    }

    void namesOfEveryLengthAndInTheCurrentFolder() {
        const QString folder = freshFolder();
        const std::string longest = (folder + "/" + QString(255, 'n')).toStdString();
        writeFileAtomically(longest, "x");
        QCOMPARE(contentOf(QString::fromStdString(longest)), QByteArray("x"));
        QVERIFY(writeRefusal(QString::fromStdString(longest + "n"), "x").contains("too long"));
        const QString before = QDir::currentPath();
        QDir::setCurrent(folder);
        writeFileAtomically("plain.txt", "here");
        QDir::setCurrent(before);
        QCOMPARE(contentOf(folder + "/plain.txt"), QByteArray("here"));
    }
};

QTEST_GUILESS_MAIN(AtomicFileTest)
#include "atomic_file_test.moc"
