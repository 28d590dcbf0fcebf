// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/cuda_kernels.h"
#include "core/tensor/display_pack.h"
#include "tests/support/gpu_test.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace palimpsest;

/// Needs a GPU; skips with the reason where there is none.
class DisplayPackCudaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { requireGpu(device_); }

    void kernelIsFound() { QVERIFY(cudaKernelAddress("palimpsestPackPixelsCuda") != nullptr); }

    void cudaEqualsCpu_data() {
        QTest::addColumn<int>("channels");
        QTest::newRow("grey") << 1;
        QTest::newRow("colour") << 3;
    }

    void cudaEqualsCpu() {
        QFETCH(const int, channels);
        const at::Tensor planes = at::linspace(-1.3, 1.3, channels * 517 * 311).reshape({channels, 517, 311});
        const at::Tensor onDevice = planes.to(device_);
        QCOMPARE(*packForDisplay(onDevice), *packForDisplay(planes));
        QVERIFY(packByOperations(onDevice).cpu().equal(packByOperations(planes)));
    }

private:
    at::Device device_ = at::kCPU;
};

QTEST_GUILESS_MAIN(DisplayPackCudaTest)
#include "display_pack_cuda_test.moc"
