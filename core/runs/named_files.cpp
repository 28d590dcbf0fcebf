// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/named_files.h"

#include "core/base/error.h"
#include "core/io/image_file.h"
#include "core/io/kernel_file.h"
#include "core/tasks/shared_parameters.h"

#include <filesystem>

namespace palimpsest {
namespace {

namespace fs = std::filesystem;

std::string absolute(const std::string& path) {
    std::error_code ignored;
    return fs::absolute(path, ignored).lexically_normal().string();
}

/// Whether a first estimate that the task does not offer is a file; else it is the id of an installed restorer.
bool namesFile(const std::string& estimate) {
    std::error_code ignored;
    return estimate.find_first_of("./") != std::string::npos || fs::exists(estimate, ignored);
}

} // namespace

NamedFiles namedFiles(const RestoreSpec& spec) {
    NamedFiles named;
    const TaskDescription& task = taskCatalogue().at(spec.task);
    const auto kernel = given<std::string>(spec.taskParameters, "kernel");
    if (task.takesParameter("kernel") && kernel && !isKernelInWords(*kernel)) {
        named.kernel = *kernel;
    }
    if (spec.estimate && !task.hasFirstEstimate(*spec.estimate) && namesFile(*spec.estimate)) {
        named.estimate = *spec.estimate;
    }
    return named;
}

RestoreSpec withAbsolutePaths(RestoreSpec spec) {
    const NamedFiles named = namedFiles(spec);
    if (spec.prior && spec.prior->find('/') != std::string::npos) {
        spec.prior = absolute(*spec.prior);
    }
    if (!named.kernel.empty()) {
        spec.taskParameters["kernel"] = absolute(named.kernel);
    }
    if (!named.estimate.empty()) {
        spec.estimate = absolute(named.estimate);
    }
    return spec;
}

std::vector<Message> openNamedFiles(const RestoreSpec& spec, RestoreInput& input) {
    const NamedFiles named = namedFiles(spec);
    std::vector<Message> notices;
    if (!named.kernel.empty()) {
        KernelReading read = readKernel(named.kernel);
        input.kernel = std::move(read.kernel);
        notices = std::move(read.notices);
    }
    if (!named.estimate.empty()) {
        std::error_code ignored;
        if (!fs::exists(named.estimate, ignored)) {
            throw Error(ErrorCode::badArgument,
                        Message("the first estimate \"%1\" is neither one of the task %2 nor a file", named.estimate,
                                spec.task),
                        "leave it to auto, choose one that the task offers, or give the path of a picture");
        }
        input.estimate = readImage(named.estimate);
    }
    return notices;
}

} // namespace palimpsest
