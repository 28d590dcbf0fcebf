// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/network_benchmark.h"

#include "core/benchmarks/median.h"
#include "core/benchmarks/quality_table.h"
#include "core/networks/network.h"
#include "core/tensor/compute_setup.h"
#include "core/tensor/device.h"

#include <ATen/ATen.h>
#include <ATen/record_function.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <iomanip>
#include <sstream>

namespace palimpsest {
namespace {

/// Counts the floating-point operations (two per multiply-add) of the convolutions and matrix products that run in its
/// lifetime.
class OperationCount {
public:
    OperationCount() {
        total() = 0;
        handle_ = at::addThreadLocalCallback(
            at::RecordFunctionCallback(count).needsInputs(true).scopes({at::RecordScope::FUNCTION}));
    }
    ~OperationCount() { at::removeCallback(handle_); }
    OperationCount(const OperationCount&) = delete;
    OperationCount& operator=(const OperationCount&) = delete;
    double value() const { return total(); }

private:
    static double& total() {
        thread_local double operations = 0;
        return operations;
    }

    static std::unique_ptr<at::ObserverContext> count(const at::RecordFunction& call) {
        struct Kind {
            std::string_view name;
            std::size_t x, weight, stride; ///< which inputs they are
        };
        static constexpr std::array kKinds{Kind{"aten::convolution", 0, 1, 3},
                                           Kind{"mkldnn::_convolution_pointwise", 0, 1, 4},
                                           Kind{"mkldnn::_convolution_pointwise_", 1, 2, 5}};
        // Inputs exist only for calls that were boxed, so the name is asked first.
        for (const Kind& kind : kKinds) {
            if (kind.name == call.name() && call.inputs().size() > kind.stride) {
                const auto inputs = call.inputs();
                const at::Tensor& x = inputs[kind.x].toTensor();
                const auto stride = inputs[kind.stride].toIntVector();
                const double area =
                    static_cast<double>(x.size(2) * x.size(3)) / static_cast<double>(stride.front() * stride.back());
                total() += 2 * static_cast<double>(x.size(0)) * area *
                           static_cast<double>(inputs[kind.weight].toTensor().numel());
            }
        }
        return nullptr;
    }

    at::CallbackHandle handle_;
};

double secondsOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// A 3x3 convolution as it comes in such networks.
struct Convolution {
    at::Tensor x;
    at::Tensor weight;

    Convolution(std::int64_t channels, std::int64_t side, at::ScalarType dtype)
        : x(at::randn({1, channels, side, side}).to(dtype).contiguous(at::MemoryFormat::ChannelsLast)),
          weight(at::randn({channels, channels, 3, 3}).to(dtype).contiguous(at::MemoryFormat::ChannelsLast)) {}
    double operations() const { return 2.0 * static_cast<double>(x.size(2) * x.size(3) * weight.numel()); }
    void run() const { at::conv2d(x, weight, {}, 1, 1); }
};

double decibels(const at::Tensor& reference, const at::Tensor& other) {
    return 10 * std::log10(4.0 / (reference - other).square().mean().item<double>());
}

} // namespace

std::string runNetworkBenchmark(const BenchmarkRun& run) {
    const BenchmarkArguments arguments(run.arguments, {"prior", "size", "rounds"});
    const std::int64_t size = arguments.number("size", 256);
    const int rounds = arguments.number("rounds", 15);
    const ComputeSetup setup = setUpCompute("cpu", {}, {});
    const DeviceScope scope(setup.device);
    const PriorEntry prior = run.store.catalogue.find(arguments.text("prior", "photo"));
    const auto network = run.store.networks.get(prior, setup.device, setup.dtype);
    const auto exact = run.store.networks.get(prior, setup.device, at::kFloat);
    const at::Tensor x = at::randn({1, network->inputChannels(), size, size});
    const at::Tensor time = at::full({1}, 300.0f);

    double operations = 0;
    {
        const OperationCount counter;
        network->forward(x, time);
        operations = counter.value();
    }
    std::vector<Convolution> convolutions;
    for (const std::int64_t channels : {64, 128, 256}) {
        convolutions.emplace_back(channels, std::max<std::int64_t>(16, size / 2 * 64 / channels), setup.dtype);
    }
    std::vector<double> seconds;
    std::vector<std::vector<double>> rates(convolutions.size());
    for (int round = 0; round <= rounds; ++round) {
        const double evaluation = secondsOf([&] { network->forward(x, time); });
        for (std::size_t i = 0; i < convolutions.size(); ++i) {
            const double one = secondsOf([&] { convolutions[i].run(); });
            if (round > 0) {
                rates[i].push_back(convolutions[i].operations() / one);
            }
        }
        if (round > 0) { // the first round warms up
            seconds.push_back(evaluation);
        }
    }
    double best = 0;
    for (const auto& rate : rates) {
        best = std::max(best, median(rate));
    }
    const double rate = operations / median(seconds);
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << "prior " << prior.card.id << ", " << size << " px, "
         << setup.precision << ", " << setup.threads << " threads, median of " << rounds << " rounds\nevaluation      "
         << median(seconds) * 1e3 << " ms, " << operations * 1e-9 << " GFLOP, " << rate * 1e-9
         << " GFLOP/s\nbest convolution " << best * 1e-9 << " GFLOP/s\nshare            " << 100 * rate / best << " %\n"
         << setup.precision << " against fp32: output within "
         << decibels(exact->forward(x, time), network->forward(x, time)) << " dB\n";
    return text.str();
}

} // namespace palimpsest
