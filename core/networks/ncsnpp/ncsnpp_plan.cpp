// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/ncsnpp/ncsnpp_plan.h"

#include "core/base/error.h"

#include <utility>

namespace palimpsest {

namespace {

using Kind = NcsnppStep::Kind;

class Planner {
public:
    explicit Planner(const NcsnppConfig& config) : config_(config) {}

    NcsnppPlan make() {
        modules_ = config_.embedding == NcsnppEmbedding::fourier ? 1 : 0;
        plan_.embedding = modules_;
        modules_ += config_.conditional ? 2 : 0;
        down();
        add(Kind::residual, channels_);
        add(Kind::attention, channels_);
        add(Kind::residual, channels_);
        up();
        return std::move(plan_);
    }

private:
    void down() {
        channels_ = config_.channels;
        inputPyramid_ = config_.channels;
        add(Kind::convolution, config_.modelChannels);
        keep();
        for (std::size_t level = 0; level < config_.levels(); ++level) {
            for (int i = 0; i < config_.residualBlocks; ++i) {
                add(Kind::residual, config_.width(level));
                attend(level);
                keep();
            }
            if (level + 1 < config_.levels()) {
                resample(Kind::residualDown, Kind::down, Kind::bareDown);
                joinInput();
                keep();
            }
        }
    }

    void up() {
        for (std::size_t level = config_.levels(); level-- > 0;) {
            for (int i = 0; i <= config_.residualBlocks; ++i) {
                addWithoutWeights(Kind::join);
                channels_ += kept_.back();
                kept_.pop_back();
                add(Kind::residual, config_.width(level));
            }
            attend(level);
            leadOut(level);
            if (level > 0) {
                resample(Kind::residualUp, Kind::up, Kind::bareUp);
            }
        }
        if (config_.progressive != NcsnppPyramid::skip) {
            step(Kind::output, channels_, config_.channels, 2);
        }
    }

    void joinInput() {
        if (config_.progressiveInput == NcsnppPyramid::skip) {
            step(Kind::inputSkip, inputPyramid_, channels_, 1);
            channels_ *= config_.progressiveCombine == NcsnppCombination::join ? 2 : 1;
        } else if (config_.progressiveInput == NcsnppPyramid::residual) {
            step(Kind::inputResidual, inputPyramid_, channels_, 1);
            inputPyramid_ = channels_;
        }
    }

    void leadOut(std::size_t level) {
        if (config_.progressive == NcsnppPyramid::skip) {
            step(Kind::outputSkip, channels_, config_.channels, 2);
        } else if (config_.progressive == NcsnppPyramid::residual) {
            if (level + 1 == config_.levels()) {
                step(Kind::output, channels_, channels_, 2);
            } else {
                step(Kind::outputResidual, outputPyramid_, channels_, 1);
            }
            outputPyramid_ = channels_;
        }
    }

    void attend(std::size_t level) {
        if (config_.attendsAt(level)) {
            add(Kind::attention, channels_);
        }
    }

    void resample(Kind inBlock, Kind convolved, Kind weightless) {
        if (config_.residualBlockType == NcsnppBlock::biggan) {
            add(inBlock, channels_);
        } else if (config_.resampleWithConvolution) {
            add(convolved, channels_);
        } else {
            addWithoutWeights(weightless);
        }
    }

    void keep() {
        addWithoutWeights(Kind::keep);
        kept_.push_back(channels_);
    }

    /// A step with one module that changes h.
    void add(Kind kind, int to) {
        step(kind, channels_, to, 1);
        channels_ = to;
    }

    void addWithoutWeights(Kind kind) { step(kind, channels_, channels_, 0); }

    void step(Kind kind, int from, int to, int modules) {
        plan_.steps.push_back({kind, modules_, from, to});
        modules_ += modules;
    }

    const NcsnppConfig& config_;
    NcsnppPlan plan_;
    int modules_ = 0;                          ///< counted so far
    int channels_ = 0;                         ///< of h
    int inputPyramid_ = 0, outputPyramid_ = 0; ///< their channels
    std::vector<int> kept_;                    ///< channels of the stack
};

} // namespace

NcsnppPlan planNcsnpp(const NcsnppConfig& config) {
    NcsnppPlan plan = Planner(config).make();
    for (const NcsnppStep& step : plan.steps) {
        if (step.kind != Kind::convolution && step.from >= 4 && step.from % ncsnppGroups(step.from) != 0) {
            throw Error(
                ErrorCode::badInput,
                Message("the configuration of %1 is impossible: %2", "ncsnpp",
                        Message("%1 channels cannot be divided into %2 groups", step.from, ncsnppGroups(step.from))),
                "compare modelChannels and channelMultipliers with the options that it was trained with");
        }
    }
    return plan;
}

} // namespace palimpsest
