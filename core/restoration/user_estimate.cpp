// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/user_estimate.h"

#include "core/base/error.h"
#include "core/restoration/loaded_priors.h"
#include "core/tasks/picture_estimate.h"
#include "core/image/classical_fill.h"
#include "core/image/classical_restorer.h"
#include "core/image/colour_transform.h"
#include "core/io/image_file.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <filesystem>

namespace palimpsest {
namespace {

bool namesMethod(const std::string& word) {
    return word == "auto" || word == kFillPrior || word == kPseudoInverse || classicalFills().find(word) || classicalRestorers().find(word);
}

} // namespace

UserEstimate readUserEstimate(const RestoreSpec& spec, Size result) {
    if (namesMethod(spec.estimate)) {
        return {{}, contentHash(Image())};
    }
    std::error_code ignored;
    if (!std::filesystem::exists(spec.estimate, ignored)) {
        throw Error(ErrorCode::badArgument, "the first estimate \"" + spec.estimate + "\" is neither a classical method nor a file",
                    "take auto, pseudo-inverse, a method of palimpsest methods, or the path of a picture");
    }
    const Image read = readImage(spec.estimate);
    if (read.size() != result) {
        throw Error(ErrorCode::badInput, "the first estimate " + spec.estimate + " has another size than the result",
                    "make it " + std::to_string(result.width) + " x " + std::to_string(result.height) + " pixels");
    }
    return {toTensor(toWorkingSpace(read), {0, 0, result.width, result.height}), contentHash(read)};
}

} // namespace palimpsest
