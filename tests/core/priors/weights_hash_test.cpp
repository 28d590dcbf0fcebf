// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/priors/weights_hash.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

namespace {

constexpr const char* kHashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

} // namespace

class WeightsHashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        write("weights", "abc");
    }

    void knownAnswer();
    void rememberedUntilTheFileChanges();
    void damagedCacheIsIgnored();
    void unwritableCacheIsIgnored();
    void missingFile();

private:
    std::string path(const char* name) const { return folder_->filePath(name).toStdString(); }

    void write(const char* name, const QByteArray& content) const {
        QFile file(folder_->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    void setTime(const char* name, qint64 seconds) const {
        QFile file(folder_->filePath(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(seconds), QFileDevice::FileModificationTime));
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

void WeightsHashTest::knownAnswer() {
    QCOMPARE(WeightsHash().of(path("weights")), kHashOfAbc);
    QCOMPARE(WeightsHash(path("cache.json")).of(path("weights")), kHashOfAbc);
}

void WeightsHashTest::rememberedUntilTheFileChanges() {
    const WeightsHash hash(path("cache/hashes.json"));
    setTime("weights", 1000000000);
    QCOMPARE(hash.of(path("weights")), kHashOfAbc);
    // Equal size and time: the file is not read again, which is what the cache is for ...
    write("weights", "abd");
    setTime("weights", 1000000000);
    QCOMPARE(hash.of(path("weights")), kHashOfAbc);
    QVERIFY(hash.fresh(path("weights")) != kHashOfAbc);
    // ... and another time or size makes it be read.
    setTime("weights", 1000000001);
    QCOMPARE(hash.of(path("weights")), hash.fresh(path("weights")));
    write("weights", "abcd");
    setTime("weights", 1000000001);
    QCOMPARE(hash.of(path("weights")), hash.fresh(path("weights")));
}

void WeightsHashTest::damagedCacheIsIgnored() {
    for (const char* content : {"", "{", "[]", "null", R"({"x": 3})", "\xff\xfe"}) {
        write("cache.json", content);
        QCOMPARE(WeightsHash(path("cache.json")).of(path("weights")), kHashOfAbc);
    }
    const QByteArray key = QByteArray::fromStdString(path("weights"));
    write("cache.json", "{\"" + key + "\": {\"stamp\": 3, \"sha256\": 4}}");
    QCOMPARE(WeightsHash(path("cache.json")).of(path("weights")), kHashOfAbc);
}

void WeightsHashTest::unwritableCacheIsIgnored() {
    QCOMPARE(WeightsHash("/proc/no/such/cache.json").of(path("weights")), kHashOfAbc);
}

void WeightsHashTest::missingFile() {
    QVERIFY_EXCEPTION_THROWN(WeightsHash(path("cache.json")).of(path("nothing")), Error);
    QVERIFY_EXCEPTION_THROWN(WeightsHash().of(path("nothing")), Error);
}

QTEST_GUILESS_MAIN(WeightsHashTest)
#include "weights_hash_test.moc"
