// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace at {
class Tensor;
}

namespace palimpsest {

/// Whether no value is infinite or no number. Any floating-point type, on the CPU.
bool allFinite(const at::Tensor& tensor);

} // namespace palimpsest
