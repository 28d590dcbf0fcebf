// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/restorers/lama.h"

#include "core/base/json_object.h"
#include "core/networks/evaluation_cost.h"
#include "core/networks/layers/mirror_padding.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace palimpsest {
namespace {

constexpr int kHalvings = 3;
constexpr std::int64_t kMultiple = 1 << kHalvings; // px
constexpr std::int64_t kLeastSide = 16;            // px: smaller borders cannot be reflected
constexpr double kEpsilon = 1e-5;                  // of batch norms

std::string stage(int index) { return "model." + std::to_string(index); }

// The places of the stages in the list of the checkpoints: a padding is 0.
constexpr int kFirst = 1;
constexpr int kFirstBlock = kFirst + kHalvings + 1;
/// Behind the blocks their features are joined; then every enlargement is a convolution, a norm and an activation.
int enlargement(const LamaConfig& config, int i) { return kFirstBlock + config.blocks + 1 + 3 * i; }
int last(const LamaConfig& config) { return enlargement(config, kHalvings) + 1; }

class Lister {
public:
    explicit Lister(const LamaConfig& config) : config_(config) {}

    std::vector<PlannedWeight> list() {
        const std::int64_t full = config_.features;
        const std::int64_t deep = full << kHalvings;
        convolution(stage(kFirst) + ".ffc.convl2l", {full, 4, 7, 7});
        norm(stage(kFirst) + ".bn_l", full);
        for (int i = 0; i < kHalvings; ++i) {
            const std::string path = stage(kFirst + 1 + i);
            const std::int64_t global = i + 1 < kHalvings ? 0 : config_.globalFeatures;
            const std::int64_t to = full << (i + 1);
            convolution(path + ".ffc.convl2l", {to - global, full << i, 3, 3});
            if (global > 0) {
                convolution(path + ".ffc.convl2g", {global, full << i, 3, 3});
            }
            norm(path + ".bn_l", to - global);
            if (global > 0) {
                norm(path + ".bn_g", global);
            }
        }
        for (int i = 0; i < config_.blocks; ++i) {
            block(stage(kFirstBlock + i) + ".conv1", deep);
            block(stage(kFirstBlock + i) + ".conv2", deep);
        }
        for (int i = 0; i < kHalvings; ++i) {
            const std::int64_t from = deep >> i;
            plan_.add({stage(enlargement(config_, i)) + ".weight",
                       {from, from / 2, 3, 3},
                       PlannedWeight::Start::normal,
                       0.01,
                       ParameterMap::Precision::compute});
            plan_.add({.name = stage(enlargement(config_, i)) + ".bias",
                       .shape = {from / 2},
                       .precision = ParameterMap::Precision::compute});
            norm(stage(enlargement(config_, i) + 1), from / 2);
        }
        plan_.convolution(stage(last(config_)), {3, full, 7, 7});
        return plan_.take();
    }

private:
    void block(const std::string& path, std::int64_t features) {
        const std::int64_t global = config_.globalFeatures;
        const std::int64_t local = features - global;
        const std::string spectral = path + ".ffc.convg2g.";
        convolution(path + ".ffc.convl2l", {local, local, 3, 3});
        convolution(path + ".ffc.convl2g", {global, local, 3, 3});
        convolution(path + ".ffc.convg2l", {local, global, 3, 3});
        convolution(spectral + "conv1.0", {global / 2, global, 1, 1});
        norm(spectral + "conv1.1", global / 2);
        convolution(spectral + "fu.conv_layer", {2 * (global / 2), 2 * (global / 2), 1, 1});
        norm(spectral + "fu.bn", 2 * (global / 2));
        convolution(spectral + "conv2", {global, global / 2, 1, 1});
        norm(path + ".bn_l", local);
        norm(path + ".bn_g", global);
    }

    void convolution(const std::string& path, std::vector<std::int64_t> shape) {
        addPlainConvolution(plan_, path, std::move(shape));
    }

    void norm(const std::string& path, std::int64_t channels) {
        plan_.norm(path, channels);
        plan_.add({path + ".running_mean", {channels}});
        plan_.add({path + ".running_var", {channels}, PlannedWeight::Start::ones});
    }

    const LamaConfig& config_;
    WeightPlan plan_;
};

/// Mirrored to whole eighths; sides still too short for the Fourier units are continued by their last row or column.
at::Tensor padded(const at::Tensor& x) {
    const at::Tensor whole = paddedToMultiple(x, kMultiple);
    const std::int64_t below = std::max<std::int64_t>(0, kLeastSide - whole.size(2));
    const std::int64_t right = std::max<std::int64_t>(0, kLeastSide - whole.size(3));
    return below > 0 || right > 0 ? at::replication_pad2d(whole, {0, right, 0, below}) : whole;
}

at::Tensor sum(const at::Tensor& a, const at::Tensor& b) {
    return a.defined() && b.defined() ? a + b : a.defined() ? a : b;
}

} // namespace

Json toJson(const LamaConfig& config) {
    return {{"features", config.features}, {"globalFeatures", config.globalFeatures}, {"blocks", config.blocks}};
}

LamaConfig lamaConfigFromJson(const Json& json) {
    JsonObject object(json, "the configuration of a LaMa");
    LamaConfig config;
    config.features = static_cast<int>(object.integer("features", 1, 512));
    config.globalFeatures =
        static_cast<int>(object.integer("globalFeatures", 2, (std::int64_t{config.features} << kHalvings) - 1));
    config.blocks = static_cast<int>(object.integer("blocks", 0, 256));
    object.finish();
    return config;
}

std::vector<PlannedWeight> lamaParameters(const LamaConfig& config) { return Lister(config).list(); }

Lama::Lama(const LamaConfig& config, std::uint64_t seed) : FeedForward(lamaParameters(config), seed), config_(config) {}

Json Lama::config() const { return toJson(config_); }

/// A convolution whose border is reflected.
at::Tensor Lama::reflected(const std::string& name, const at::Tensor& x, std::int64_t stride) const {
    const std::int64_t rim = weights().at(name + ".weight").size(2) / 2;
    const at::Tensor framed = rim > 0 ? at::reflection_pad2d(x, {rim, rim, rim, rim}) : x;
    return folded(name, framed, stride);
}

/// Batch norm by the running statistics.
at::Tensor Lama::normed(const std::string& name, const at::Tensor& x) const {
    const at::Tensor scale = weights().at(name + ".weight") / (weights().at(name + ".running_var") + kEpsilon).sqrt();
    const at::Tensor shift = weights().at(name + ".bias") - weights().at(name + ".running_mean") * scale;
    const auto perChannel = [&](const at::Tensor& values) { return values.to(x.scalar_type()).reshape({1, -1, 1, 1}); };
    return x * perChannel(scale) + perChannel(shift);
}

/// Chi et al. 2020, figure 2: a 1x1 convolution of the spectrum, real and imaginary parts as channels.
at::Tensor Lama::spectral(const std::string& path, const at::Tensor& x) const {
    static constexpr std::array<std::int64_t, 2> kPlane{2, 3};
    const at::Tensor h = at::relu(normed(path + "conv1.1", folded(path + "conv1.0", x, 1)));
    const at::Tensor spectrum = at::view_as_real(at::fft_rfft2(h.to(at::kFloat).contiguous(), {}, kPlane, "ortho"));
    const at::Tensor mixed = at::relu(
        normed(path + "fu.bn",
               folded(path + "fu.conv_layer", spectrum.permute({0, 1, 4, 2, 3}).flatten(1, 2).to(x.scalar_type()), 1)));
    const at::Tensor complex =
        at::view_as_complex(mixed.to(at::kFloat).unflatten(1, {-1, 2}).permute({0, 1, 3, 4, 2}).contiguous());
    const std::array<std::int64_t, 2> size{h.size(2), h.size(3)};
    const at::Tensor back = at::fft_irfft2(complex, c10::IntArrayRef(size), kPlane, "ortho").to(x.scalar_type());
    return folded(path + "conv2", h + back, 1);
}

Lama::Parts Lama::fourierConvolution(const std::string& path, const Parts& x, std::int64_t stride) const {
    const std::string ffc = path + ".ffc.";
    const bool hasGlobal = weights().contains(ffc + "convl2g.weight");
    Parts y;
    y.local = sum(reflected(ffc + "convl2l", x.local, stride),
                  x.global.defined() ? reflected(ffc + "convg2l", x.global, stride) : at::Tensor());
    y.local = at::relu(normed(path + ".bn_l", y.local));
    if (hasGlobal) {
        y.global = sum(reflected(ffc + "convl2g", x.local, stride),
                       x.global.defined() ? spectral(ffc + "convg2g.", x.global) : at::Tensor());
        y.global = at::relu(normed(path + ".bn_g", y.global));
    }
    return y;
}

at::Tensor Lama::enlarged(int index, const at::Tensor& x) const {
    const at::Tensor& weight = weights().at(stage(index) + ".weight");
    const std::vector<std::int64_t> size{x.size(0), weight.size(1), 2 * x.size(2), 2 * x.size(3)};
    ConvolutionCount::add(c10::multiply_integers(size),
                          9 * weight.size(0) / 4); // of 9 products a quarter meets a pixel
    const at::Tensor y = ConvolutionCount::skips()
                             ? at::zeros(size, x.options())
                             : at::conv_transpose2d(x, weight, weights().at(stage(index) + ".bias"), 2, 1, 1);
    return at::relu(normed(stage(index + 1), y));
}

at::Tensor Lama::forward(const at::Tensor& x, const at::Tensor& /*time*/) const {
    Parts h{padded(prepared(x, stage(kFirst) + ".ffc.convl2l.weight")), {}};
    h = fourierConvolution(stage(kFirst), h, 1);
    for (int i = 0; i < kHalvings; ++i) {
        h = fourierConvolution(stage(kFirst + 1 + i), h, 2);
    }
    for (int i = 0; i < config_.blocks; ++i) {
        const std::string path = stage(kFirstBlock + i);
        const Parts inner = fourierConvolution(path + ".conv2", fourierConvolution(path + ".conv1", h, 1), 1);
        h = {h.local + inner.local, h.global + inner.global};
    }
    at::Tensor joined = at::cat({h.local, h.global}, 1);
    for (int i = 0; i < kHalvings; ++i) {
        joined = enlarged(enlargement(config_, i), joined);
    }
    const at::Tensor picture = reflected(stage(last(config_)), joined, 1).sigmoid().to(x.scalar_type());
    return picture.slice(2, 0, x.size(2)).slice(3, 0, x.size(3));
}

} // namespace palimpsest
