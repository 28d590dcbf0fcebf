// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/checkpoints/safetensors.h"
#include "core/networks/network.h"
#include "core/priors/prior.h"
#include "tests/support/tiny_prior.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <limits>

using namespace palimpsest;

class PriorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        prior_ = makeTinyPrior(folder_->path().toStdString());
    }

    void savedIsLoaded();
    void storesTheTypeOfTheCard();
    void verifiesAWholePrior();
    void missingWeights();
    void truncatedWeights();
    void oneFlippedBit();
    void emptyWeights();
    void hashOfAnotherFile();
    void notNumbers();
    void wrongShape();
    void missingTensor();
    void leftOverTensor();
    void otherTypeThanTheCard();
    void otherChannelsThanTheCard();
    void impossibleConfiguration();
    void notNumbersAreNotSaved();

private:
    QString weights() const { return folder_->filePath("weights.safetensors"); }

    /// Saves other weights under the card, with a hash that fits them.
    void replaceWeights(const StateDict& weights) { prior_.card = savePrior(prior_.folder, prior_.card, weights); }

    /// What loading says; empty if it succeeds.
    std::string complaint() const {
        try {
            loadPrior(prior_, WeightsHash());
        } catch (const Error& error) {
            return error.code() == ErrorCode::badInput && !error.hint().isEmpty() ? error.what()
                                                                                  : "wrong code or no next step";
        }
        return {};
    }

    bool complains(const char* about) const {
        const std::string said = complaint();
        return said.find(about) != std::string::npos && said.find('\n') == std::string::npos;
    }

    std::unique_ptr<QTemporaryDir> folder_;
    PriorEntry prior_;
};

void PriorTest::savedIsLoaded() {
    prior_.card.weightsDtype = "F32";
    const StateDict saved = tinyWeights(prior_.card, 7);
    replaceWeights(saved);
    const auto network = loadPrior(prior_, WeightsHash());
    std::int64_t count = 0;
    for (const auto& [name, tensor] : network->parameters()) {
        QVERIFY2(at::equal(tensor, saved.at(name)), name.c_str());
        QVERIFY(!tensor.requires_grad());
        count += tensor.numel();
    }
    QCOMPARE(parameterCount(prior_), count);
    QCOMPARE(readPriorCard(prior_.folder), prior_.card);
}

void PriorTest::storesTheTypeOfTheCard() {
    QCOMPARE(prior_.card.weightsDtype, "F16");
    for (const auto& [name, tensor] : readSafetensors(weights().toStdString()).tensors) {
        QCOMPARE(tensor.scalar_type(), at::kHalf);
    }
    for (const auto& [name, tensor] : loadPrior(prior_, WeightsHash())->parameters()) {
        QCOMPARE(tensor.scalar_type(), at::kFloat);
    }
}

void PriorTest::verifiesAWholePrior() { verifyPrior(prior_); }

void PriorTest::missingWeights() {
    QVERIFY(QFile::remove(weights()));
    QVERIFY(complains("weights.safetensors"));
}

void PriorTest::truncatedWeights() {
    QFile file(weights());
    QVERIFY(file.resize(file.size() / 2));
    QVERIFY(complains("altered or incomplete"));
    QVERIFY_EXCEPTION_THROWN(verifyPrior(prior_), Error);
    prior_.card.weightsSha256 = WeightsHash().fresh(weights().toStdString());
    QVERIFY(complains("not a valid safetensors file"));
}

void PriorTest::oneFlippedBit() {
    QFile file(weights());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() - 3));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(file.size() - 3));
    QVERIFY(file.putChar(static_cast<char>(byte ^ 1)));
    file.close();
    QVERIFY(complains("altered or incomplete"));
}

void PriorTest::emptyWeights() {
    QVERIFY(QFile::resize(weights(), 0));
    QVERIFY(complains("altered or incomplete"));
    prior_.card.weightsSha256 = WeightsHash().fresh(weights().toStdString());
    QVERIFY(!complaint().empty());
}

void PriorTest::hashOfAnotherFile() {
    prior_.card.weightsSha256 = std::string(64, '0');
    QVERIFY(complains("SHA-256"));
}

void PriorTest::notNumbers() {
    for (const double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        Safetensors content{.tensors = tinyWeights(prior_.card)};
        Safetensors damaged;
        for (const auto& [name, tensor] : content.tensors) {
            damaged.tensors.add(name, tensor.to(at::kHalf));
        }
        const auto& [name, first] = *damaged.tensors.begin();
        at::Tensor(first).view(-1)[0] = bad;
        writeSafetensors(weights().toStdString(), damaged);
        prior_.card.weightsSha256 = WeightsHash().fresh(weights().toStdString());
        QVERIFY(complains("NaN"));
        QVERIFY(complains(name.c_str()));
    }
}

void PriorTest::wrongShape() {
    StateDict wrong;
    for (const auto& [name, tensor] : tinyWeights(prior_.card)) {
        wrong.add(name, wrong.size() == 0 ? at::ones({3, 5}) : tensor);
    }
    replaceWeights(wrong);
    QVERIFY(complains("do not fit"));
}

void PriorTest::missingTensor() {
    StateDict fewer;
    bool dropped = false;
    for (const auto& [name, tensor] : tinyWeights(prior_.card)) {
        if (std::exchange(dropped, true)) {
            fewer.add(name, tensor);
        }
    }
    replaceWeights(fewer);
    QVERIFY(complains("do not fit"));
}

void PriorTest::leftOverTensor() {
    StateDict more = tinyWeights(prior_.card);
    more.add("surplus", at::ones({2}));
    replaceWeights(more);
    QVERIFY(complains("surplus"));
}

void PriorTest::otherTypeThanTheCard() {
    prior_.card.weightsDtype = "F32";
    QVERIFY(complains("F32"));
}

void PriorTest::otherChannelsThanTheCard() {
    prior_.card.channels = 1;
    QVERIFY(complains("channels"));
}

void PriorTest::impossibleConfiguration() {
    for (const char* config : {R"({"widths": []})", R"({"widths": [-8]})", R"({"colour": 1})", R"([1, 2])", R"("text")",
                               R"({"widths": [1000000000]})", R"({"unshuffle": 1000})"}) {
        prior_.card.config = config;
        QVERIFY2(!complaint().empty(), config);
        QVERIFY2(complaint() != "wrong code or no next step", config);
    }
}

void PriorTest::notNumbersAreNotSaved() {
    StateDict weights;
    weights.add("w", at::full({2}, std::numeric_limits<float>::quiet_NaN()));
    const QString folder = folder_->filePath("new");
    QVERIFY_EXCEPTION_THROWN(savePrior(folder.toStdString(), prior_.card, weights), Error);
    QVERIFY(!QFile::exists(folder + "/card.json"));
    QVERIFY(!QFile::exists(folder + "/weights.safetensors"));
}

QTEST_GUILESS_MAIN(PriorTest)
#include "prior_test.moc"
