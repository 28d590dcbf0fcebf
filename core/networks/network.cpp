// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/network.h"

#include "core/base/error.h"

namespace palimpsest {

at::Tensor Network::forwardOfClass(const at::Tensor& /*x*/, const at::Tensor& /*time*/,
                                   const at::Tensor& /*classes*/) const {
    throw Bug("a class was given to a network that takes none");
}

} // namespace palimpsest
