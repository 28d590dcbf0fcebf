// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/checkpoints/safetensors.h"

#include <ATen/ATen.h>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

namespace {

/// Eight bytes of length, the header, the data.
QByteArray fileOf(const QByteArray& header, const QByteArray& data) {
    const auto length = static_cast<std::uint64_t>(header.size());
    return QByteArray(reinterpret_cast<const char*>(&length), sizeof length) + header + data;
}

QByteArray lengthOf(std::uint64_t length) { return {reinterpret_cast<const char*>(&length), sizeof length}; }

const char* const kPair =
    R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[4],"data_offsets":[8,12]}})";

} // namespace

class SafetensorsTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

    std::string pathOf(const char* name) const { return folder_.filePath(name).toStdString(); }

    std::string written(const QByteArray& bytes) const {
        QFile file(folder_.filePath("given.safetensors"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write the test file");
        }
        return file.fileName().toStdString();
    }

private Q_SLOTS:
    void roundTripKeepsEverything() {
        Safetensors content;
        content.metadata = {{"format", "pt"}, {"note", "a \"quoted\" note"}};
        content.tensors.add("half", at::randn({3, 1, 5}).to(at::kHalf));
        content.tensors.add("bytes", at::arange(7, at::kByte));
        content.tensors.add("double", at::randn({2, 2}, at::kDouble));
        content.tensors.add("scalar", at::full({}, 42, at::kLong));
        content.tensors.add("empty", at::empty({0, 3}));
        content.tensors.add("bfloat", at::randn({5}).to(at::kBFloat16));
        content.tensors.add("strided", at::randn({4, 6}).t());
        writeSafetensors(pathOf("round.safetensors"), content);
        const Safetensors back = readSafetensors(pathOf("round.safetensors"));
        QCOMPARE(back.metadata, content.metadata);
        QCOMPARE(back.tensors.size(), content.tensors.size());
        for (const auto& [name, tensor] : content.tensors) {
            const at::Tensor& found = back.tensors.at(name);
            QCOMPARE(found.scalar_type(), tensor.scalar_type());
            QCOMPARE(found.sizes(), tensor.sizes());
            QVERIFY2(found.equal(tensor), name.c_str());
        }
    }

    void tensorsOutliveEverythingElseAndTheFileStaysAsItWas() {
        Safetensors content;
        content.tensors.add("a", at::arange(1000, at::kFloat));
        const std::string path = pathOf("borrowed.safetensors");
        writeSafetensors(path, content);
        at::Tensor borrowed = readSafetensors(path).tensors.at("a");
        QFile::remove(QString::fromStdString(path));
        QVERIFY(borrowed.equal(at::arange(1000, at::kFloat)));
        writeSafetensors(path, content);
        at::Tensor changed = readSafetensors(path).tensors.at("a");
        changed.fill_(7);
        QVERIFY(readSafetensors(path).tensors.at("a").equal(at::arange(1000, at::kFloat)));
    }

    void unalignedTensorsAreRead() {
        const QByteArray header =
            R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}})";
        const float value = 2.5F;
        const Safetensors read = readSafetensors(
            written(fileOf(header, QByteArray("x") + QByteArray(reinterpret_cast<const char*>(&value), 4))));
        QCOMPARE(read.tensors.at("b").item<float>(), 2.5F);
    }

    void orderOfTheHeaderDoesNotMatter() {
        const QByteArray header =
            R"({"z":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"a":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}}   )";
        const Safetensors read = readSafetensors(written(fileOf(header, "xyz")));
        QCOMPARE(read.tensors.begin()->first, std::string("z"));
        QCOMPARE(read.tensors.at("a").item<int>(), int('z'));
    }

    void brokenRulesAreNamed_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("complaint");
        const QByteArray data(12, 'x');
        const auto row = [&](const char* name, const QByteArray& bytes, const char* complaint) {
            QTest::newRow(name) << bytes << QString(complaint);
        };
        const auto one = [&](const char* entry, const QByteArray& content = {}) {
            return fileOf(QByteArray("{\"a\":") + entry + "}", content);
        };
        row("no bytes", {}, "shorter than the 8 bytes");
        row("seven bytes", QByteArray(7, '\0'), "shorter than the 8 bytes");
        row("huge header", lengthOf(100'000'001) + kPair, "longer than 100 MB");
        row("header of 2^64 - 1", lengthOf(~std::uint64_t{0}) + kPair, "longer than 100 MB");
        row("header past the end", lengthOf(1000) + kPair, "beyond the end");
        row("empty header", fileOf("", ""), "start with {");
        row("leading space", fileOf(QByteArray(" ") + kPair, data), "start with {");
        row("list as header", fileOf("[1]", ""), "start with {");
        row("padding of zeros", fileOf(QByteArray(kPair) + QByteArray(1, '\0'), data), "padded with something other");
        row("padding of newlines", fileOf(QByteArray(kPair) + "\n", data), "padded with something other");
        row("no JSON", fileOf("{\"a\":}", ""), "not valid JSON");
        row("duplicate name",
            fileOf(
                R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})",
                "x"),
            "twice");
        row("metadata is a list", fileOf(R"({"__metadata__":[]})", ""), "__metadata__ is not an object");
        row("metadata with a number", fileOf(R"({"__metadata__":{"k":1}})", ""), "other than text under \"k\"");
        row("entry is a number", one("1"), "must have dtype, shape and data_offsets");
        row("entry without shape", one(R"({"dtype":"U8","data_offsets":[0,0],"x":1})"), "must have dtype, shape");
        row("entry with more", one(R"({"dtype":"U8","shape":[1],"data_offsets":[0,1],"x":1})", "x"), "nothing else");
        row("unknown dtype", one(R"({"dtype":"F4","shape":[2],"data_offsets":[0,1]})", "x"), "dtype F4");
        row("dtype in small letters", one(R"({"dtype":"f32","shape":[1],"data_offsets":[0,4]})", "xxxx"), "dtype f32");
        row("dtype is a number", one(R"({"dtype":32,"shape":[1],"data_offsets":[0,4]})", "xxxx"), "dtype 32");
        row("negative side", one(R"({"dtype":"U8","shape":[-1],"data_offsets":[0,1]})", "x"), "not a whole number");
        row("side 1.5", one(R"({"dtype":"U8","shape":[1.5],"data_offsets":[0,1]})", "x"), "not a whole number");
        row("shape is a number", one(R"({"dtype":"U8","shape":1,"data_offsets":[0,1]})", "x"), "not a list");
        row("product overflows", one(R"({"dtype":"F64","shape":[4294967296,4294967296],"data_offsets":[0,0]})"),
            "larger than memory");
        row("side beyond 2^63", one(R"({"dtype":"U8","shape":[9223372036854775808],"data_offsets":[0,1]})", "x"),
            "larger than memory");
        row("three offsets", one(R"({"dtype":"U8","shape":[1],"data_offsets":[0,1,2]})", "x"), "not a pair");
        row("negative offset", one(R"({"dtype":"U8","shape":[1],"data_offsets":[-1,0]})", "x"), "not a whole number");
        row("end before begin", one(R"({"dtype":"U8","shape":[0],"data_offsets":[1,0]})", "x"), "lie outside");
        row("end past the file", one(R"({"dtype":"U8","shape":[2],"data_offsets":[0,2]})", "x"), "lie outside");
        row("size does not fit", one(R"({"dtype":"F32","shape":[2],"data_offsets":[0,4]})", "xxxx"), "do not fit");
        row("hole", one(R"({"dtype":"U8","shape":[1],"data_offsets":[1,2]})", "xx"), "gap before the bytes of \"a\"");
        row("bytes left over", one(R"({"dtype":"U8","shape":[1],"data_offsets":[0,1]})", "xx"), "belong to no tensor");
        row("overlap",
            fileOf(
                R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})",
                "xxx"),
            "overlap");
        row("cut file", fileOf(kPair, data.left(11)), "lie outside");
    }

    void brokenRulesAreNamed() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, complaint);
        const std::string path = written(bytes);
        try {
            readSafetensors(path);
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::badInput);
            QVERIFY2(QString::fromStdString(error.message().text()).contains(complaint), error.what());
            QVERIFY2(error.message().text().find(path) != std::string::npos, error.what());
            return;
        }
        QFAIL("the file was accepted");
    }

    void theFileOfTheRowsIsValidWithoutItsFlaw() {
        QCOMPARE(readSafetensors(written(fileOf(kPair, QByteArray(12, 'x')))).tensors.size(), std::size_t{2});
    }

    void missingFileAndFolderAreErrors() {
        QVERIFY_EXCEPTION_THROWN(readSafetensors(pathOf("none")), Error);
        QVERIFY_EXCEPTION_THROWN(readSafetensors(folder_.path().toStdString()), Error);
    }

    void headerIsPaddedAndDataAligned() {
        Safetensors content;
        content.tensors.add("odd", at::arange(3, at::kByte));
        content.tensors.add("wide", at::randn({3}, at::kDouble));
        writeSafetensors(pathOf("aligned.safetensors"), content);
        QFile file(folder_.filePath("aligned.safetensors"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::uint64_t length = 0;
        QCOMPARE(file.read(reinterpret_cast<char*>(&length), 8), 8);
        QCOMPARE(length % 8, std::uint64_t{0});
        QCOMPARE(file.size(), static_cast<qint64>(8 + length + 24 + 3));
    }
};

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "safetensors_test.moc"
