// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/tensor/device.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace palimpsest;

class DeviceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void processorIsAlwaysThere() {
        const auto devices = availableDevices();
        QCOMPARE(devices.front().id, std::string("cpu"));
        QVERIFY(!devices.front().title.empty());
        QVERIFY(devices.front().memoryBytes > (std::int64_t{64} << 20));
    }

    void cpuIsTakenAtItsWord() {
        const DeviceChoice choice = resolveDevice("cpu");
        QVERIFY(choice.device.is_cpu());
        QVERIFY(choice.reason.text().ends_with("."));
    }

    /// Whatever the machine has, "auto" finds a device and says in a sentence which and why.
    void autoNeverFails() {
        const DeviceChoice choice = resolveDevice("auto");
        QVERIFY(at::ones({2}, choice.device).sum().item<double>() == 2);
        QVERIFY(choice.device.is_cuda() || choice.reason.text().find("because") != std::string::npos);
        if (availableDevices().size() == 1) {
            QVERIFY(choice.device.is_cpu());
        }
    }

    void missingGpuIsAnError() {
        QVERIFY_EXCEPTION_THROWN(resolveDevice("cuda:99"), Error);
        if (availableDevices().size() == 1) {
            QVERIFY_EXCEPTION_THROWN(resolveDevice("cuda"), Error);
        }
    }

    void nonsenseIsAnError_data() {
        QTest::addColumn<QString>("request");
        for (const char* request : {"", "gpu", "cuda:", "cuda:-1", "cuda:1x", "CPU", "cudafoo"}) {
            QTest::newRow(request) << request;
        }
    }

    void nonsenseIsAnError() {
        QFETCH(const QString, request);
        try {
            resolveDevice(request.toStdString());
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::badArgument);
            QVERIFY(!error.hint().isEmpty());
        }
    }

    void scopeSwitchesGradientsOffAndBack() {
        QVERIFY(at::GradMode::is_enabled());
        {
            const DeviceScope scope(at::kCPU);
            QVERIFY(!at::GradMode::is_enabled());
        }
        QVERIFY(at::GradMode::is_enabled());
    }
};

QTEST_GUILESS_MAIN(DeviceTest)
#include "device_test.moc"
