// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/step_benchmark.h"

#include "core/base/json.h"
#include "core/benchmarks/median.h"
#include "core/benchmarks/quality_table.h"
#include "core/denoisers/network_denoiser.h"
#include "core/networks/catalogue.h"
#include "core/networks/layers/checkpointing.h"
#include "core/operators/catalogue.h"
#include "core/priors/prior_denoiser.h"
#include "core/sampling/catalogue.h"
#include "core/sampling/sample.h"
#include "core/schedules/catalogue.h"
#include "core/tensor/compute_setup.h"
#include "core/tensor/device.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <numeric>
#include <sstream>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace palimpsest {
namespace {

/// Per call of sample(); its first step is not counted, because it comes after what a start does.
constexpr int kSteps = 4;

/// Mebibytes of the line `name` of the system's account of this process; 0 where there is none.
double residentMebibytes(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name)) {
            return std::stod(line.substr(name.size() + 1)) / 1024;
        }
    }
    return 0;
}

/// Makes the peak that the system remembers what the program holds now, without what it has freed.
void forgetPeak() {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
    std::ofstream("/proc/self/clear_refs") << "5";
}

/// What the steps of one kind took.
struct StepCosts {
    std::vector<double> seconds;
    std::vector<double> cpuSeconds; ///< of all threads together
    double peak = 0;                ///< MiB beyond what was held before
    double whole = 0;               ///< MiB
};

/// An inpainting problem of random numbers: what a step costs does not depend on them.
class Problem {
public:
    Problem(const Denoiser& denoiser, const NoiseSchedule& schedule, const Shape& shape, std::int64_t samples)
        : denoiser_(denoiser), steps_(spacedSteps(schedule, TimestepSpacing::trailing, kSteps)),
          samples_(static_cast<std::size_t>(samples)),
          measurement_{
              .A = makeOperator("inpainting-mask", {},
                                {.domain = shape, .options = at::kFloat, .mask = at::rand({shape[1], shape[2]}) > 0.5}),
              .y = {},
              .noise = {.sigmaY = 0.1}} {
        measurement_.y = measurement_.A->forward(at::rand({1, shape[0], shape[1], shape[2]}) * 2 - 1);
        std::iota(samples_.begin(), samples_.end(), 0);
    }

    void run(const char* guidance, StepCosts& to, std::stop_token stop) const {
        const auto rule = makeStepRule("ddim");
        const auto guide = makeGuidance(guidance, {}, measurement_);
        const auto start = makeStart("noise");
        const SamplingPlan plan{.steps = steps_,
                                .denoiser = denoiser_,
                                .stepRule = *rule,
                                .guidance = guide.get(),
                                .start = *start,
                                .shape = measurement_.A->domain()};
        NoiseSource noise(1, samples_, at::kFloat);
        forgetPeak();
        const double before = residentMebibytes("VmRSS:");
        auto last = std::chrono::steady_clock::now();
        std::clock_t lastClock = std::clock();
        const auto afterStep = [&](const StepReport& report) {
            const auto now = std::chrono::steady_clock::now();
            if (report.step.index > 0) {
                to.seconds.push_back(std::chrono::duration<double>(now - last).count());
                to.cpuSeconds.push_back(static_cast<double>(std::clock() - lastClock) / CLOCKS_PER_SEC);
            }
            last = now;
            lastClock = std::clock();
            return AfterStep::goOn;
        };
        sample(plan, noise, afterStep, std::move(stop));
        to.whole = std::max(to.whole, residentMebibytes("VmHWM:"));
        to.peak = std::max(to.peak, to.whole - before);
    }

private:
    const Denoiser& denoiser_;
    std::vector<Step> steps_;
    std::vector<std::uint64_t> samples_;
    Measurement measurement_;
};

/// What is asked at every step.
struct Subject {
    std::string name;
    std::shared_ptr<const Denoiser> denoiser;
    NoiseSchedule schedule;
    std::int64_t channels;
};

Subject priorSubject(const BenchmarkRun& run, const std::string& id, const ComputeSetup& setup) {
    const PriorEntry prior = run.store.catalogue.find(id);
    return {"prior " + prior.card.id,
            priorDenoiser(run.store.networks.get(prior, setup.device, setup.dtype), prior.card, prior.card.channels),
            priorSchedule(prior.card), prior.card.channels};
}

/// A network with the random weights of its start, described by a file {"architecture": .., "config": ..}.
Subject untrainedSubject(const std::string& path, const ComputeSetup& setup) {
    const Json description = readJson(path);
    const std::shared_ptr<Network> network =
        makeNetwork(description.value("architecture", std::string()), description.value("config", Json::object()));
    network->to(setup.device, setup.dtype);
    return {"untrained " + std::string(network->architecture()),
            std::make_shared<NetworkDenoiser>(network, NetworkConvention{}), makeSchedule("linear"),
            network->inputChannels()};
}

} // namespace

std::string runStepBenchmark(const BenchmarkRun& run) {
    const BenchmarkArguments arguments(run.arguments,
                                       {"prior", "network", "size", "rounds", "precision", "checkpoint", "samples"});
    const std::int64_t size = arguments.number("size", 256);
    const int rounds = arguments.number("rounds", 8);
    const ComputeSetup setup = setUpCompute("cpu", arguments.text("precision", "auto"), 0);
    const DeviceScope scope(setup.device);
    const CheckpointScope checkpoint(arguments.number("checkpoint", 0) != 0);
    const Subject subject = arguments.has("network") ? untrainedSubject(arguments.text("network"), setup)
                                                     : priorSubject(run, arguments.text("prior", "photo"), setup);
    const Problem problem(*subject.denoiser, subject.schedule, {subject.channels, size, size},
                          arguments.number("samples", 1));
    const std::array<const char*, 2> guidances{"none", "dps"};
    std::array<StepCosts, 2> results;
    for (const bool isWarmUp : {true, false}) {
        for (int round = 0; round < (isWarmUp ? 1 : rounds); ++round) {
            for (std::size_t i = 0; i < guidances.size(); ++i) {
                StepCosts warmUp;
                problem.run(guidances[i], isWarmUp ? warmUp : results[i], run.stop);
            }
        }
    }
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << subject.name << ", " << size << " px, " << setup.precision << ", "
         << setup.threads << " threads, median of " << results[0].seconds.size() << " steps\n";
    for (std::size_t i = 0; i < guidances.size(); ++i) {
        text << (i == 0 ? "DDIM step " : "DPS step  ") << std::setw(8) << median(results[i].seconds) * 1e3 << " ms, "
             << std::setw(8) << median(results[i].cpuSeconds) * 1e3 << " ms CPU, " << std::setw(6) << results[i].peak
             << " MiB at the peak, " << results[i].whole << " MiB in all\n";
    }
    return text.str();
}

} // namespace palimpsest
