// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/model_import/published_checkpoints.h"
#include "core/model_import/recognition.h"
#include "core/networks/adm/adm_unet_config.h"
#include "core/networks/adm/adm_unet_weights.h"
#include "core/networks/ncsnpp/ncsnpp_weights.h"
#include "core/networks/unet2d/unet2d_weights.h"
#include "tests/support/refusal.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

using namespace palimpsest;

namespace {

using Answers = std::map<std::string, std::string>;

/// A checkpoint of shapes alone.
CheckpointOutline outlineOf(const std::string& path, const std::vector<PlannedWeight>& plan,
                            const std::string& prefix = {}) {
    CheckpointOutline outline{.path = path, .format = "torch-zip"};
    for (const PlannedWeight& weight : plan) {
        outline.tensors.push_back({prefix + weight.name, ElementType::float32, weight.shape});
        outline.byteSize += static_cast<std::int64_t>(outline.tensors.back().byteCount());
    }
    return outline;
}

CheckpointOutline admOutline(const std::string& path, const AdmUNetConfig& config) {
    return outlineOf(path, admUNetParameters(config, planAdmUNet(config)));
}

/// As score_sde_pytorch saves: the state of a model with its frozen matrix and a buffer, and averages without names.
CheckpointOutline trainingState(const std::string& path, const NcsnppConfig& config) {
    CheckpointOutline outline{.path = path, .format = "torch-legacy"};
    const auto plan = ncsnppParameters(config, planNcsnpp(config));
    outline.tensors.push_back({"model/module.sigmas", ElementType::float32, {1000}});
    for (const PlannedWeight& weight : plan) {
        outline.tensors.push_back({"model/module." + weight.name, ElementType::float32, weight.shape});
    }
    std::size_t number = 0;
    for (const PlannedWeight& weight : plan) {
        if (weight.name != "all_modules.0.W") {
            outline.tensors.push_back(
                {"ema/shadow_params/" + std::to_string(number++), ElementType::float32, weight.shape});
        }
    }
    return outline;
}

// clang-format off
NcsnppConfig aapm() {
    return {.channels = 1, .channelMultipliers = {1, 2, 2, 2}, .residualBlocks = 4, .attentionDownsampling = {},
            .progressive = NcsnppPyramid::none, .progressiveInput = NcsnppPyramid::residual};
}

NcsnppConfig faces1024() {
    return {.modelChannels = 16, .channelMultipliers = {1, 2, 4, 8, 16, 32, 32, 32}, .residualBlocks = 1, .attentionDownsampling = {64}};
}

NcsnppConfig cifar() {
    return {.channelMultipliers = {1, 2, 2, 2}, .residualBlocks = 4, .attentionDownsampling = {2}, .embedding = NcsnppEmbedding::positional,
            .fir = false, .progressive = NcsnppPyramid::none, .progressiveInput = NcsnppPyramid::none, .scaleBySigma = false, .centered = true};
}
// clang-format on

/// The names and shapes of celeba_hq.ckpt: 128 channels, six levels of two blocks, attention at 1/16.
class SimpleDdpm {
public:
    CheckpointOutline outline() {
        constexpr std::array kWidths{128, 128, 256, 256, 512, 512};
        constexpr std::size_t kAttention = 4;
        linear("temb.dense.0", kTime / 4, kTime);
        linear("temb.dense.1", kTime, kTime);
        convolution("conv_in", 3, 128);
        std::vector<int> kept{128};
        int from = 128;
        for (std::size_t level = 0; level < kWidths.size(); ++level) {
            const std::string path = "down." + std::to_string(level);
            for (int i = 0; i < 2; ++i) {
                block(path + ".block." + std::to_string(i), from, kWidths[level]);
                from = kWidths[level];
                kept.push_back(from);
                if (level == kAttention) {
                    attention(path + ".attn." + std::to_string(i), from);
                }
            }
            if (level + 1 < kWidths.size()) {
                convolution(path + ".downsample.conv", from, from);
                kept.push_back(from);
            }
        }
        block("mid.block_1", from, from);
        attention("mid.attn_1", from);
        block("mid.block_2", from, from);
        for (std::size_t level = kWidths.size(); level-- > 0;) {
            const std::string path = "up." + std::to_string(level);
            for (int i = 0; i < 3; ++i) {
                block(path + ".block." + std::to_string(i), from + kept.back(), kWidths[level]);
                kept.pop_back();
                from = kWidths[level];
                if (level == kAttention) {
                    attention(path + ".attn." + std::to_string(i), from);
                }
            }
            if (level > 0) {
                convolution(path + ".upsample.conv", from, from);
            }
        }
        norm("norm_out", from);
        convolution("conv_out", from, 3);
        return outline_;
    }

private:
    static constexpr int kTime = 512;

    void add(const std::string& name, std::vector<std::int64_t> shape) {
        outline_.tensors.push_back({name, ElementType::float32, std::move(shape)});
    }
    void norm(const std::string& path, int width) {
        add(path + ".weight", {width});
        add(path + ".bias", {width});
    }
    void linear(const std::string& path, int from, int to) {
        add(path + ".weight", {to, from});
        add(path + ".bias", {to});
    }
    void convolution(const std::string& path, int from, int to, int side = 3) {
        add(path + ".weight", {to, from, side, side});
        add(path + ".bias", {to});
    }
    void block(const std::string& path, int from, int to) {
        norm(path + ".norm1", from);
        convolution(path + ".conv1", from, to);
        linear(path + ".temb_proj", kTime, to);
        norm(path + ".norm2", to);
        convolution(path + ".conv2", to, to);
        if (from != to) {
            convolution(path + ".nin_shortcut", from, to, 1);
        }
    }
    void attention(const std::string& path, int width) {
        norm(path + ".norm", width);
        for (const char* layer : {".q", ".k", ".v", ".proj_out"}) {
            convolution(path + layer, width, width, 1);
        }
    }

    CheckpointOutline outline_{.path = "celeba_hq.ckpt"};
};

CheckpointOutline celebaHq() { return SimpleDdpm().outline(); }

const ModelChoice* choiceOf(const RecognisedModel& model, const std::string& name) {
    const auto found =
        std::find_if(model.choices.begin(), model.choices.end(), [&](const ModelChoice& c) { return c.name == name; });
    return found == model.choices.end() ? nullptr : &*found;
}

AdmUNetConfig adm256() {
    return {.outputChannels = 6,
            .modelChannels = 256,
            .channelMultipliers = {1, 1, 2, 2, 4, 4},
            .attentionDownsampling = {8, 16, 32}};
}

AdmUNetConfig with(AdmUNetConfig config, int classes, std::vector<double> multipliers = {},
                   std::vector<int> attention = {}) {
    config.classes = classes;
    if (!multipliers.empty()) {
        config.channelMultipliers = std::move(multipliers);
        config.attentionDownsampling = std::move(attention);
    }
    return config;
}

AdmUNetConfig adm64() {
    AdmUNetConfig config = with(adm256(), 1000, {1, 2, 3, 4}, {2, 4, 8});
    config.modelChannels = 192;
    config.residualBlocks = 3;
    config.attentionOrder = AttentionOrder::split;
    return config;
}

AdmUNetConfig adm128() {
    AdmUNetConfig config = with(adm256(), 1000, {1, 1, 2, 3, 4}, {4, 8, 16});
    config.headChannels = 0;
    config.heads = 4;
    return config;
}

AdmUNetConfig ffhq() {
    AdmUNetConfig config = adm256();
    config.modelChannels = 128;
    config.residualBlocks = 1;
    config.attentionDownsampling = {16};
    return config;
}

/// What DDS trained: grey pictures with a variance.
AdmUNetConfig dds(int channels) {
    AdmUNetConfig config = ffhq();
    config.inputChannels = channels;
    config.outputChannels = 2 * channels;
    config.modelChannels = 256;
    return config;
}

CheckpointOutline named(std::vector<std::string> names, const std::string& path = "some.pt") {
    CheckpointOutline outline{.path = path};
    for (std::string& name : names) {
        outline.tensors.push_back({std::move(name), ElementType::float32, {4, 4}});
    }
    return outline;
}

} // namespace

class RecognitionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishedAdm_data();
    void publishedAdm();
    void fileNameTellsThoseOfOneShape();
    void unknownAdmIsAsked();
    void onlyAFileOfThatNameIsCalledThePublishedOne();
    void choicesAreTaken();
    void choicesThatDoNotExistAreRefused();
    void sideCarAnswersBeforeGuesses();
    void wrappersAreTakenOff_data();
    void wrappersAreTakenOff();
    void upsamplerIsRefused();
    void publishedNcsnpp_data();
    void publishedNcsnpp();
    void averagesMustFit();
    void statesWithoutAveragesAreSaid();
    void simpleDdpm();
    void averagesInAListComeLast();
    void diffusersFolder();
    void diffusersNeedsItsConfig();
    void otherCheckpoints_data();
    void otherCheckpoints();
    void brokenNetworks();
    void idsAreMadeFromNames();
};

void RecognitionTest::publishedAdm_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("tensors");
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("schedule");
    QTest::newRow("256 uncond") << "256x256_diffusion_uncond.pt" << 0 << 566 << 256 << "linear";
    QTest::newRow("lsun") << "lsun_cat.pt" << 0 << 566 << 256 << "linear";
    QTest::newRow("repaint") << "celeba256_250000.pt" << 0 << 566 << 256 << "linear";
    QTest::newRow("256 classes") << "256x256_diffusion.pt" << 1 << 567 << 256 << "linear";
    QTest::newRow("512 classes") << "512x512_diffusion.pt" << 2 << 645 << 512 << "linear";
    QTest::newRow("128 classes") << "128x128_diffusion.pt" << 3 << 493 << 128 << "linear";
    QTest::newRow("64 classes") << "64x64_diffusion.pt" << 4 << 541 << 64 << "cosine";
    QTest::newRow("ffhq") << "ffhq_10m.pt" << 5 << 362 << 256 << "linear";
    QTest::newRow("dds ct") << "AAPM256_1M.pt" << 6 << 0 << 256 << "linear";
    QTest::newRow("dds mri") << "fastmri_knee_320_complex_1m.pt" << 7 << 0 << 320 << "linear";
}

void RecognitionTest::publishedAdm() {
    QFETCH(QString, file);
    QFETCH(int, row);
    QFETCH(int, tensors);
    QFETCH(int, size);
    QFETCH(QString, schedule);
    const AdmUNetConfig configs[] = {adm256(),
                                     with(adm256(), 1000),
                                     with(adm256(), 1000, {0.5, 1, 1, 2, 2, 4, 4}, {16, 32, 64}),
                                     adm128(),
                                     adm64(),
                                     ffhq(),
                                     dds(1),
                                     dds(2)};
    const Recognition found = recognise(admOutline(file.toStdString(), configs[row]));
    QVERIFY2(found.model.problem.isEmpty(), found.model.problem.text().c_str());
    if (tensors > 0) {
        QCOMPARE(static_cast<int>(found.weights.size()), tensors);
    }
    QCOMPARE(found.card.architecture, std::string("adm-unet"));
    QCOMPARE(parseJson(found.card.config, "card").dump(), toJson(configs[row]).dump());
    QCOMPARE(found.card.nativeSize, size);
    QCOMPARE(found.card.schedule, schedule.toStdString());
    QCOMPARE(found.card.parametrisation, std::string("eps"));
    QVERIFY(choiceOf(found.model, "size")->isKnown && choiceOf(found.model, "schedule")->isKnown);
}

void RecognitionTest::fileNameTellsThoseOfOneShape() {
    const Recognition cat = recognise(admOutline("/models/lsun_cat.pt", adm256()));
    QCOMPARE(cat.card.id, std::string("lsun-cat-256"));
    QCOMPARE(cat.card.licence, std::string("MIT"));
    const Recognition mine = recognise(admOutline("/models/My Model.pt", adm256()));
    QCOMPARE(mine.card.id, std::string("my-model"));
    QCOMPARE(mine.card.title, std::string("My Model"));
    QVERIFY(mine.model.licence.empty());
    QVERIFY(choiceOf(mine.model, "heads")->isKnown); // all that share the shapes agree
    QCOMPARE(choiceOf(mine.model, "heads")->assumed, std::string("64-channels"));
}

void RecognitionTest::unknownAdmIsAsked() {
    AdmUNetConfig config = ffhq();
    config.modelChannels = 64;
    const Recognition found = recognise(admOutline("x.pt", config));
    for (const char* name : {"heads", "attention-order", "schedule", "prediction", "value-range", "size"}) {
        const ModelChoice* choice = choiceOf(found.model, name);
        QVERIFY2(choice && !choice->isKnown && !choice->question.isEmpty(), name);
        QCOMPARE(choice->values.front(), choice->assumed);
    }
    QCOMPARE(found.model.parameterCount > 0, true);
}

/// Shapes tell the configuration; whose weights they are, they do not.
void RecognitionTest::onlyAFileOfThatNameIsCalledThePublishedOne() {
    const Recognition named = recognise(admOutline("ffhq_10m.pt", ffhq()), {});
    QCOMPARE(named.card.title, std::string("FFHQ faces 256 px"));
    QVERIFY(!named.card.trainingData.empty());
    const Recognition other = recognise(admOutline("my cats.pt", ffhq()), {});
    QCOMPARE(other.card.title, std::string("my cats"));
    QCOMPARE(other.card.id, std::string("my-cats"));
    QVERIFY(other.card.trainingData.empty());
    QCOMPARE(other.card.config, named.card.config);
    QCOMPARE(other.card.nativeSize, 256);
}

void RecognitionTest::choicesAreTaken() {
    AdmUNetConfig config = ffhq();
    config.modelChannels = 64;
    const Answers answers{{"heads", "4"},      {"attention-order", "new"}, {"schedule", "cosine"},
                          {"prediction", "v"}, {"value-range", "0..1"},    {"size", "200"}};
    const Recognition found = recognise(admOutline("x.pt", config), answers);
    config.heads = 4;
    config.headChannels = 0;
    config.attentionOrder = AttentionOrder::split;
    QCOMPARE(parseJson(found.card.config, "card").dump(), toJson(config).dump());
    QCOMPARE(found.card.schedule, std::string("cosine"));
    QCOMPARE(found.card.parametrisation, std::string("v"));
    QCOMPARE(found.card.valueRange, (std::array<double, 2>{0, 1}));
    QCOMPARE(found.card.nativeSize, 200);
    QVERIFY(choiceOf(found.model, "heads")->isKnown);
}

void RecognitionTest::choicesThatDoNotExistAreRefused() {
    const auto outline = admOutline("x.pt", ffhq());
    const auto answer = [&](const Answers& answers) {
        return refusal(ErrorCode::badArgument, [&] { recognise(outline, answers); });
    };
    QVERIFY2(answer({{"schedule", "steep"}}).contains("linear, cosine"), qPrintable(answer({{"schedule", "steep"}})));
    QVERIFY2(answer({{"colour", "red"}}).contains("heads"), qPrintable(answer({{"colour", "red"}})));
    QVERIFY2(answer({{"size", "big"}}).contains("from 8 to 8192"), qPrintable(answer({{"size", "big"}})));
    QVERIFY2(answer({{"size", "4"}}).contains("from 8 to 8192"), qPrintable(answer({{"size", "4"}})));
    QVERIFY2(answer({{"heads", "7"}}).contains("64-channels"), qPrintable(answer({{"heads", "7"}})));
}

void RecognitionTest::sideCarAnswersBeforeGuesses() {
    CheckpointOutline outline = admOutline("ffhq_10m.pt", ffhq());
    outline.beside = {{"schedule", "cosine"}, {"author", "somebody"}};
    const Recognition found = recognise(outline);
    QCOMPARE(found.card.schedule, std::string("cosine")); // before the table of published ones
    QCOMPARE(recognise(outline, {{"schedule", "linear"}}).card.schedule, std::string("linear"));
}

void RecognitionTest::wrappersAreTakenOff_data() {
    QTest::addColumn<QString>("prefix");
    QTest::newRow("data parallel") << "module.";
    QTest::newRow("lightning") << "state_dict/model.";
    QTest::newRow("latent diffusion's naming") << "state_dict/model.diffusion_model.";
    QTest::newRow("average") << "model_ema/";
    QTest::newRow("list") << "0/module.";
    QTest::newRow("deep") << "checkpoint/params_ema/";
}

void RecognitionTest::wrappersAreTakenOff() {
    QFETCH(QString, prefix);
    const AdmUNetConfig config = ffhq();
    const Recognition found =
        recognise(outlineOf("x.pt", admUNetParameters(config, planAdmUNet(config)), prefix.toStdString()));
    QVERIFY2(found.model.problem.isEmpty(), found.model.problem.text().c_str());
    QCOMPARE(parseJson(found.card.config, "card").dump(), toJson(config).dump());
    QCOMPARE(found.weights.front().name, std::string("time_embed.0.weight"));
}

void RecognitionTest::upsamplerIsRefused() {
    AdmUNetConfig config = with(adm64(), 1000, {1, 1, 2, 2, 4, 4}, {8, 16, 32});
    config.inputChannels = 6;
    config.residualBlocks = 2;
    config.attentionOrder = AttentionOrder::legacy;
    const Recognition found = recognise(admOutline("64_256_upsampler.pt", config));
    QVERIFY(found.model.problem.text().find("low-resolution picture") != std::string::npos);
    QVERIFY(found.weights.empty());
    QCOMPARE(found.model.parameterCount, 311'795'910);
}

void RecognitionTest::publishedNcsnpp_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("tensors");
    QTest::addColumn<qint64>("parameters");
    QTest::addColumn<QString>("size");
    QTest::addColumn<double>("sigmaMax"); // 0: variance-preserving
    QTest::newRow("AAPM") << 0 << 521 << qint64{61'433'601} << "256" << 378.0;
    QTest::newRow("fastMRI") << 1 << 521 << qint64{61'433'601} << "320" << 378.0;
    QTest::newRow("bedroom") << 2 << 645 << qint64{65'574'549} << "256" << 378.0;
    QTest::newRow("FFHQ 1024") << 3 << 553 << qint64{105'785'896} << "1024" << 1348.0;
    QTest::newRow("CIFAR-10") << 4 << 564 << qint64{61'804'419} << "32" << 0.0;
}

void RecognitionTest::publishedNcsnpp() {
    QFETCH(int, row);
    QFETCH(int, tensors);
    QFETCH(qint64, parameters);
    QFETCH(QString, size);
    QFETCH(double, sigmaMax);
    const NcsnppConfig configs[] = {aapm(), aapm(), {}, faces1024(), cifar()};
    const char* files[] = {"checkpoint_185.pth", "checkpoint_95.pth", "checkpoint_7.pth", "x.pth", "x.pth"};
    const CheckpointOutline outline = trainingState(files[row], configs[row]);
    const Recognition found = recognise(outline);
    QVERIFY2(found.model.problem.isEmpty(), found.model.problem.text().c_str());
    QCOMPARE(static_cast<int>(found.weights.size()), tensors);
    QCOMPARE(static_cast<qint64>(found.model.parameterCount), parameters);
    QCOMPARE(parseJson(found.card.config, "card").dump(), toJson(configs[row]).dump());
    QCOMPARE(found.card.nativeSize, size.toInt());
    QCOMPARE(found.card.timeLabel, std::string(sigmaMax > 0 ? "sigma" : "index"));
    QCOMPARE(found.card.parametrisation, std::string(sigmaMax > 0 ? "score" : "eps"));
    QCOMPARE(found.card.schedule, std::string(sigmaMax > 0 ? "ve" : "linear"));
    QCOMPARE(found.card.valueRange[0], sigmaMax > 0 ? 0.0 : -1.0);
    if (sigmaMax > 0) {
        QCOMPARE(std::get<double>(found.card.scheduleValues.at("sigma-max")), sigmaMax);
    }
    // The frozen matrix comes from the state, everything else from the averages.
    for (const WeightSource& weight : found.weights) {
        const std::string& stored = outline.tensors[weight.index].name;
        QVERIFY2(weight.name == "all_modules.0.W" ? stored == "model/module.all_modules.0.W"
                                                  : stored.starts_with("ema/shadow_params/"),
                 stored.c_str());
    }
}

void RecognitionTest::averagesMustFit() {
    CheckpointOutline outline = trainingState("x.pth", aapm());
    outline.tensors.pop_back();
    QVERIFY(QString(refusal(ErrorCode::badInput, [&] { recognise(outline); })).contains("none is left"));
    outline = trainingState("x.pth", aapm());
    outline.tensors.back().shape = {7};
    QVERIFY(QString(refusal(ErrorCode::badInput, [&] { recognise(outline); })).contains("is 7, but"));
    outline = trainingState("x.pth", aapm());
    outline.tensors.push_back({"ema/shadow_params/9999", ElementType::float32, {1}});
    QVERIFY(QString(refusal(ErrorCode::badInput, [&] { recognise(outline); })).contains("have a name"));
}

void RecognitionTest::statesWithoutAveragesAreSaid() {
    CheckpointOutline outline = trainingState("x.pth", aapm());
    std::erase_if(outline.tensors, [](const TensorInfo& t) { return t.name.starts_with("ema/"); });
    const Recognition found = recognise(outline);
    QVERIFY2(found.model.problem.isEmpty(), found.model.problem.text().c_str());
    const bool isSaid = std::any_of(found.model.facts.begin(), found.model.facts.end(), [](const Message& fact) {
        return fact.text().find("no average") != std::string::npos;
    });
    QVERIFY(isSaid);
}

void RecognitionTest::simpleDdpm() {
    const Recognition found = recognise(celebaHq());
    QVERIFY2(found.model.problem.isEmpty(), found.model.problem.text().c_str());
    QCOMPARE(found.weights.size(), std::size_t{450});
    QCOMPARE(found.model.parameterCount, 113'673'219);
    QCOMPARE(found.card.architecture, std::string("unet2d"));
    QCOMPARE(found.card.id, std::string("celeba-hq-256-ddpm"));
    QCOMPARE(found.card.nativeSize, 256);
    QCOMPARE(found.card.schedule, std::string("linear"));
    const Json config = parseJson(found.card.config, "card");
    QCOMPARE(config["block_out_channels"].dump(), std::string("[128,128,256,256,512,512]"));
    QCOMPARE(config["downsample_padding"].dump(), std::string("0"));
    QVERIFY(choiceOf(found.model, "schedule")->isKnown);
}

void RecognitionTest::averagesInAListComeLast() {
    CheckpointOutline list{.path = "list.ckpt"};
    for (const char* prefix : {"0/module.", "4/module."}) {
        for (const TensorInfo& tensor : celebaHq().tensors) {
            list.tensors.push_back({prefix + tensor.name, tensor.type, tensor.shape});
        }
    }
    list.tensors.push_back({"1/state/7/exp_avg", ElementType::float32, {3}});
    const Recognition found = recognise(list);
    QVERIFY2(found.model.problem.isEmpty(), found.model.problem.text().c_str());
    QVERIFY(list.tensors[found.weights.front().index].name.starts_with("4/"));
}

void RecognitionTest::diffusersFolder() {
    Unet2dConfig config;
    config.widths = {32, 64, 64, 64};
    CheckpointOutline outline = outlineOf("google/ddpm-x", unet2dParameters(config, planUnet2d(config)));
    Json json = toJson(config);
    json["sample_size"] = 48;
    outline.config = json.dump();
    outline.scheduler =
        R"({"beta_schedule": "squaredcos_cap_v2", "prediction_type": "v_prediction", "num_train_timesteps": 500})";
    const Recognition found = recognise(outline);
    QVERIFY2(found.model.problem.isEmpty(), found.model.problem.text().c_str());
    QCOMPARE(found.card.parametrisation, std::string("v"));
    QCOMPARE(found.card.schedule, std::string("cosine"));
    QCOMPARE(found.card.scheduleSteps, 500);
    QCOMPARE(found.card.nativeSize, 48);
    outline.scheduler.clear();
    QCOMPARE(recognise(outline, {{"schedule", "scaled-linear"}}).card.schedule, std::string("scaled-linear"));
    outline.scheduler = R"({"beta_schedule": "sigmoid"})";
    QVERIFY(recognise(outline).model.problem.text().find("sigmoid") != std::string::npos);
}

void RecognitionTest::diffusersNeedsItsConfig() {
    Unet2dConfig config;
    config.widths = {32, 64, 64, 64};
    const Recognition found = recognise(outlineOf("x.safetensors", unet2dParameters(config, planUnet2d(config))));
    QVERIFY(found.model.problem.text().find("config.json") != std::string::npos);
}

void RecognitionTest::otherCheckpoints_data() {
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("family");
    QTest::newRow("stable diffusion") << QStringList{"state_dict/model.diffusion_model.input_blocks.0.0.weight",
                                                     "state_dict/first_stage_model.encoder.conv_in.weight"}
                                      << "latent diffusion";
    // clang-format off
    QTest::newRow("text") << QStringList{"down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight"} << "told a text";
    QTest::newRow("guided classifier") << QStringList{"time_embed.0.weight", "input_blocks.0.0.weight", "middle_block.0.in_layers.0.weight",
                                                      "out.2.positional_embedding"} << "classifier";
    QTest::newRow("resnet") << QStringList{"conv1.weight", "layer1.0.conv1.weight", "fc.weight"} << "classifier";
    QTest::newRow("autoencoder") << QStringList{"encoder.conv_in.weight", "decoder.conv_in.weight", "quant_conv.weight"} << "autoencoder";
    QTest::newRow("clip") << QStringList{"text_model.encoder.layers.0.mlp.fc1.weight"} << "text encoder";
    QTest::newRow("lora") << QStringList{"unet.down_blocks.0.to_q.lora_A.weight", "unet.down_blocks.0.to_q.lora_B.weight"} << "LoRA";
    QTest::newRow("optimizer") << QStringList{"state/0/exp_avg", "state/0/exp_avg_sq", "state/1/exp_avg"} << "optimizer";
    // clang-format on
    QTest::newRow("transformer") << QStringList{"x_embedder.proj.weight", "blocks.0.attn.qkv.weight"} << "transformer";
    QTest::newRow("unknown") << QStringList{"alpha", "beta"} << "unknown";
    QTest::newRow("list without names") << QStringList{"0", "1"} << "without weights";
}

void RecognitionTest::otherCheckpoints() {
    QFETCH(QStringList, names);
    QFETCH(QString, family);
    std::vector<std::string> plain;
    for (const QString& name : names) {
        plain.push_back(name.toStdString());
    }
    const Recognition found = recognise(named(plain));
    QVERIFY2(found.model.family.text().find(family.toStdString()) != std::string::npos,
             found.model.family.text().c_str());
    QVERIFY(!found.model.problem.isEmpty() && found.weights.empty() && found.model.choices.empty());
}

/// Every tensor of a network is needed, none may be left, and none may have another shape.
void RecognitionTest::brokenNetworks() {
    const CheckpointOutline whole = admOutline("x.pt", ffhq());
    for (std::size_t i = 0; i < whole.tensors.size(); i += 7) {
        CheckpointOutline broken = whole;
        broken.tensors.erase(broken.tensors.begin() + static_cast<std::ptrdiff_t>(i));
        const Recognition found = recognise(broken);
        QVERIFY2(!found.model.problem.isEmpty() && found.weights.empty(), whole.tensors[i].name.c_str());
        broken = whole;
        broken.tensors[i].shape.front() += 1;
        QVERIFY2(!recognise(broken).model.problem.isEmpty(), whole.tensors[i].name.c_str());
    }
    CheckpointOutline more = whole;
    more.tensors.push_back({"input_blocks.1.0.extra.weight", ElementType::float32, {1}});
    QVERIFY(recognise(more).model.problem.text().find("extra") != std::string::npos);
    CheckpointOutline integers = whole;
    integers.tensors[5].type = ElementType::int64;
    QVERIFY(recognise(integers).model.problem.text().find("I64") != std::string::npos);
}

void RecognitionTest::idsAreMadeFromNames() {
    std::map<std::string, std::string> ids{
        {"/a/My Model (v2).pt", "my-model-v2"}, {"x/", "x"}, {"___.pt", "model"}, {"ÄÖ.pt", "model"}};
    ids["/" + std::string(80, 'a')] = std::string(48, 'a');
    for (const auto& [path, id] : ids) {
        AdmUNetConfig odd = ffhq();
        odd.modelChannels = 64;
        QCOMPARE(recognise(admOutline(path, odd)).card.id, id);
    }
}

QTEST_GUILESS_MAIN(RecognitionTest)
#include "recognition_test.moc"
