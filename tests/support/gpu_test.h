// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/device.h"

#include <QTest>

namespace palimpsest {

/// For initTestCase(): `device` becomes the GPU; where there is none, all tests of the class are skipped with the
/// reason.
inline void requireGpu(at::Device& device) {
    const DeviceChoice choice = resolveDevice("auto");
    device = choice.device;
    if (!device.is_cuda()) {
        QSKIP(choice.reason.text().c_str());
    }
}

} // namespace palimpsest
