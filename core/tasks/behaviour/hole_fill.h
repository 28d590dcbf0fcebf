// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <stop_token>
#include <string>

namespace palimpsest {

/// Fills the hole of known [1,3,H,W] in [-1,1] by a classical method (an id of classicalFills()), on the host;
/// outside the hole the values are unchanged. hole: [1,1,H,W]. Mid-grey where nothing is known. Throws Cancelled.
at::Tensor classicalHoleFill(const std::string& id, const at::Tensor& known, const at::Tensor& hole,
                             const std::stop_token& stop = {});

} // namespace palimpsest
