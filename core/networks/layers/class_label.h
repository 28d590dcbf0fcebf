// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace at {
class Tensor;
}

namespace palimpsest {

class Network;

/// Whether the network takes this class: 0 <= classLabel < network.classes(), or -1 (none) if it takes none. Throws
/// Error(badArgument) otherwise.
void requireClass(const Network& network, int classLabel);

/// Network::forward(), or forwardOfClass() with one class for all pictures where the network takes classes. classLabel:
/// 0 <= classLabel < network.classes(), or anything if it takes none.
at::Tensor forwardWithLabel(const Network& network, const at::Tensor& x, const at::Tensor& time, int classLabel);

} // namespace palimpsest
