// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What trainers put around and beside the names of a network.
#include "core/model_import/recognition.h"
#include "core/networks/adm/adm_unet_config.h"
#include "core/networks/adm/adm_unet_weights.h"

#include <QTest>

#include <algorithm>

using namespace palimpsest;

namespace {

/// A checkpoint of shapes alone.
CheckpointOutline outlineOf(const std::string& path, const std::vector<PlannedWeight>& plan,
                            const std::string& prefix = {}) {
    CheckpointOutline outline{.path = path, .format = "torch-zip"};
    for (const PlannedWeight& weight : plan) {
        outline.tensors.push_back({prefix + weight.name, ElementType::float32, weight.shape});
    }
    return outline;
}

AdmUNetConfig small() {
    return {.modelChannels = 32, .channelMultipliers = {1, 2}, .residualBlocks = 1, .attentionDownsampling = {2}};
}

bool says(const RecognisedModel& model, const std::string& words) {
    return std::any_of(model.facts.begin(), model.facts.end(),
                       [&](const Message& fact) { return fact.text().find(words) != std::string::npos; });
}

} // namespace

class WeightNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrappersAreTakenOff_data();
    void wrappersAreTakenOff();
    void averagesHaveManyNames_data();
    void averagesHaveManyNames();
    void averagesWithoutDotsGetThemBack();
    void whatIsNoWeightIsPassedOver();
};

void WeightNamesTest::wrappersAreTakenOff_data() {
    QTest::addColumn<QString>("prefix");
    for (const char* prefix :
         {"_orig_mod.", "module._orig_mod.", "_orig_mod.module.", "module.module.", "net.", "unet.module.",
          "state_dict/model._orig_mod.", "state_dict_ema/module.", "my_own_wrapper.", "trainer/whatever.net_g.",
          "model.denoise_fn._orig_mod.module.", "_forward_module.model._fsdp_wrapped_module."}) {
        QTest::newRow(prefix) << prefix;
    }
}

void WeightNamesTest::wrappersAreTakenOff() {
    QFETCH(QString, prefix);
    const Recognition found =
        recognise(outlineOf("x.pt", admUNetParameters(small(), planAdmUNet(small())), prefix.toStdString()));
    QVERIFY2(found.model.problem.isEmpty(), found.model.problem.text().c_str());
    QCOMPARE(found.weights.front().name, std::string("time_embed.0.weight"));
}

/// Averages by any name are taken, and the state that they follow is not.
void WeightNamesTest::averagesHaveManyNames_data() {
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("averages");
    const auto row = [](const char* state, const char* averages) { QTest::newRow(averages) << state << averages; };
    row("state_dict/", "state_dict_ema/module.");
    row("model/", "ema/");
    row("state_dict/model.", "state_dict/ema_model.");
    row("ema/online_model.", "ema/ema_model.");
    row("model/", "swa_model/module.");
    row("state_dict/net.", "state_dict/net_ema.");
    row("model/module.", "averaged_state/module._orig_mod.");
    row("model/", "shadow_params/");
}

void WeightNamesTest::averagesHaveManyNames() {
    QFETCH(QString, state);
    QFETCH(QString, averages);
    const auto plan = admUNetParameters(small(), planAdmUNet(small()));
    CheckpointOutline outline = outlineOf("x.pt", plan, state.toStdString());
    const CheckpointOutline second = outlineOf("x.pt", plan, averages.toStdString());
    const std::size_t first = outline.tensors.size();
    outline.tensors.insert(outline.tensors.end(), second.tensors.begin(), second.tensors.end());
    const Recognition found = recognise(outline);
    QVERIFY2(found.model.problem.isEmpty(), found.model.problem.text().c_str());
    QVERIFY(found.weights.front().index >= first);
    QVERIFY(says(found.model, "averaged weights"));
}

void WeightNamesTest::averagesWithoutDotsGetThemBack() {
    const auto plan = admUNetParameters(small(), planAdmUNet(small()));
    CheckpointOutline outline = outlineOf("x.ckpt", plan, "state_dict/model.diffusion_model.");
    const std::size_t first = outline.tensors.size();
    for (const PlannedWeight& weight : plan) {
        std::string name = "diffusion_model." + weight.name;
        std::erase(name, '.');
        outline.tensors.push_back({"state_dict/model_ema." + name, ElementType::float32, weight.shape});
    }
    outline.tensors.push_back({"state_dict/model_ema.decay", ElementType::float32, {}});
    const Recognition found = recognise(outline);
    QVERIFY2(found.model.problem.isEmpty(), found.model.problem.text().c_str());
    QVERIFY(found.weights.front().index >= first);
}

/// Counters and the schedule are no weights.
void WeightNamesTest::whatIsNoWeightIsPassedOver() {
    CheckpointOutline outline = outlineOf("x.pt", admUNetParameters(small(), planAdmUNet(small())));
    for (const char* name :
         {"total_ops", "input_blocks.1.0.total_params", "n_averaged", "middle_block.1.num_batches_tracked"}) {
        outline.tensors.push_back({name, ElementType::float64, {1}});
    }
    outline.tensors.push_back({"betas", ElementType::float32, {1000}});
    QVERIFY(recognise(outline).model.problem.isEmpty());
    outline.tensors.push_back({"input_blocks.1.0.gate", ElementType::float32, {1}});
    QVERIFY(!recognise(outline).model.problem.isEmpty());
}

QTEST_GUILESS_MAIN(WeightNamesTest)
#include "weight_names_test.moc"
