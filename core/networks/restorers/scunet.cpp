// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/restorers/scunet.h"

#include "core/base/json_object.h"
#include "core/networks/layers/mirror_padding.h"
#include "core/networks/restorers/channel_norm.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace palimpsest {
namespace {

constexpr std::int64_t kWindow = 8;    // px
constexpr std::int64_t kMultiple = 64; // px: whole windows where it was halved three times
constexpr double kEpsilon = 1e-5;
constexpr int kSizes = 4;

std::string down(int level) { return "m_down" + std::to_string(level + 1) + "."; }
std::string up(int level) { return "m_up" + std::to_string(level + 1) + "."; }

/// The blocks of the list that are run on the way up to a size.
int upBlocks(const ScuNetConfig& config, int level) { return config.blocks[2 * kSizes - 2 - level]; }

class Lister {
public:
    explicit Lister(const ScuNetConfig& config) : config_(config) {}

    std::vector<PlannedWeight> list() {
        const std::int64_t full = config_.features;
        addPlainConvolution(plan_, "m_head.0", {full, config_.channels, 3, 3});
        for (int level = 0; level + 1 < kSizes; ++level) {
            addBlocks(down(level), 0, config_.blocks[level], full << level);
            addPlainConvolution(plan_, down(level) + std::to_string(config_.blocks[level]),
                                {full << (level + 1), full << level, 2, 2});
        }
        addBlocks("m_body.", 0, config_.blocks[kSizes - 1], full << (kSizes - 1));
        for (int level = kSizes - 2; level >= 0; --level) {
            addPlainConvolution(plan_, up(level) + "0", {full << (level + 1), full << level, 2, 2});
            addBlocks(up(level), 1, upBlocks(config_, level), full << level);
        }
        addPlainConvolution(plan_, "m_tail.0", {config_.channels, full, 3, 3});
        return plan_.take();
    }

private:
    void addBlocks(const std::string& path, int first, int count, std::int64_t features) {
        for (int i = first; i < first + count; ++i) {
            addBlock(path + std::to_string(i) + ".", features);
        }
    }

    void addBlock(const std::string& path, std::int64_t features) {
        const std::int64_t half = features / 2;
        const std::string inner = path + "trans_block.";
        plan_.norm(inner + "ln1", half);
        plan_.add({inner + "msa.relative_position_params",
                   {half / config_.headWidth, 2 * kWindow - 1, 2 * kWindow - 1},
                   PlannedWeight::Start::zeros});
        linear(inner + "msa.embedding_layer", half, 3 * half);
        linear(inner + "msa.linear", half, half);
        plan_.norm(inner + "ln2", half);
        linear(inner + "mlp.0", half, 4 * half);
        linear(inner + "mlp.2", 4 * half, half);
        plan_.convolution(path + "conv1_1", {features, features, 1, 1});
        plan_.convolution(path + "conv1_2", {features, features, 1, 1});
        addPlainConvolution(plan_, path + "conv_block.0", {half, half, 3, 3});
        addPlainConvolution(plan_, path + "conv_block.2", {half, half, 3, 3});
    }

    void linear(const std::string& path, std::int64_t from, std::int64_t to) {
        plan_.linear(path, from, to, ParameterMap::Precision::compute);
    }

    const ScuNetConfig& config_;
    WeightPlan plan_;
};

/// For every pair of pixels of a window, [P,P], the place of their distance in the table of relative positions.
at::Tensor relativeIndex(at::Device device) {
    const at::Tensor places = at::arange(kWindow * kWindow, at::TensorOptions(at::kLong).device(device));
    const at::Tensor row = places.div(kWindow, "floor");
    const at::Tensor column = places.remainder(kWindow);
    const auto apart = [](const at::Tensor& p) { return p.unsqueeze(1) - p.unsqueeze(0) + (kWindow - 1); };
    return apart(row) * (2 * kWindow - 1) + apart(column);
}

/// [windows,1,P,P]: minus infinity between pixels that the shift brought together from opposite sides of the picture.
at::Tensor shiftMask(std::int64_t rows, std::int64_t columns, const at::TensorOptions& options) {
    constexpr std::int64_t kShift = kWindow / 2;
    const auto side = [&](std::int64_t windows) { // [windows,kWindow]: 1 in what came from the other side
        at::Tensor marks = at::zeros({windows, kWindow}, options);
        marks[windows - 1].slice(0, kWindow - kShift).fill_(1);
        return marks;
    };
    const at::Tensor down = side(rows).reshape({rows, 1, kWindow, 1});
    const at::Tensor right = side(columns).reshape({1, columns, 1, kWindow});
    const at::Tensor part = (2 * down + right).reshape({rows * columns, kWindow * kWindow});
    const at::Tensor isApart = part.unsqueeze(1).ne(part.unsqueeze(2));
    return at::zeros(isApart.sizes(), options)
        .masked_fill_(isApart, -std::numeric_limits<double>::infinity())
        .unsqueeze(1);
}

} // namespace

Json toJson(const ScuNetConfig& config) {
    return {{"channels", config.channels},
            {"features", config.features},
            {"headWidth", config.headWidth},
            {"blocks", config.blocks}};
}

ScuNetConfig scuNetConfigFromJson(const Json& json) {
    JsonObject object(json, "the configuration of an SCUNet");
    ScuNetConfig config;
    config.channels = static_cast<int>(object.integer("channels", 1, 4));
    config.features = static_cast<int>(object.integer("features", 2, 1024));
    config.headWidth = static_cast<int>(object.integer("headWidth", 1, 512));
    if (config.features % (2 * config.headWidth) != 0) {
        object.refuse("headWidth", "half the features, or a part of that");
    }
    const Json& blocks = object.value("blocks");
    for (std::size_t i = 0; i < config.blocks.size(); ++i) {
        if (!blocks.is_array() || blocks.size() != config.blocks.size() || !blocks[i].is_number_integer() ||
            blocks[i].get<std::int64_t>() < 0 || blocks[i].get<std::int64_t>() > 64) {
            object.refuse("blocks", "a list of seven numbers from 0 to 64");
        }
        config.blocks[i] = blocks[i].get<int>();
    }
    object.finish();
    return config;
}

std::vector<PlannedWeight> scuNetParameters(const ScuNetConfig& config) { return Lister(config).list(); }

ScuNet::ScuNet(const ScuNetConfig& config, std::uint64_t seed)
    : FeedForward(scuNetParameters(config), seed), config_(config) {}

Json ScuNet::config() const { return toJson(config_); }

/// x: [N,H,W,C]
at::Tensor ScuNet::attend(const std::string& path, const at::Tensor& x, bool isShifted) const {
    constexpr std::int64_t kShift = kWindow / 2;
    constexpr std::int64_t kPixels = kWindow * kWindow;
    const auto linear = [&](const char* name, const at::Tensor& input) {
        return at::linear(input, weights().at(path + name + ".weight"), weights().at(path + name + ".bias"));
    };
    const std::int64_t heads = x.size(3) / config_.headWidth;
    const std::int64_t rows = x.size(1) / kWindow;
    const std::int64_t columns = x.size(2) / kWindow;
    const at::Tensor rolled = isShifted ? x.roll({-kShift, -kShift}, {1, 2}) : x;
    const at::Tensor tokens = rolled.reshape({x.size(0), rows, kWindow, columns, kWindow, x.size(3)})
                                  .transpose(2, 3)
                                  .reshape({x.size(0), rows * columns, kPixels, x.size(3)});
    const at::Tensor qkv = linear("embedding_layer", tokens)
                               .reshape({x.size(0), rows * columns, kPixels, 3, heads, config_.headWidth})
                               .permute({3, 0, 1, 4, 2, 5}); // [3,N,windows,heads,P,width]
    const at::Tensor bias = weights()
                                .at(path + "relative_position_params")
                                .flatten(1)
                                .index_select(1, relativeIndex(x.device()).flatten())
                                .reshape({heads, kPixels, kPixels});
    at::Tensor likeness =
        at::matmul(qkv[0], qkv[1].transpose(-2, -1)).to(at::kFloat) / std::sqrt(config_.headWidth) + bias;
    if (isShifted) {
        likeness = likeness + shiftMask(rows, columns, likeness.options().requires_grad(false));
    }
    const at::Tensor mixed = at::matmul(likeness.softmax(-1).to(x.scalar_type()), qkv[2]); // [N,windows,heads,P,width]
    const at::Tensor joined = linear("linear", mixed.transpose(2, 3).flatten(3))
                                  .reshape({x.size(0), rows, columns, kWindow, kWindow, x.size(3)})
                                  .transpose(2, 3)
                                  .reshape(x.sizes());
    return isShifted ? joined.roll({kShift, kShift}, {1, 2}) : joined;
}

/// x: [N,H,W,C]
at::Tensor ScuNet::transformer(const std::string& path, const at::Tensor& x, bool isShifted) const {
    const auto norm = [&](const char* name, const at::Tensor& input) {
        return lastNorm(input, weights().at(path + name + ".weight"), weights().at(path + name + ".bias"), kEpsilon);
    };
    const auto linear = [&](const char* name, const at::Tensor& input) {
        return at::linear(input, weights().at(path + name + ".weight"), weights().at(path + name + ".bias"));
    };
    const at::Tensor h = x + attend(path + "msa.", norm("ln1", x), isShifted);
    return h + linear("mlp.2", at::gelu(linear("mlp.0", norm("ln2", h))));
}

at::Tensor ScuNet::block(const std::string& path, const at::Tensor& x, bool isShifted) const {
    const std::vector<at::Tensor> parts = convolve(path + "conv1_1", x).chunk(2, 1);
    const at::Tensor near =
        convolve(path + "conv_block.2", at::relu(convolve(path + "conv_block.0", parts[0]))) + parts[0];
    const at::Tensor far = transformer(path + "trans_block.", parts[1].permute({0, 2, 3, 1}).contiguous(), isShifted)
                               .permute({0, 3, 1, 2});
    return x + convolve(path + "conv1_2", at::cat({near, far}, 1));
}

at::Tensor ScuNet::blocks(const std::string& path, int first, int count, at::Tensor x) const {
    for (int i = 0; i < count; ++i) {
        x = block(path + std::to_string(first + i) + ".", x, i % 2 == 1);
    }
    return x;
}

at::Tensor ScuNet::forward(const at::Tensor& x, const at::Tensor& /*time*/) const {
    at::Tensor h = convolve("m_head.0", paddedToMultiple(prepared(x, "m_head.0.weight"), kMultiple));
    std::vector<at::Tensor> skips;
    for (int level = 0; level + 1 < kSizes; ++level) {
        skips.push_back(h);
        const int count = config_.blocks[level];
        h = folded(down(level) + std::to_string(count), blocks(down(level), 0, count, h), 2);
    }
    const at::Tensor bottom = h;
    h = blocks("m_body.", 0, config_.blocks[kSizes - 1], h) + bottom;
    for (int level = kSizes - 2; level >= 0; --level) {
        h = blocks(up(level), 1, upBlocks(config_, level), unfolded(up(level) + "0", h)) + skips[level];
    }
    h = convolve("m_tail.0", h).to(x.scalar_type());
    return h.slice(2, 0, x.size(2)).slice(3, 0, x.size(3));
}

} // namespace palimpsest
