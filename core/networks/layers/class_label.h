// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace at {
class Tensor;
}

namespace palimpsest {

class Network;

/// Whether the network takes this class: 0 <= classLabel < network.classes(), or none if it takes none. Throws
/// Error(badArgument) otherwise.
void requireClass(const Network& network, std::optional<int> classLabel);

/// A class that the network takes, where any will do: 0, or none if it takes none.
std::optional<int> anyClass(const Network& network);

/// Network::forward(), or forwardOfClass() with one class for all pictures where there is one. For a class that
/// requireClass() takes.
at::Tensor forwardWithLabel(const Network& network, const at::Tensor& x, const at::Tensor& time,
                            std::optional<int> classLabel);

} // namespace palimpsest
