// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/container_contents.h"
#include "core/files/byte_source.h"

#include <optional>
#include <string>

namespace palimpsest {

/// A network of ncnn is two files of one name: NAME.param, text, its layers; NAME.bin, their numbers one after the
/// other. The other paths of the pair that `path` belongs to; none if it belongs to none: NAME.param must exist and
/// begin as such a text does.
struct NcnnPair {
    std::string layers;  ///< NAME.param
    std::string numbers; ///< NAME.bin
};
std::optional<NcnnPair> ncnnPairOf(const std::string& path);

/// layers: the text of NAME.param; numbers: NAME.bin. Tensors are called LAYER.weight, [to,from,rows,columns], and
/// LAYER.bias, in the order of the layers; facts: how many layers of each kind there are. Kernels in float16 (tagged
/// 0x01306B47) or float32. Throws Error(badInput) naming the file and the rule that it breaks, and for kinds of layers
/// with numbers other than convolutions and PReLU, and for kernels of less than 16 bits.
ContainerContents readNcnnModel(const std::string& layers, const ByteSource& numbers);

} // namespace palimpsest
