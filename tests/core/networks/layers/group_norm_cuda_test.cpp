// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/group_norm_cuda.h"
#include "tests/support/gpu_test.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <QTest>

using namespace palimpsest;

/// Needs a GPU; skips with the reason where there is none. The CPU's kernels are the reference: other tests hold them
/// against the definition.
class GroupNormCudaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { requireGpu(device_); }

    void kernelsRun() { QVERIFY(hasCudaGroupNorm(at::zeros({1, 8, 2, 2}, at::TensorOptions(device_)))); }

    void cudaEqualsCpu_data() {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("groups");
        QTest::addColumn<bool>("silu");
        QTest::newRow("one pixel") << 8 << 1 << 4 << true;
        QTest::newRow("odd channels") << 15 << 7 << 5 << true;
        QTest::newRow("without activation") << 16 << 9 << 4 << false;
        QTest::newRow("several stretches of pixels") << 64 << 96 << 32 << true;
        QTest::newRow("one group") << 33 << 12 << 1 << true;
    }

    void cudaEqualsCpu() {
        QFETCH(const int, channels);
        QFETCH(const int, side);
        QFETCH(const int, groups);
        QFETCH(const bool, silu);
        const GroupNormOptions options{.groups = groups, .silu = silu};
        at::Generator generator = at::detail::createCPUGenerator(7);
        const auto draw = [&](at::IntArrayRef sizes) {
            return at::randn(sizes, generator, at::TensorOptions(at::kFloat));
        };
        const at::Tensor x = draw({2, channels, side, side}) * 2 + 0.7;
        const at::Tensor dy = draw(x.sizes());
        const at::Tensor scale = draw({2, channels});
        const at::Tensor offset = draw({2, channels});
        for (const auto& [dtype, tolerance] : {std::pair(at::kFloat, 1e-5), std::pair(at::kBFloat16, 1e-2)}) {
            const Pass onCpu = passOn(at::kCPU, {x.to(dtype), dy.to(dtype), scale, offset}, options);
            const Pass onCuda = passOn(device_, {x.to(dtype), dy.to(dtype), scale, offset}, options);
            QVERIFY(relativeError(onCuda.y, onCpu.y) < tolerance);
            QVERIFY(relativeError(onCuda.dx, onCpu.dx) < tolerance);
        }
    }

private:
    struct Given {
        at::Tensor x, dy, scale, offset;
    };
    struct Pass {
        at::Tensor y, dx; ///< on the CPU, double
    };

    static Pass passOn(at::Device device, const Given& given, const GroupNormOptions& options) {
        const at::Tensor x = given.x.to(device);
        const at::Tensor scale = given.scale.to(device);
        const at::Tensor offset = given.offset.to(device);
        const GroupNormed normed = groupNormForward(x, scale, offset, options);
        const at::Tensor dx = groupNormInputGradient(x, given.dy.to(device), scale, offset, normed.moments, options, x);
        return {normed.y.cpu().to(at::kDouble), dx.cpu().to(at::kDouble)};
    }

    at::Device device_ = at::kCPU;
};

QTEST_GUILESS_MAIN(GroupNormCudaTest)
#include "group_norm_cuda_test.moc"
