// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// The first estimate as a pyramid gives it at run time: what the network itself makes of the picture at half the size
/// (of a quarter, then half, for `levels` = 2), enlarged into the hole. A coarse pixel is known if at least half of
/// what it covers is.
/// input: [N,7,S,S] as the network sees it (picture without hole, hole, first estimate), S a multiple of 2^levels.
/// Returns [N,3,S,S] in [-1,1], without a graph; the picture where it is known.
at::Tensor pyramidEstimate(const Network& network, const at::Tensor& input, int levels);

} // namespace palimpsest
