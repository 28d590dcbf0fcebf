// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/unet2d/unet2d_plan.h"

#include "core/base/error.h"
#include "core/networks/ncsnpp/fir_resampling.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace palimpsest {

namespace {

using End = Unet2dBlock::End;
using Type = Unet2dBlockType;

constexpr double kSkipDivisor = 1.4142135623730951;
constexpr int kSkipAttentionGroups = 32;

bool skips(Type type) { return type == Type::skip || type == Type::attentionSkip; }
bool attends(Type type) { return type == Type::attention || type == Type::attentionSkip; }

int skipGroups(int channels) { return std::clamp(channels / 4, 1, 32); }

class Planner {
public:
    explicit Planner(const Unet2dConfig& config) : config_(config) {}

    Unet2dPlan make() const {
        Unet2dPlan plan;
        const auto levels = static_cast<int>(config_.levels());
        for (int i = 0; i < levels; ++i) {
            plan.down.push_back(downBlock(i));
        }
        if (config_.hasMiddle) {
            plan.middle = middle();
        }
        for (int i = 0; i < levels; ++i) {
            plan.up.push_back(upBlock(i));
        }
        return plan;
    }

private:
    Unet2dBlock downBlock(int i) const {
        const Type type = config_.downBlocks[static_cast<std::size_t>(i)];
        Unet2dBlock block{.name = "down_blocks." + std::to_string(i), .width = width(i)};
        for (int layer = 0; layer < config_.layers; ++layer) {
            const int from = layer > 0 ? block.width : width(std::max(i - 1, 0));
            const int groups1 = skips(type) ? skipGroups(from) : config_.groups;
            addStep(block, type,
                    residual(block.name + ".resnets." + std::to_string(layer), from, groups1, type, block));
        }
        finish(block, type, i + 1 == levels(), config_.downsampling, ".resnet_down", ".downsamplers.0");
        if (block.resampler) {
            block.resampler->resampling = skips(type) ? &kFirHalving : &kHalving;
        }
        return block;
    }

    Unet2dBlock upBlock(int i) const {
        const int level = levels() - 1 - i;
        const Type type = config_.upBlocks[static_cast<std::size_t>(i)];
        Unet2dBlock block{.name = "up_blocks." + std::to_string(i), .width = width(level)};
        for (int layer = 0; layer <= config_.layers; ++layer) {
            const int before = layer > 0 ? block.width : width(std::min(level + 1, levels() - 1));
            const int kept = layer < config_.layers ? block.width : width(std::max(level - 1, 0));
            const Unet2dResidual step = residual(block.name + ".resnets." + std::to_string(layer), before + kept,
                                                 upGroups(type, before, kept), type, block);
            if (type == Type::attentionSkip && layer < config_.layers) {
                block.steps.push_back({step, {}}); // its one attention comes last
            } else {
                addStep(block, type, step);
            }
        }
        finish(block, type, level == 0, config_.upsampling, ".resnet_up", ".upsamplers.0");
        if (block.resampler) {
            block.resampler->resampling = skips(type) ? &kFirDoubling : &kDoubling;
        }
        return block;
    }

    /// Of the first norm of a step upwards. In the type "attentionSkip" diffusers divides one of the two by four.
    int upGroups(Type type, int before, int kept) const {
        return type == Type::attentionSkip ? std::min(before + kept / 4, 32)
               : type == Type::skip        ? skipGroups(before + kept)
                                           : config_.groups;
    }

    std::vector<Unet2dStep> middle() const {
        const int width = config_.widths.back();
        const int groups = config_.groupsFor(width);
        Unet2dResidual residual{"mid_block.resnets.0", width, width, groups, groups, config_.middleDivisor};
        std::vector<Unet2dStep> steps{{residual, {}}};
        if (config_.middleAttention) {
            steps[0].attention = {"mid_block.attentions.0", width, heads(width), config_.middleNormGroups(),
                                  config_.middleDivisor};
        }
        residual.name = "mid_block.resnets.1";
        steps.push_back({residual, {}});
        return steps;
    }

    Unet2dResidual residual(std::string name, int from, int groups1, Type type, const Unet2dBlock& block) const {
        Unet2dResidual result{std::move(name), from, block.width, groups1, config_.groups};
        result.hasShortcut = from != block.width;
        if (skips(type)) {
            result.groups2 = skipGroups(block.width);
            result.divisor = kSkipDivisor;
        }
        if (result.from % result.groups1 != 0 || result.to % result.groups2 != 0) {
            throw Error(ErrorCode::badInput,
                        Message("the configuration of %1 is impossible: %2", "unet2d",
                                Message("%1 channels cannot be divided into %2 groups", result.from, result.groups1)),
                        "compare it with the config.json that came with the network");
        }
        return result;
    }

    void addStep(Unet2dBlock& block, Type type, Unet2dResidual residual) const {
        Unet2dStep step{std::move(residual), {}};
        if (attends(type)) {
            const std::size_t index = type == Type::attentionSkip && block.name[0] == 'u' ? 0 : block.steps.size();
            step.attention = {block.name + ".attentions." + std::to_string(index), block.width, heads(block.width),
                              skips(type) ? kSkipAttentionGroups : config_.groups, skips(type) ? kSkipDivisor : 1};
        }
        block.steps.push_back(std::move(step));
    }

    void finish(Unet2dBlock& block, Type type, bool isLast, Unet2dResampling resampling, const char* skipName,
                const char* name) const {
        block.carriesPicture = skips(type);
        if (isLast) {
            return;
        }
        const bool isResidual = skips(type) || type == Type::resnet ||
                                (type == Type::attention && resampling == Unet2dResampling::residual);
        if (isResidual) {
            block.end = End::residual;
            const int groups = skips(type) ? skipGroups(block.width) : config_.groups;
            block.resampler = residual(block.name + (skips(type) ? skipName : name), block.width, groups, type, block);
            block.resampler->hasShortcut = skips(type);
        } else {
            block.end = resampling == Unet2dResampling::weightless ? End::weightless : End::convolution;
        }
    }

    int levels() const { return static_cast<int>(config_.levels()); }
    int width(int level) const { return config_.widths[static_cast<std::size_t>(level)]; }
    int heads(int channels) const { return config_.headWidth > 0 ? channels / config_.headWidth : 1; }

    const Unet2dConfig& config_;
};

} // namespace

Unet2dPlan planUnet2d(const Unet2dConfig& config) { return Planner(config).make(); }

} // namespace palimpsest
