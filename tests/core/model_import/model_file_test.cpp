// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Folders and pieces: which files are taken, and that they are read as one.
#include "core/checkpoints/safetensors.h"
#include "core/model_import/model_file.h"
#include "core/model_import/training_folder.h"
#include "core/model_import/weight_shards.h"
#include "tests/support/refusal.h"

#include <ATen/ATen.h>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <memory>

using namespace palimpsest;

namespace {

void write(const std::string& path, const std::vector<std::pair<std::string, double>>& tensors) {
    Safetensors content;
    for (const auto& [name, value] : tensors) {
        content.tensors.add(name, at::full({2, 3}, value, at::kFloat));
    }
    writeSafetensors(path, content);
}

std::string chosen(const std::vector<const char*>& names) {
    std::vector<std::filesystem::path> files(names.begin(), names.end());
    return checkpointOfTraining(files).value_or("").filename().string();
}

} // namespace

class ModelFileTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;

    std::string path(const std::string& name) const {
        return folder_->filePath(QString::fromStdString(name)).toStdString();
    }
    void text(const std::string& name, const std::string& content) const {
        QFile file(QString::fromStdString(path(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content.data(), static_cast<qint64>(content.size()));
    }
    /// Two pieces and their index.
    void pieces(const std::string& index, const std::string& first, const std::string& second) const {
        write(path(first), {{"a", 1}, {"b", 2}});
        write(path(second), {{"c", 3}});
        text(index, nlohmann::json{{"weight_map", {{"a", first}, {"b", first}, {"c", second}}}}.dump());
    }
    void expectAll(const std::string& named) const {
        const ModelFile file = openModelFile(path(named));
        QCOMPARE(file.outline.tensors.size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i) {
            const double expected = file.outline.tensors[i].name[0] - 'a' + 1;
            QCOMPARE(file.checkpoint->read(i).sum().item<double>(), 6 * expected);
        }
        QCOMPARE(file.outline.byteSize,
                 QFileInfo(QString::fromStdString(path("m-00001-of-00002.safetensors"))).size() +
                     QFileInfo(QString::fromStdString(path("m-00002-of-00002.safetensors"))).size());
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void piecesAreReadAsOne() {
        pieces("m.safetensors.index.json", "m-00001-of-00002.safetensors", "m-00002-of-00002.safetensors");
        for (const char* named :
             {"", "m.safetensors.index.json", "m-00001-of-00002.safetensors", "m-00002-of-00002.safetensors"}) {
            expectAll(named);
        }
    }

    void brokenPiecesAreNamed() {
        pieces("m.safetensors.index.json", "m-00001-of-00002.safetensors", "m-00002-of-00002.safetensors");
        QFile::remove(folder_->filePath("m-00002-of-00002.safetensors"));
        const auto complaint = [&] { return refusal(ErrorCode::badInput, [&] { openModelFile(path("")); }); };
        QVERIFY(complaint().contains("m-00002-of-00002.safetensors"));
        write(path("m-00002-of-00002.safetensors"), {{"a", 3}});
        QVERIFY(complaint().contains("in two pieces"));
        for (const char* index : {R"({"weight_map": {"a": "../m-00001-of-00002.safetensors"}})", R"({"weight_map": 1})",
                                  R"({"weight_map": {"a": 1}})", R"({"weight_map": {}})", "[]"}) {
            text("m.safetensors.index.json", index);
            QVERIFY2(complaint().contains("no index") || complaint().contains("not beside its index"), index);
        }
        QFile::remove(folder_->filePath("m.safetensors.index.json"));
        QVERIFY(complaint().contains("without their index"));
    }

    void namesOfPieces() {
        for (const char* name : {"m-00001-of-00003.safetensors", "m.fp16-00001-of-00003.safetensors",
                                 "m-00001-of-00003.fp16.safetensors", "pytorch_model-00002-of-00002.bin"}) {
            QVERIFY2(isShardName(name), name);
        }
        for (const char* name : {"model.safetensors", "best-of-3.pt", "two-of-us.pt", "1-of-3.pt"}) {
            QVERIFY2(!isShardName(name), name);
        }
    }

    void aTrainingsFolderHasOneToTake() {
        QCOMPARE(chosen({"ema_0.9999_010000.pt", "ema_0.9999_020000.pt", "model020000.pt", "opt020000.pt"}),
                 std::string("ema_0.9999_020000.pt"));
        QCOMPARE(chosen({"model009000.pt", "model010000.pt", "opt010000.pt"}), std::string("model010000.pt"));
        QCOMPARE(chosen({"epoch=3-step=900.ckpt", "epoch=12-step=3000.ckpt", "last.ckpt"}), std::string("last.ckpt"));
        QCOMPARE(chosen({"checkpoint_9.pth", "checkpoint_10.pth", "best.pth"}), std::string("best.pth"));
        QCOMPARE(chosen({"model.safetensors", "optimizer.bin", "scheduler.bin"}), std::string("model.safetensors"));
        QCOMPARE(chosen({"optimizer.pt", "pytorch_model.bin", "rng_state.pth", "scheduler.pt", "training_args.bin"}),
                 std::string("pytorch_model.bin"));
        QCOMPARE(chosen({"model.pt", "model_ema.pt"}), std::string("model_ema.pt"));
        QCOMPARE(chosen({"generator.pt", "discriminator.pt"}), std::string());
        QCOMPARE(chosen({"optimizer.pt", "scheduler.pt"}), std::string());
    }

    void whatWasTakenIsSaid() {
        write(path("model.safetensors"), {{"a", 1}});
        write(path("optimizer.safetensors"), {{"b", 1}});
        const ModelFile file = openModelFile(path(""));
        QCOMPARE(file.outline.chosenFile, std::string("model.safetensors"));
        QCOMPARE(file.outline.tensors.front().name, std::string("a"));
        write(path("vae.safetensors"), {{"b", 1}});
        QVERIFY(refusal(ErrorCode::badInput, [&] { openModelFile(path("")); }).contains("several checkpoints"));
    }

    void aTrainersSubfolderIsFound() {
        QDir(folder_->path()).mkpath("run/unet");
        QDir(folder_->path()).mkpath("run/unet_ema");
        write(path("run/unet/model.safetensors"), {{"a", 1}});
        write(path("run/unet_ema/model.safetensors"), {{"a", 2}});
        const ModelFile file = openModelFile(path("run"));
        QCOMPARE(file.checkpoint->read(0).sum().item<double>(), 12.0);
    }
};

QTEST_GUILESS_MAIN(ModelFileTest)
#include "model_file_test.moc"
