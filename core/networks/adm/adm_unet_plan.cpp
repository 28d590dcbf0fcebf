// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/adm/adm_unet_plan.h"

namespace palimpsest {

namespace {

using Kind = AdmLayer::Kind;

class Planner {
public:
    explicit Planner(const AdmUNetConfig& config) : config_(config) {}

    AdmUNetPlan make() {
        input();
        begin("middle_block.");
        add(Kind::residual, channels_);
        add(Kind::attention, channels_);
        add(Kind::residual, channels_);
        plan_.middle = std::move(block_);
        output();
        return std::move(plan_);
    }

private:
    void input() {
        begin("input_blocks.0.");
        channels_ = config_.inputChannels;
        add(Kind::convolution, config_.width(0));
        endInput();
        for (std::size_t level = 0; level < config_.levels(); ++level) {
            for (int i = 0; i < config_.residualBlocks; ++i) {
                begin("input_blocks." + std::to_string(plan_.input.size()) + ".");
                residual(level);
                endInput();
            }
            if (level + 1 < config_.levels()) {
                begin("input_blocks." + std::to_string(plan_.input.size()) + ".");
                add(config_.resampleInBlocks ? Kind::residualDown : Kind::stridedConvolution, channels_);
                endInput();
            }
        }
    }

    void output() {
        for (std::size_t level = config_.levels(); level-- > 0;) {
            for (int i = 0; i <= config_.residualBlocks; ++i) {
                begin("output_blocks." + std::to_string(plan_.output.size()) + ".");
                channels_ += kept_.back();
                kept_.pop_back();
                residual(level);
                if (level > 0 && i == config_.residualBlocks) {
                    add(config_.resampleInBlocks ? Kind::residualUp : Kind::enlargedConvolution, channels_);
                }
                plan_.output.push_back(std::move(block_));
            }
        }
    }

    void residual(std::size_t level) {
        add(Kind::residual, config_.width(level));
        if (config_.attendsAt(level)) {
            add(Kind::attention, channels_);
        }
    }

    void begin(std::string path) {
        path_ = std::move(path);
        block_.clear();
    }

    void endInput() {
        kept_.push_back(channels_);
        plan_.input.push_back(std::move(block_));
    }

    void add(Kind kind, int to) {
        std::string name = path_ + std::to_string(block_.size());
        if (kind == Kind::stridedConvolution) {
            name += ".op";
        } else if (kind == Kind::enlargedConvolution) {
            name += ".conv";
        }
        block_.push_back({kind, std::move(name), channels_, to});
        channels_ = to;
    }

    const AdmUNetConfig& config_;
    AdmUNetPlan plan_;
    std::string path_;
    AdmBlock block_;
    int channels_ = 0;      ///< of the result so far
    std::vector<int> kept_; ///< channels of the kept results
};

} // namespace

AdmUNetPlan planAdmUNet(const AdmUNetConfig& config) { return Planner(config).make(); }

} // namespace palimpsest
