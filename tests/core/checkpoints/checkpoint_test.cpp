// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/checkpoints/checkpoint.h"
#include "core/checkpoints/safetensors.h"

#include <ATen/ATen.h>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <cstring>
#include <set>

using namespace palimpsest;

namespace {

std::string golden(const std::string& name) { return PALIMPSEST_SOURCE_DIR "/tests/golden/checkpoints/" + name; }

bool sameBytes(const at::Tensor& a, const at::Tensor& b) {
    return a.scalar_type() == b.scalar_type() && a.sizes() == b.sizes() && a.is_contiguous() && b.is_contiguous() &&
           std::memcmp(a.const_data_ptr(), b.const_data_ptr(), a.nbytes()) == 0;
}

/// The text that a fact has for a value of the reference's JSON.
bool isFact(const std::string& fact, const Json& expected) {
    if (expected.is_number_float()) {
        return std::strtod(fact.c_str(), nullptr) == expected.get<double>();
    }
    return fact == (expected.is_string() ? expected.get<std::string>() : expected.dump());
}

std::set<std::string> gradients(const Checkpoint& checkpoint) {
    std::set<std::string> names;
    for (const TensorInfo& info : checkpoint.tensors()) {
        if (info.requiresGrad) {
            names.insert(info.name);
        }
    }
    return names;
}

} // namespace

class CheckpointTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

private Q_SLOTS:
    void filesOfTorchAreReadBitForBit_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("format");
        for (const char* name : {"state_dict", "element_types", "new_element_types", "odd_shapes", "shared_views",
                                 "score_sde", "lightning", "bare_tensor"}) {
            QTest::addRow("%s", name) << QString(name) + ".pt" << QString(name) << "torch-zip";
            QTest::addRow("%s, legacy", name) << QString(name) + ".legacy.pt" << QString(name) << "torch-legacy";
        }
        QTest::newRow("protocol 4") << "protocol4.pt" << "state_dict" << "torch-zip";
        QTest::newRow("without checksums") << "no_checksums.pt" << "state_dict" << "torch-zip";
    }

    void filesOfTorchAreReadBitForBit() {
        QFETCH(QString, file);
        QFETCH(QString, reference);
        QFETCH(QString, format);
        const auto checkpoint = openCheckpoint(golden(file.toStdString()));
        const Safetensors expected = readSafetensors(golden(reference.toStdString() + ".expected.safetensors"));
        const Json record = parseJson(expected.metadata.at("record"), "record");
        QCOMPARE(checkpoint->format(), format.toStdString());
        QCOMPARE(checkpoint->tensors().size(), expected.tensors.size());
        for (std::size_t i = 0; i < checkpoint->tensors().size(); ++i) {
            const TensorInfo& info = checkpoint->tensors()[i];
            QCOMPARE(info.name, record["order"][i].get<std::string>());
            const at::Tensor read = checkpoint->read(i);
            QVERIFY2(sameBytes(read, expected.tensors.at(info.name)), info.name.c_str());
            QVERIFY(!read.requires_grad());
        }
        const Json& facts = record["facts"];
        QCOMPARE(checkpoint->facts().size(), facts.size());
        for (const auto& [name, value] : facts.items()) {
            QVERIFY2(checkpoint->facts().contains(name), name.c_str());
            QVERIFY2(isFact(checkpoint->facts().at(name), value), (name + ": " + checkpoint->facts().at(name)).c_str());
        }
        QCOMPARE(gradients(*checkpoint), record["requiresGrad"].get<std::set<std::string>>());
    }

    void safetensorsAreReadToo() {
        const std::string path = golden("shared_views.expected.safetensors");
        const auto checkpoint = openCheckpoint(path);
        const Safetensors expected = readSafetensors(path);
        QCOMPARE(checkpoint->format(), std::string("safetensors"));
        QCOMPARE(checkpoint->facts(), expected.metadata);
        QCOMPARE(checkpoint->tensors().size(), expected.tensors.size());
        for (std::size_t i = 0; i < checkpoint->tensors().size(); ++i) {
            QVERIFY(sameBytes(checkpoint->read(i), expected.tensors.at(checkpoint->tensors()[i].name)));
        }
    }

    void nameOfTheFileDoesNotMatter() {
        const QString path = folder_.filePath("weights.safetensors");
        QVERIFY(QFile::copy(QString::fromStdString(golden("score_sde.legacy.pt")), path));
        QCOMPARE(openCheckpoint(path.toStdString())->format(), std::string("torch-legacy"));
    }

    void tensorsAreOwnedAndOutliveTheFile() {
        auto checkpoint = openCheckpoint(golden("state_dict.pt"));
        const at::Tensor first = checkpoint->read(0);
        const at::Tensor again = checkpoint->read(0);
        checkpoint.reset();
        QVERIFY(first.equal(again));
        QVERIFY(first.const_data_ptr() != again.const_data_ptr());
    }

    void flippedNumbersAreNoticedByTheirChecksum() {
        QFile source(QString::fromStdString(golden("state_dict.pt")));
        QVERIFY(source.open(QIODevice::ReadOnly));
        QByteArray bytes = source.readAll();
        const auto tensor = openCheckpoint(golden("state_dict.pt"))->read(0);
        const auto place = bytes.indexOf(QByteArray(static_cast<const char*>(tensor.const_data_ptr()), 16));
        QVERIFY(place > 0);
        bytes[place + 3] = static_cast<char>(bytes[place + 3] ^ 1);
        const QString path = folder_.filePath("flipped.pt");
        QFile flipped(path);
        QVERIFY(flipped.open(QIODevice::WriteOnly) && flipped.write(bytes) == bytes.size() && flipped.flush());
        const auto checkpoint = openCheckpoint(path.toStdString());
        QVERIFY_EXCEPTION_THROWN(checkpoint->read(0), Error);
        checkpoint->read(1);
    }

    void fileThatIsCutWhileItIsOpenIsAnError() {
        const QString path = folder_.filePath("cut.pt");
        QVERIFY(QFile::copy(QString::fromStdString(golden("state_dict.legacy.pt")), path));
        const auto checkpoint = openCheckpoint(path.toStdString());
        QVERIFY(QFile::resize(path, 1000));
        QVERIFY_EXCEPTION_THROWN(checkpoint->read(checkpoint->tensors().size() - 1), Error);
    }
};

QTEST_GUILESS_MAIN(CheckpointTest)
#include "checkpoint_test.moc"
