// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/ncsnpp_layout.h"

#include "core/model_import/layout_refusal.h"

#include <algorithm>
#include <vector>

namespace palimpsest {
namespace {

struct Module {
    enum class Kind {
        residual,
        residualDown, ///< as wide behind as before, with a convolution beside it all the same: it resamples
        attention,
        convolution, ///< 3x3, that resamples
        pointwise,   ///< 1x1, that leads the picture in
        other,
    };
    Kind kind = Kind::other;
    std::int64_t from = 0; ///< channels
    std::int64_t to = 0;
};

using Kind = Module::Kind;

Module moduleAt(const WeightSet& weights, int number) {
    const std::string path = "all_modules." + std::to_string(number);
    const std::int64_t from = weights.side(path + ".GroupNorm_0.weight", 0);
    const std::int64_t to = weights.side(path + ".Conv_0.weight", 0);
    if (weights.has(path + ".NIN_3.W")) {
        return {Kind::attention, from, from};
    }
    if (from > 0 && weights.has(path + ".Conv_1.weight")) {
        return {from == to && weights.has(path + ".Conv_2.weight") ? Kind::residualDown : Kind::residual, from, to};
    }
    if (weights.has(path + ".Conv2d_0.weight")) {
        return {Kind::convolution, weights.side(path + ".Conv2d_0.weight", 1),
                weights.side(path + ".Conv2d_0.weight", 0)};
    }
    if (to > 0) {
        const bool isPointwise = weights.side(path + ".Conv_0.weight", 2) == 1;
        return {isPointwise ? Kind::pointwise : Kind::convolution, weights.side(path + ".Conv_0.weight", 1), to};
    }
    return {};
}

/// Reads the modules in the order in which the network runs, down to the middle.
class Walk {
public:
    explicit Walk(const WeightSet& weights) : weights_(weights) {}

    NcsnppConfig config() {
        readStart();
        for (int number = first_; number < weights_.count("all_modules."); ++number) {
            modules_.push_back(moduleAt(weights_, number));
        }
        const bool isBigGan = weights_.mentions(".Conv_2.");
        config_.residualBlockType = isBigGan ? NcsnppBlock::biggan : NcsnppBlock::ddpm;
        halving_ = isBigGan ? Kind::residualDown : Kind::convolution;
        countBlocks();
        do {
            readLevel();
        } while (readHalving());
        return config_;
    }

private:
    void readStart() {
        const auto path = [](int number) { return "all_modules." + std::to_string(number); };
        const bool isFourier = weights_.has(path(0) + ".W");
        config_.embedding = isFourier ? NcsnppEmbedding::fourier : NcsnppEmbedding::positional;
        first_ = isFourier ? 1 : 0;
        const StoredWeight* linear = weights_.find(path(first_) + ".weight");
        config_.conditional = linear && linear->shape.size() == 2;
        first_ += config_.conditional ? 2 : 0;
        config_.channels = static_cast<int>(weights_.side(path(first_) + ".weight", 1));
        config_.modelChannels = static_cast<int>(weights_.side(path(first_) + ".weight", 0));
        if (config_.channels < 1 || config_.modelChannels < 1) {
            refuseLayout(Message("the module %1 is not the convolution of the input", first_));
        }
        ++first_;
        config_.channelMultipliers.clear();
        config_.attentionDownsampling.clear();
        config_.progressiveInput = NcsnppPyramid::none;
    }

    Kind kind(std::size_t ahead = 0) const {
        return next_ + ahead < modules_.size() ? modules_[next_ + ahead].kind : Kind::other;
    }

    /// Every level has as many as the first. Without halving there is one level, with as many on the way down, two in
    /// the middle, and one more on the way up.
    void countBlocks() {
        const auto end =
            std::find_if(modules_.begin(), modules_.end(), [&](const Module& m) { return m.kind == halving_; });
        const auto blocks =
            std::count_if(modules_.begin(), end, [](const Module& m) { return m.kind == Kind::residual; });
        config_.residualBlocks = static_cast<int>(end == modules_.end() ? (blocks - 3) / 2 : blocks);
        if (config_.residualBlocks < 1) {
            refuseLayout("it has no residual blocks before the picture is first halved");
        }
    }

    void readLevel() {
        bool attends = false;
        std::int64_t width = 0;
        for (int block = 0; block < config_.residualBlocks; ++block) {
            if (kind() != Kind::residual) {
                refuseLayout(Message("the module %1 is not the residual block that should be there",
                                     first_ + static_cast<int>(next_)));
            }
            width = modules_[next_++].to;
            attends = kind() == Kind::attention;
            next_ += attends ? 1 : 0;
        }
        const std::size_t level = config_.channelMultipliers.size();
        if (width < 1 || width % config_.modelChannels != 0) {
            refuseLayout(
                Message("the level %1 has %2 channels, no multiple of %3", level + 1, width, config_.modelChannels));
        }
        config_.channelMultipliers.push_back(static_cast<int>(width) / config_.modelChannels);
        if (attends) {
            config_.attentionDownsampling.push_back(1 << level);
        }
    }

    /// Whether the picture is halved here; goes on behind that.
    bool readHalving() {
        if (kind() != halving_) {
            return false;
        }
        const std::int64_t width = modules_[next_++].to;
        if (kind() == Kind::pointwise) {
            config_.progressiveInput = NcsnppPyramid::skip;
            const bool joins = kind(1) == Kind::residual && modules_[next_ + 1].from == width + modules_[next_].to;
            config_.progressiveCombine = joins ? NcsnppCombination::join : NcsnppCombination::sum;
            ++next_;
        } else if (kind() == Kind::convolution) {
            config_.progressiveInput = NcsnppPyramid::residual;
            ++next_;
        }
        return true;
    }

    const WeightSet& weights_;
    NcsnppConfig config_;
    int first_ = 0; ///< number of modules_[0] in the file
    std::vector<Module> modules_;
    std::size_t next_ = 0;
    Kind halving_ = Kind::residualDown;
};

} // namespace

NcsnppConfig ncsnppLayout(const WeightSet& weights) { return Walk(weights).config(); }

std::optional<bool> filtersWhereItResamples(const WeightSet& weights) {
    if (weights.mentions(".Conv2d_0.")) {
        return true;
    }
    for (int number = 0; number < weights.count("all_modules."); ++number) {
        if (moduleAt(weights, number).kind == Kind::convolution) {
            return false;
        }
    }
    return std::nullopt;
}

} // namespace palimpsest
