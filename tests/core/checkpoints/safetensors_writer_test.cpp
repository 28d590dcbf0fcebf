// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/checkpoints/safetensors.h"
#include "core/checkpoints/safetensors_writer.h"

#include <ATen/ATen.h>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <span>

using namespace palimpsest;

class SafetensorsWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReaderReadsItBack() {
        const at::Tensor a = at::arange(6, at::kFloat).reshape({2, 3});
        const at::Tensor b = at::arange(5, at::kHalf);
        SafetensorsWriter writer(path(),
                                 {{"a", ElementType::float32, {2, 3}},
                                  {"empty", ElementType::float32, {0, 7}},
                                  {"b", ElementType::float16, {5}}},
                                 {{"made", "here"}});
        write(writer, bytesOf(a).first(7)); // portions need not be tensors
        write(writer, bytesOf(a).subspan(7));
        write(writer, bytesOf(b));
        const std::uint64_t size = writer.fileSize();
        const std::string hash = writer.finish();
        QCOMPARE(hash, sha256OfFile(path()));
        QCOMPARE(static_cast<std::uint64_t>(QFile(QString::fromStdString(path())).size()), size);
        const Safetensors content = readSafetensors(path());
        QVERIFY(content.tensors.at("a").equal(a));
        QVERIFY(content.tensors.at("b").equal(b));
        QCOMPARE(content.tensors.at("empty").sizes().vec(), (std::vector<std::int64_t>{0, 7}));
        QCOMPARE(content.metadata.at("made"), std::string("here"));
    }

    void nothingIsThereBeforeTheEnd() {
        {
            SafetensorsWriter writer(path(), {{"a", ElementType::float32, {2}}});
            write(writer, bytesOf(at::ones({1})));
            QVERIFY(!QFile::exists(QString::fromStdString(path())));
            QVERIFY_THROWS_EXCEPTION(Bug, writer.finish());
        }
        QCOMPARE(QDir(folder_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 0);
    }

    void moreThanAnnouncedIsABug() {
        SafetensorsWriter writer(path(), {{"a", ElementType::float32, {1}}});
        QVERIFY_THROWS_EXCEPTION(Bug, write(writer, bytesOf(at::ones({2}))));
    }

    void cleanup() { QFile::remove(QString::fromStdString(path())); }

private:
    static std::span<const std::byte> bytesOf(const at::Tensor& tensor) {
        return {static_cast<const std::byte*>(tensor.const_data_ptr()), tensor.nbytes()};
    }
    static void write(SafetensorsWriter& writer, std::span<const std::byte> bytes) { writer.write(bytes); }
    std::string path() const { return folder_.filePath("x.safetensors").toStdString(); }

    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(SafetensorsWriterTest)
#include "safetensors_writer_test.moc"
