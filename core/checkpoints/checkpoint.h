// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/tensor_info.h"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace at {
class Tensor;
}

namespace palimpsest {

class TensorContainer;

/// An open file of tensors, or several that belong together: what it holds is known, its numbers are read on demand,
/// one tensor at a time. Nothing in the file is ever executed. One thread at a time may use it.
class Checkpoint {
public:
    /// At least one; together they must hold no name twice (else Error(badInput)).
    explicit Checkpoint(std::vector<std::unique_ptr<TensorContainer>> parts);
    ~Checkpoint();

    /// Id in the catalogue of container formats: "safetensors", "torch-zip" or "torch-legacy".
    const std::string& format() const;
    /// In the order of the file: of its dictionaries and lists, or for safetensors of the bytes. Names are unique.
    const std::vector<TensorInfo>& tensors() const;
    /// The numbers of tensors()[index] on the CPU, in their own element type, contiguous, owned, without gradient.
    /// Needs the memory of that tensor and 1 MiB. Throws Error(badInput) if the file cannot be read or its bytes do
    /// not have their recorded checksum.
    at::Tensor read(std::size_t index) const;
    /// Scalars and strings of a pickle by path ("ema/decay": "0.9999", "step": "95000"; truth values "true" and
    /// "false"), or the metadata of a safetensors file.
    const std::map<std::string, std::string>& facts() const;

private:
    std::vector<std::unique_ptr<TensorContainer>> parts_;
    std::vector<TensorInfo> tensors_;
    std::vector<std::size_t> firsts_; ///< the index of each part's first tensor
    std::map<std::string, std::string> facts_;
};

/// Opens a file of tensors, whose format is found by its content, never by its name. Throws Error(badInput) with one
/// sentence that names the file and what is wrong with it.
std::unique_ptr<Checkpoint> openCheckpoint(const std::string& path);
/// Of the pieces into which one checkpoint was cut.
std::unique_ptr<Checkpoint> openCheckpoint(const std::vector<std::string>& paths);

} // namespace palimpsest
