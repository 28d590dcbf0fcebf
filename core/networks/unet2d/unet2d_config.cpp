// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/unet2d/unet2d_config.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace palimpsest {

namespace {

using Type = Unet2dBlockType;

[[noreturn]] void refuse(std::string_view key, const Message& rule) {
    throw Error(ErrorCode::badInput, Message("the configuration of %1 is impossible: %2 %3", "unet2d", key, rule),
                "compare it with the config.json that came with the network");
}

void require(bool condition, std::string_view key, const Message& rule) {
    if (!condition) {
        refuse(key, rule);
    }
}

template <typename Value>
struct Name {
    std::string_view text;
    Value value;
};

constexpr std::array kDownNames{Name<Type>{"DownBlock2D", Type::plain}, Name<Type>{"AttnDownBlock2D", Type::attention},
                                Name<Type>{"ResnetDownsampleBlock2D", Type::resnet},
                                Name<Type>{"SkipDownBlock2D", Type::skip},
                                Name<Type>{"AttnSkipDownBlock2D", Type::attentionSkip}};
constexpr std::array kUpNames{Name<Type>{"UpBlock2D", Type::plain}, Name<Type>{"AttnUpBlock2D", Type::attention},
                              Name<Type>{"ResnetUpsampleBlock2D", Type::resnet},
                              Name<Type>{"SkipUpBlock2D", Type::skip},
                              Name<Type>{"AttnSkipUpBlock2D", Type::attentionSkip}};
constexpr std::array kResamplingNames{Name<Unet2dResampling>{"conv", Unet2dResampling::convolution},
                                      Name<Unet2dResampling>{"resnet", Unet2dResampling::residual},
                                      Name<Unet2dResampling>{"none", Unet2dResampling::weightless}};
constexpr std::array kTimeNames{Name<Unet2dTimeEmbedding>{"positional", Unet2dTimeEmbedding::positional},
                                Name<Unet2dTimeEmbedding>{"fourier", Unet2dTimeEmbedding::fourier}};
constexpr std::array kConditionNames{Name<bool>{"default", false}, Name<bool>{"scale_shift", true}};

template <typename Value, std::size_t count>
Value valueOf(const std::array<Name<Value>, count>& names, std::string_view key, const Json& given) {
    std::string known;
    for (const Name<Value>& name : names) {
        if (given == name.text) {
            return name.value;
        }
        known.append(known.empty() ? "" : ", ").append(name.text);
    }
    refuse(key, Message("must be one of %1", known));
}

template <typename Value, std::size_t count>
std::string nameOf(const std::array<Name<Value>, count>& names, Value value) {
    return std::string(std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.value == value; })->text);
}

/// Reads keys that may be absent.
class Reader {
public:
    explicit Reader(const Json& json) : json_(json) {}

    void read(const char* key, int& value) const {
        if (const Json* given = find(key)) {
            value = wholeNumber(key, *given);
        }
    }

    void read(const char* key, double& value) const {
        if (const Json* given = find(key)) {
            require(given->is_number(), key, "must be a number");
            value = given->get<double>();
        }
    }

    void read(const char* key, bool& value) const {
        if (const Json* given = find(key)) {
            require(given->is_boolean(), key, "must be true or false");
            value = given->get<bool>();
        }
    }

    /// A whole number above zero, or null, which becomes 0.
    void readOptional(const char* key, int& value) const {
        if (const Json* given = find(key)) {
            value = given->is_null() ? 0 : wholeNumber(key, *given);
            require(given->is_null() || value > 0, key, "must be null or above zero");
        }
    }

    void read(const char* key, std::vector<int>& values) const {
        if (const Json* given = find(key)) {
            require(given->is_array(), key, "must be a list of whole numbers");
            values.clear();
            for (const Json& number : *given) {
                values.push_back(wholeNumber(key, number));
            }
        }
    }

    template <typename Value, std::size_t count>
    void read(const char* key, Value& value, const std::array<Name<Value>, count>& names) const {
        if (const Json* given = find(key)) {
            value = valueOf(names, key, *given);
        }
    }

    template <typename Value, std::size_t count>
    void read(const char* key, std::vector<Value>& values, const std::array<Name<Value>, count>& names) const {
        if (const Json* given = find(key)) {
            require(given->is_array(), key, "must be a list");
            values.clear();
            for (const Json& name : *given) {
                values.push_back(valueOf(names, key, withoutOldPrefix(name)));
            }
        }
    }

    const Json* find(const char* key) const {
        const auto found = json_.find(key);
        return found == json_.end() ? nullptr : &*found;
    }

private:
    static int wholeNumber(const char* key, const Json& given) {
        require(given.is_number_integer(), key, "must be a whole number");
        const auto wide = given.get<std::int64_t>();
        require(wide >= -1'000'000 && wide <= 1'000'000, key, "is out of range");
        return static_cast<int>(wide);
    }

    /// The first versions of diffusers wrote "UNetResAttnDownBlock2D".
    static Json withoutOldPrefix(const Json& name) {
        constexpr std::string_view kPrefix = "UNetRes";
        const bool isOld = name.is_string() && name.get_ref<const std::string&>().starts_with(kPrefix);
        return isOld ? Json(name.get_ref<const std::string&>().substr(kPrefix.size())) : name;
    }

    const Json& json_;
};

void readMiddle(const Reader& reader, Unet2dConfig& config) {
    if (const Json* type = reader.find("mid_block_type")) {
        require(type->is_null() || *type == "UNetMidBlock2D", "mid_block_type", "must be UNetMidBlock2D or null");
        config.hasMiddle = !type->is_null();
    }
    reader.read("add_attention", config.middleAttention);
    reader.read("mid_block_scale_factor", config.middleDivisor);
    reader.readOptional("attn_norm_num_groups", config.middleAttentionGroups);
}

void readClasses(const Reader& reader, Unet2dConfig& config) {
    reader.readOptional("num_class_embeds", config.classes);
    const Json* type = reader.find("class_embed_type");
    if (type != nullptr && !type->is_null()) {
        require(*type == "timestep", "class_embed_type", "must be null or timestep");
        config.classEmbedding = Unet2dClassEmbedding::numbers;
    } else if (config.classes > 0) {
        config.classEmbedding = Unet2dClassEmbedding::table;
    }
}

void checkActivation(const Reader& reader) {
    if (const Json* activation = reader.find("act_fn")) {
        require(*activation == "silu" || *activation == "swish", "act_fn", "must be silu");
    }
}

void requireRange(std::string_view key, int value, int low, int high) {
    require(value >= low && value <= high, key, Message("must be %1 to %2, not %3", low, high, value));
}

bool skips(Type type) { return type == Type::skip || type == Type::attentionSkip; }
bool attends(Type type) { return type == Type::attention || type == Type::attentionSkip; }

/// The picture beside the network has three channels and the size of the level, which other blocks do not see to.
void checkSkips(const Unet2dConfig& config) {
    for (std::size_t i = 0; i < config.levels(); ++i) {
        const bool isLast = i + 1 == config.levels();
        if (skips(config.downBlocks[i]) && !isLast) {
            require(config.inputChannels == 3, "in_channels", "must be 3 with SkipDownBlock2D");
            require(i == 0 || skips(config.downBlocks[i - 1]), "down_block_types",
                    "must not have skip blocks after other blocks");
        }
        if (skips(config.upBlocks[i]) && !isLast) {
            require(config.outputChannels == 3, "out_channels", "must be 3 with SkipUpBlock2D");
            require(skips(config.upBlocks[i + 1]), "up_block_types", "must not have other blocks after skip blocks");
        }
    }
}

/// What divides the width of a level. `type`: of its block on the way down or up.
void checkWidth(const Unet2dConfig& config, int width, Type type) {
    requireRange("block_out_channels", width, 1, 8192);
    if (skips(type)) {
        require(width % std::min(std::max(width / 4, 1), 32) == 0, "block_out_channels",
                "must be multiples of four, and of 32 from 128 on, with skip blocks");
        require(type == Type::skip || width % 32 == 0, "block_out_channels", "must be multiples of 32 with attention");
    } else {
        require(config.groups > 0, "norm_num_groups", "must be a number without skip blocks");
        require(width % config.groups == 0, "block_out_channels", "must be multiples of norm_num_groups");
    }
    if (attends(type) && config.headWidth > 0) {
        require(width % config.headWidth == 0, "attention_head_dim", "must divide the width of every attention");
    }
}

void checkMiddle(const Unet2dConfig& config) {
    if (!config.hasMiddle) {
        return;
    }
    const int width = config.widths.back();
    require(width % config.groupsFor(width) == 0, "block_out_channels", "must be multiples of norm_num_groups");
    if (config.middleAttention) {
        require(config.headWidth == 0 || width % config.headWidth == 0, "attention_head_dim",
                "must divide the width of every attention");
        require(config.middleNormGroups() == 0 || width % config.middleNormGroups() == 0, "attn_norm_num_groups",
                "must divide the last width");
    }
}

Json numberOrNull(int value) { return value > 0 ? Json(value) : Json(nullptr); }

template <std::size_t count>
Json namesOf(const std::array<Name<Type>, count>& names, const std::vector<Type>& types) {
    Json list = Json::array();
    for (const Type type : types) {
        list.push_back(nameOf(names, type));
    }
    return list;
}

} // namespace

int Unet2dConfig::waveWidth() const {
    return timeEmbedding == Unet2dTimeEmbedding::fourier ? 2 * widths.front() : widths.front();
}

int Unet2dConfig::groupsFor(int width) const { return groups > 0 ? groups : std::clamp(width / 4, 1, 32); }

int Unet2dConfig::middleNormGroups() const {
    return middleAttentionGroups > 0 ? middleAttentionGroups : scaleShift ? 0 : groupsFor(widths.back());
}

void checkUnet2dConfig(const Unet2dConfig& config) {
    requireRange("in_channels", config.inputChannels, 1, 64);
    requireRange("out_channels", config.outputChannels, 1, 64);
    requireRange("layers_per_block", config.layers, 1, 16);
    requireRange("time_embedding_dim", config.timeWidth, 0, 65536);
    requireRange("norm_num_groups", config.groups, 0, 4096);
    requireRange("downsample_padding", config.downsamplePadding, 0, 1);
    requireRange("num_class_embeds", config.classes, 0, 1'000'000);
    require(config.epsilon > 0 && config.epsilon <= 1, "norm_eps", "must be above 0 and at most 1");
    require(config.middleDivisor > 0 && config.middleDivisor <= 1000, "mid_block_scale_factor",
            "must be above 0 and at most 1000");
    require(config.levels() >= 1 && config.levels() <= 10, "block_out_channels", "must have 1 to 10 levels");
    require(config.downBlocks.size() == config.levels(), "down_block_types",
            "must have as many entries as block_out_channels");
    require(config.upBlocks.size() == config.levels(), "up_block_types",
            "must have as many entries as block_out_channels");
    for (std::size_t level = 0; level < config.levels(); ++level) {
        checkWidth(config, config.widths[level], config.downBlocks[level]);
        checkWidth(config, config.widths[level], config.upBlocks[config.levels() - 1 - level]);
    }
    require(config.widths.front() % 2 == 0, "block_out_channels", "must begin with an even number");
    require(config.frequencyShift >= 0 && config.frequencyShift < config.widths.front() / 2, "freq_shift",
            "must be at least 0 and below half the first width");
    checkMiddle(config);
    checkSkips(config);
}

Json toJson(const Unet2dConfig& config) {
    const bool embedsNumbers = config.classEmbedding == Unet2dClassEmbedding::numbers;
    return {{"in_channels", config.inputChannels},
            {"out_channels", config.outputChannels},
            {"center_input_sample", config.centerInput},
            {"time_embedding_type", nameOf(kTimeNames, config.timeEmbedding)},
            {"time_embedding_dim", numberOrNull(config.timeWidth)},
            {"freq_shift", config.frequencyShift},
            {"flip_sin_to_cos", config.cosinesFirst},
            {"down_block_types", namesOf(kDownNames, config.downBlocks)},
            {"up_block_types", namesOf(kUpNames, config.upBlocks)},
            {"mid_block_type", config.hasMiddle ? Json("UNetMidBlock2D") : Json(nullptr)},
            {"add_attention", config.middleAttention},
            {"mid_block_scale_factor", config.middleDivisor},
            {"block_out_channels", config.widths},
            {"layers_per_block", config.layers},
            {"downsample_padding", config.downsamplePadding},
            {"downsample_type", nameOf(kResamplingNames, config.downsampling)},
            {"upsample_type", nameOf(kResamplingNames, config.upsampling)},
            {"act_fn", "silu"},
            {"attention_head_dim", numberOrNull(config.headWidth)},
            {"norm_num_groups", numberOrNull(config.groups)},
            {"attn_norm_num_groups", numberOrNull(config.middleAttentionGroups)},
            {"norm_eps", config.epsilon},
            {"resnet_time_scale_shift", nameOf(kConditionNames, config.scaleShift)},
            {"class_embed_type", embedsNumbers ? Json("timestep") : Json(nullptr)},
            {"num_class_embeds", numberOrNull(config.classes)}};
}

Unet2dConfig unet2dConfigFromJson(const Json& json) {
    require(json.is_object(), "it", "must be an object");
    const Reader reader(json);
    Unet2dConfig config;
    reader.read("in_channels", config.inputChannels);
    reader.read("out_channels", config.outputChannels);
    reader.read("center_input_sample", config.centerInput);
    reader.read("time_embedding_type", config.timeEmbedding, kTimeNames);
    reader.readOptional("time_embedding_dim", config.timeWidth);
    reader.read("freq_shift", config.frequencyShift);
    reader.read("flip_sin_to_cos", config.cosinesFirst);
    reader.read("down_block_types", config.downBlocks, kDownNames);
    reader.read("up_block_types", config.upBlocks, kUpNames);
    reader.read("block_out_channels", config.widths);
    reader.read("layers_per_block", config.layers);
    reader.read("downsample_padding", config.downsamplePadding);
    reader.read("downsample_type", config.downsampling, kResamplingNames);
    reader.read("upsample_type", config.upsampling, kResamplingNames);
    reader.readOptional("attention_head_dim", config.headWidth);
    reader.readOptional("norm_num_groups", config.groups);
    reader.read("norm_eps", config.epsilon);
    reader.read("resnet_time_scale_shift", config.scaleShift, kConditionNames);
    checkActivation(reader);
    readMiddle(reader, config);
    readClasses(reader, config);
    checkUnet2dConfig(config);
    return config;
}

} // namespace palimpsest
