// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/unet2d/simple_ddpm_names.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace palimpsest {

namespace {

constexpr std::size_t kMostLevels = 10;

struct Renaming {
    std::string_view from, to;
};

constexpr std::array kOutside{Renaming{"temb.dense.0", "time_embedding.linear_1"},
                              Renaming{"temb.dense.1", "time_embedding.linear_2"}, Renaming{"conv_in", "conv_in"},
                              Renaming{"norm_out", "conv_norm_out"}, Renaming{"conv_out", "conv_out"}};
constexpr std::array kMiddle{Renaming{"mid.block_1", "mid_block.resnets.0"},
                             Renaming{"mid.attn_1", "mid_block.attentions.0"},
                             Renaming{"mid.block_2", "mid_block.resnets.1"}};
constexpr std::array kBlock{
    Renaming{"norm1", "norm1"}, Renaming{"conv1", "conv1"}, Renaming{"temb_proj", "time_emb_proj"},
    Renaming{"norm2", "norm2"}, Renaming{"conv2", "conv2"}, Renaming{"nin_shortcut", "conv_shortcut"}};
constexpr std::array kAttention{Renaming{"norm", "group_norm"}, Renaming{"q", "to_q"}, Renaming{"k", "to_k"},
                                Renaming{"v", "to_v"}, Renaming{"proj_out", "to_out.0"}};

[[noreturn]] void refuse(const Message& complaint) {
    throw Error(ErrorCode::badInput, complaint,
                "the file may be incomplete, or of a variant of the network that is not known here");
}

template <std::size_t count>
std::optional<std::string_view> renamed(const std::array<Renaming, count>& table, std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Renaming& r) { return r.from == name; });
    return found == table.end() ? std::nullopt : std::optional(found->to);
}

/// Takes a dotted name apart from the left.
class Path {
public:
    explicit Path(std::string_view rest) : rest_(rest) {}

    std::string_view next() {
        const std::size_t end = std::min(rest_.find('.'), rest_.size());
        const std::string_view part = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return part;
    }

    std::optional<std::size_t> nextNumber() {
        const std::string_view part = next();
        std::size_t value = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        const bool isNumber = error == std::errc() && end == part.data() + part.size() && part == std::to_string(value);
        return isNumber ? std::optional(value) : std::nullopt;
    }

    std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
};

/// "block.1.conv1" of a level, as far as it is known.
std::optional<std::string> insideLevel(std::string_view inside, bool isDown) {
    if (inside == "downsample.conv" && isDown) {
        return "downsamplers.0.conv";
    }
    if (inside == "upsample.conv" && !isDown) {
        return "upsamplers.0.conv";
    }
    Path path(inside);
    const std::string_view kind = path.next();
    const auto number = path.nextNumber();
    const auto layer = kind == "block"  ? renamed(kBlock, path.rest())
                       : kind == "attn" ? renamed(kAttention, path.rest())
                                        : std::nullopt;
    if (!number || !layer) {
        return std::nullopt;
    }
    return (kind == "block" ? "resnets." : "attentions.") + std::to_string(*number) + "." + std::string(*layer);
}

std::optional<std::string> layerName(std::string_view layer, std::size_t levels) {
    if (const auto name = renamed(kOutside, layer)) {
        return std::string(*name);
    }
    for (const Renaming& middle : kMiddle) {
        if (layer.starts_with(middle.from) && layer.size() > middle.from.size() && layer[middle.from.size()] == '.') {
            const std::string_view inside = layer.substr(middle.from.size() + 1);
            const auto name = middle.from == "mid.attn_1" ? renamed(kAttention, inside) : renamed(kBlock, inside);
            return name ? std::optional(std::string(middle.to) + "." + std::string(*name)) : std::nullopt;
        }
    }
    Path path(layer);
    const std::string_view way = path.next();
    const auto level = path.nextNumber();
    if ((way != "down" && way != "up") || !level || *level >= levels) {
        return std::nullopt;
    }
    const bool isDown = way == "down";
    const auto inside = insideLevel(path.rest(), isDown);
    const std::string block =
        isDown ? "down_blocks." + std::to_string(*level) : "up_blocks." + std::to_string(levels - 1 - *level);
    return inside ? std::optional(block + "." + *inside) : std::nullopt;
}

/// Shapes by name, with complaints.
class Shapes {
public:
    explicit Shapes(const TensorShapes& shapes) : shapes_(shapes) {}

    bool has(const std::string& name) const { return shapes_.contains(name); }

    int side(const std::string& name, std::size_t dimension) const {
        const auto found = shapes_.find(name);
        if (found == shapes_.end()) {
            refuse(Message("the weights lack the tensor \"%1\"", name));
        }
        if (found->second.size() <= dimension || found->second[dimension] < 1 || found->second[dimension] > 1'000'000) {
            refuse(Message("the tensor \"%1\" has an impossible shape", name));
        }
        return static_cast<int>(found->second[dimension]);
    }

    /// How many of PREFIX0SUFFIX, PREFIX1SUFFIX, .. there are.
    std::size_t count(const std::string& prefix, const std::string& suffix) const {
        std::size_t number = 0;
        while (has(prefix + std::to_string(number) + suffix)) {
            ++number;
        }
        return number;
    }

private:
    const TensorShapes& shapes_;
};

std::string levelPath(const char* way, std::size_t level) { return std::string(way) + std::to_string(level) + "."; }

Unet2dBlockType typeOf(const Shapes& shapes, const std::string& level) {
    return shapes.has(level + "attn.0.norm.weight") ? Unet2dBlockType::attention : Unet2dBlockType::plain;
}

} // namespace

bool isSimpleDdpm(const TensorShapes& shapes) {
    const Shapes known(shapes);
    return known.has("temb.dense.0.weight") && known.has("conv_in.weight") && known.has("norm_out.weight") &&
           known.has("down.0.block.0.temb_proj.weight") && known.has("mid.block_1.conv1.weight");
}

Unet2dConfig simpleDdpmConfig(const TensorShapes& shapes, int groups) {
    const Shapes known(shapes);
    Unet2dConfig config{.inputChannels = known.side("conv_in.weight", 1),
                        .outputChannels = known.side("conv_out.weight", 0),
                        .frequencyShift = 1,
                        .cosinesFirst = false,
                        .downsamplePadding = 0,
                        .headWidth = 0,
                        .groups = groups,
                        .epsilon = 1e-6};
    const std::size_t levels = known.count("down.", ".block.0.conv1.weight");
    if (levels == 0 || levels > kMostLevels) {
        refuse(Message("the weights are those of a simple DDPM network of %1 levels", levels));
    }
    config.layers = static_cast<int>(known.count("down.0.block.", ".conv1.weight"));
    config.timeWidth = known.side("temb.dense.0.weight", 0);
    config.middleAttention = known.has("mid.attn_1.norm.weight");
    config.widths.clear();
    config.downBlocks.clear();
    config.upBlocks.clear();
    for (std::size_t level = 0; level < levels; ++level) {
        config.widths.push_back(known.side(levelPath("down.", level) + "block.0.conv1.weight", 0));
        config.downBlocks.push_back(typeOf(known, levelPath("down.", level)));
        config.upBlocks.push_back(typeOf(known, levelPath("up.", levels - 1 - level)));
    }
    for (const int width : {known.side("conv_in.weight", 0), known.side("temb.dense.0.weight", 1)}) {
        if (width != config.widths.front()) {
            refuse(Message("the first level of the simple DDPM network has %1 channels instead of %2",
                           config.widths.front(), width));
        }
    }
    if (levels > 1 && !known.has("down.0.downsample.conv.weight")) {
        config.downsampling = Unet2dResampling::weightless;
    }
    if (levels > 1 && !known.has("up.1.upsample.conv.weight")) {
        config.upsampling = Unet2dResampling::weightless;
    }
    if (config.timeWidth == 4 * config.widths.front()) {
        config.timeWidth = 0; // as diffusers writes it
    }
    checkUnet2dConfig(config);
    return config;
}

Unet2dName unet2dNameOfSimpleDdpm(const std::string& name, std::size_t levels) {
    const std::size_t dot = name.rfind('.');
    const std::string kind = dot == std::string::npos ? std::string() : name.substr(dot + 1);
    const auto layer =
        kind == "weight" || kind == "bias" ? layerName(std::string_view(name).substr(0, dot), levels) : std::nullopt;
    if (!layer) {
        refuse(Message("the weights hold the tensor \"%1\", which a simple DDPM network has no place for", name));
    }
    const bool isProjection = layer->find(".attentions.") != std::string::npos && !layer->ends_with(".group_norm");
    return {*layer + "." + kind, isProjection && kind == "weight"};
}

} // namespace palimpsest
