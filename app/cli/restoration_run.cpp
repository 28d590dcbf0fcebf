// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/restoration_run.h"

#include "app/cli/console_report.h"
#include "app/cli/exit_code.h"
#include "app/cli/map_files.h"
#include "app/cli/output_files.h"
#include "app/cli/preview_writer.h"
#include "core/base/error.h"
#include "core/engine/engine_loader.h"
#include "core/io/hints_file.h"
#include "core/io/image_file.h"
#include "core/io/mask_file.h"
#include "core/provenance/record_file.h"
#include "core/runs/named_files.h"
#include "core/tasks/task.h"

#include <nlohmann/json.hpp>

#include <chrono>

namespace palimpsest {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

Json startedFacts(const RestorationRequest& request, const OutputFiles& files, const RunEstimate& estimate) {
    return {{"picture", request.picture},          {"mask", request.mask},        {"hints", request.hints},
            {"outputs", files.pictures},           {"record", files.record},      {"evaluations", estimate.evaluations},
            {"memoryBytes", estimate.memoryBytes}, {"spec", toJson(request.spec)}};
}

std::vector<std::string> inputsOf(const RestorationRequest& request) {
    std::vector<std::string> inputs{request.picture};
    for (const std::string* path : {&request.mask, &request.hints}) {
        if (!path->empty()) {
            inputs.push_back(*path);
        }
    }
    return inputs;
}

/// A mask or hints that the task would not look at are a mistake of the user's.
void requireInputsOfTask(const RestorationRequest& request) {
    const TaskDescription& task = taskCatalogue().at(request.spec.task);
    if (!task.takes(InputKind::mask) && !request.mask.empty()) {
        throw Error(ErrorCode::badArgument, Message("the task %1 takes no mask", task.id),
                    "leave it out, or take inpaint or old-photo");
    }
    if (!task.takes(InputKind::hints) && !request.hints.empty()) {
        throw Error(ErrorCode::badArgument, Message("the task %1 takes no colour hints", task.id),
                    "leave them out, or take colorize or old-photo");
    }
    if (task.needs(InputKind::mask) && request.mask.empty()) {
        throw Error(ErrorCode::badArgument, Message("the task %1 needs a mask, and none is named", task.id),
                    "add the path of one as \"mask\"");
    }
}

void requireWritable(const RestorationRequest& request, const OutputFiles& files) {
    std::vector<std::string> others = inputsOf(request);
    checkOutputs(files, others);
    if (!request.mapsFolder.empty()) {
        others.insert(others.end(), files.pictures.begin(), files.pictures.end());
        checkMapsFolder(request.mapsFolder, others);
    }
}

/// How the mask was read; what is to be said of it waits until the run is announced.
MaskReading maskReading(const RestorationRequest& request, const Image& picture) {
    if (request.mask.empty()) {
        return {};
    }
    MaskReading reading = readMask(request.mask, picture, maskMeaningFrom(request.maskMeaning));
    if (reading.isAmbiguous) {
        reading.notices.emplace_back("the mask may mean otherwise, as most of the picture is marked or could be; "
                                     "--mask-meaning tells what marks in it");
    }
    return reading;
}

RestoreInput readInput(const RestorationRequest& request, const Image& picture, const Mask& mask) {
    RestoreInput input{.acquisition = picture, .mask = mask, .hints = {}, .kernel = {}, .estimate = {}};
    if (!request.hints.empty()) {
        input.hints = readHints(request.hints, picture);
    }
    return input;
}

std::string doneInWords(const OutputFiles& files, double seconds) {
    std::string words;
    for (const auto& picture : files.pictures) {
        words += picture + "\n";
    }
    return words + "restored in " + durationInWords(seconds) + "; the record is " + files.record + "\n";
}

} // namespace

void throwIfStopped(const std::stop_token& stop) {
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

int runRestoration(const RestorationRequest& request, Report& report, std::stop_token stop) {
    const auto start = Clock::now();
    validate(request.spec);
    maskMeaningFrom(request.maskMeaning);
    requireInputsOfTask(request);
    const OutputFiles files = outputFiles(request.output, request.spec.samples);
    requireWritable(request, files);
    const ImageReading reading = readImageWithNotices(request.picture);
    for (const Message& notice : reading.notices) {
        report.noticed(notice);
    }
    const MaskReading mask = maskReading(request, reading.image);
    RestoreInput input = readInput(request, reading.image, mask.mask);
    for (const Message& notice : openNamedFiles(request.spec, input)) {
        report.noticed(notice);
    }
    PreviewWriter sink(report, request.previewFolder);
    throwIfStopped(stop);
    const auto engine = loadEngine();
    const RestoreSpec spec = withAbsolutePaths(request.spec);
    report.started(startedFacts(request, files, engine->estimate(spec, input)));
    for (const Message& notice : mask.notices) {
        report.noticed(notice);
    }
    throwIfStopped(stop);
    const RestoreResult result = engine->restore(spec, input, sink, stop);
    throwIfStopped(stop);
    RunRecord record = result.record;
    record.acquisition.path = pathForRecord(files.record, request.picture);
    record.mask.path = pathForRecord(files.record, request.mask);
    record.mask.meaning = request.mask.empty() ? std::string() : nameOf(mask.meaning);
    record.hints.path = pathForRecord(files.record, request.hints);
    const NamedFiles named = namedFiles(spec);
    record.kernel.path = pathForRecord(files.record, named.kernel);
    record.estimate.path = pathForRecord(files.record, named.estimate);
    for (const Message& loss : saveOutputs(files, result.samples, std::move(record),
                                           request.mapsFolder.empty() ? std::vector<FileContent>{}
                                                                      : mapFiles(result.maps, request.mapsFolder))) {
        report.noticed(loss);
    }
    const double seconds = secondsSince(start);
    report.succeeded(doneInWords(files, seconds),
                     {{"outputs", files.pictures}, {"record", files.record}, {"seconds", seconds}});
    return kExitDone;
}

} // namespace palimpsest
