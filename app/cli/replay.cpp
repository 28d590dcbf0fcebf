// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/common_options.h"
#include "app/cli/exit_code.h"
#include "app/cli/preview_writer.h"
#include "app/cli/restoration_run.h"
#include "core/base/hash.h"
#include "core/engine/engine_loader.h"
#include "core/io/hints_file.h"
#include "core/io/image_file.h"
#include "core/io/mask_file.h"
#include "core/provenance/record_file.h"
#include "core/provenance/replay_comparison.h"
#include "core/runs/named_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace palimpsest {
namespace {

CommandSyntax syntax() {
    CommandSyntax syntax;
    syntax.positionals = {
        pathOption("record", "", "RECORD.json", "The record that lies beside a restored picture.", true)};
    syntax.options = {
        pathOption("input", "", "FILE", "The picture, if it is no longer where the record says.", false),
        pathOption("mask", "", "MASK", "The mask, if it is no longer where the record says.", false),
        pathOption("hints", "", "HINTS", "The colour hints, if they are no longer where the record says.", false),
        pathOption("kernel", "", "FILE", "The picture of the blur, if it is no longer where the record says.", false),
        pathOption("estimate", "", "FILE", "The first estimate, if it is no longer where the record says.", false),
        previewOption(),
        jsonOption()};
    syntax.details =
        "Checks that all pictures that went in are those of the record, restores again, and says that the bytes agree, "
        "or by "
        "how many dB they differ and which circumstance is not as it was. Writes no picture. The exit code is 0 if "
        "the bytes agree and 1 if not.\n"
        "\n"
        "Example\n"
        "  palimpsest replay restored.png.json\n";
    return syntax;
}

/// The file that the record names, or the one given instead of it.
std::string sourcePath(const Arguments& arguments, const std::string& name, const SourceRecord& source,
                       const std::string& recordPath) {
    if (arguments.has(name)) {
        return arguments.text(name);
    }
    if (source.path.empty()) {
        throw Error(ErrorCode::badInput, Message("%1 does not name the file of its %2", recordPath, name),
                    Message("give it with --%1", name));
    }
    return pathFromRecord(recordPath, source.path);
}

void requireHash(const std::string& actual, const SourceRecord& source, const std::string& path,
                 const std::string& name) {
    if (actual != source.sha256) {
        throw Error(ErrorCode::badInput, Message("%1 is not the %2 of the record: its pixels differ", path, name),
                    Message("give the original with --%1", name));
    }
}

Mask recordedMask(const Arguments& arguments, const RunRecord& record, const std::string& recordPath,
                  const Image& picture) {
    if (record.mask.sha256 == contentHash(Mask())) {
        return {};
    }
    const std::string path = sourcePath(arguments, "mask", record.mask, recordPath);
    const std::optional<MaskMeaning> meaning = maskMeaningFrom(record.mask.meaning);
    Mask mask = meaning ? readMask(path, picture, meaning).mask : readMask(path, picture.size());
    requireHash(contentHash(mask), record.mask, path, "mask");
    return mask;
}

Image recordedHints(const Arguments& arguments, const RunRecord& record, const std::string& recordPath,
                    const Image& picture) {
    if (record.hints.sha256 == contentHash(Image())) {
        return {};
    }
    const std::string path = sourcePath(arguments, "hints", record.hints, recordPath);
    Image hints = readHints(path, picture);
    requireHash(contentHash(hints), record.hints, path, "hints");
    return hints;
}

/// The file that went in under a name of the spec: where it is now, or as the spec has it; empty: there was none.
std::string recordedFile(const Arguments& arguments, const std::string& name, const SourceRecord& source,
                         const std::string& recordPath, const std::string& named) {
    if (arguments.has(name)) {
        return arguments.text(name);
    }
    const bool wasRead = !source.sha256.empty() && source.sha256 != contentHash(Image());
    return wasRead && !source.path.empty() ? sourcePath(arguments, name, source, recordPath) : named;
}

/// Kernel and first estimate of then, read from where they are now.
void openRecordedFiles(const Arguments& arguments, const RunRecord& record, const std::string& recordPath,
                       RestoreSpec& spec, RestoreInput& input) {
    const NamedFiles named = namedFiles(spec);
    const std::string kernel = recordedFile(arguments, "kernel", record.kernel, recordPath, named.kernel);
    const std::string estimate = recordedFile(arguments, "estimate", record.estimate, recordPath, named.estimate);
    if (!named.kernel.empty()) {
        spec.taskParameters["kernel"] = kernel;
    }
    if (!named.estimate.empty()) {
        spec.estimate = estimate;
    }
    openNamedFiles(spec, input);
    if (!named.kernel.empty() && !record.kernel.sha256.empty()) {
        requireHash(contentHash(input.kernel), record.kernel, kernel, "kernel");
    }
    if (!named.estimate.empty() && !record.estimate.sha256.empty()) {
        requireHash(contentHash(input.estimate), record.estimate, estimate, "estimate");
    }
}

/// Where nobody named a start, the default takes an installed restorer: the replay takes what the run took, and not a
/// restorer that came later.
void pinStart(const RunRecord& record, const Engine& engine, RestoreSpec& spec) {
    const auto methods = engine.methods();
    const auto priors = engine.priors();
    const auto isRestorer = [&](const PriorDescription& prior) {
        return prior.kind == "restorer" && std::any_of(methods.begin(), methods.end(), [&](const auto& method) {
                   return method.id == prior.id && method.forTask(spec.task);
               });
    };
    const bool wasLeftOpen = !spec.start && !spec.estimate && spec.method.value_or(kDefaultMethod) == kDefaultMethod;
    if (!wasLeftOpen || std::none_of(priors.begin(), priors.end(), isRestorer)) {
        return;
    }
    const TaskDescription& task = taskCatalogue().at(spec.task);
    const std::string lanczos = "lanczos"; // of records that do not name what upscaling started from
    if (record.resolved.estimate && task.coverage == Coverage::whole) {
        spec.estimate = record.resolved.estimate;
    } else if (task.hasFirstEstimate(lanczos)) {
        spec.estimate = lanczos;
    }
}

/// The spec as it was asked for, held to the circumstances of then: where it left the choice to the machine, the record
/// decides.
RestoreSpec pinnedSpec(const RunRecord& record, const Engine& engine, Report& report) {
    RestoreSpec spec = record.spec;
    spec.precision = record.resolved.precision;
    spec.threads = record.resolved.threads;
    spec.tile = record.resolved.tile;
    spec.device = record.resolved.device;
    for (const auto& [name, value] : record.resolved.taskParameters) {
        if (std::holds_alternative<std::string>(value)) { // a choice that the program made
            spec.taskParameters.emplace(name, value);
        }
    }
    pinStart(record, engine, spec);
    const auto devices = engine.devices();
    if (spec.device &&
        std::none_of(devices.begin(), devices.end(), [&](const auto& d) { return d.id == *spec.device; })) {
        report.noticed(Message("there is no %1 here, so another device computes", *spec.device));
        spec.device.reset();
    }
    return spec;
}

/// The saved samples, null where the file is gone or has changed since.
std::vector<Image> savedPictures(const RunRecord& record, const std::string& recordPath, Report& report) {
    std::vector<Image> pictures;
    for (const auto& sample : record.samples) {
        pictures.emplace_back();
        const std::string path = pathFromRecord(recordPath, sample.path);
        std::error_code ignored;
        if (path.empty() || !std::filesystem::is_regular_file(path, ignored)) {
            continue;
        }
        if (sha256OfFile(path) != sample.fileSha256) {
            report.noticed(Message("%1 has changed since it was saved", path));
            continue;
        }
        pictures.back() = readImage(path);
    }
    return pictures;
}

/// Pixels that agree make equal files, unless the libraries that compress them are others.
void noticeOtherFiles(const RunRecord& record, const std::vector<Image>& samples, Report& report) {
    for (std::size_t i = 0; i < samples.size() && i < record.samples.size(); ++i) {
        const SampleRecord& sample = record.samples[i];
        if (!sample.path.empty() &&
            sha256(encodeImage(samples[i], {.format = formatOfPath(sample.path).id})) != sample.fileSha256) {
            report.noticed(
                Message("the pixels of %1 agree, but another version or setting compressed the file", sample.path));
        }
    }
}

Json facts(const ReplayComparison& comparison) {
    Json samples = Json::array();
    for (const auto& sample : comparison.samples) {
        samples.push_back({{"agrees", sample.agrees}, {"psnr", sample.psnr ? Json(*sample.psnr) : Json()}});
    }
    Json differences = Json::array();
    for (const auto& difference : comparison.differences) {
        differences.push_back(
            {{"name", difference.name}, {"recorded", difference.recorded}, {"replayed", difference.replayed}});
    }
    return {{"agrees", comparison.agrees()}, {"samples", samples}, {"differences", differences}};
}

int run(const Arguments& arguments, Report& report, std::stop_token stop) {
    const std::string path = arguments.text("record");
    const RunRecord record = readRunRecord(path);
    if (record.stoppedEarly) {
        throw Error(ErrorCode::badInput,
                    Message("%1 records a run that was stopped early, which cannot be replayed", path),
                    "replay a run that ended by itself");
    }
    const std::string picturePath = sourcePath(arguments, "input", record.acquisition, path);
    const Image picture = readImage(picturePath);
    requireHash(contentHash(picture), record.acquisition, picturePath, "input");
    RestoreInput input{.acquisition = picture,
                       .mask = recordedMask(arguments, record, path, picture),
                       .hints = recordedHints(arguments, record, path, picture),
                       .kernel = {},
                       .estimate = {}};
    PreviewWriter sink(report, arguments.text("preview-dir"));
    throwIfStopped(stop);
    const auto engine = loadEngine();
    RestoreSpec spec = pinnedSpec(record, *engine, report);
    openRecordedFiles(arguments, record, path, spec, input);
    report.started({{"record", path}, {"evaluations", engine->estimate(spec, input).evaluations}});
    const RestoreResult result = engine->restore(spec, input, sink, stop);
    throwIfStopped(stop);
    const auto comparison = compareReplay(record, result.record, savedPictures(record, path, report), result.samples);
    if (comparison.agrees()) {
        noticeOtherFiles(record, result.samples, report);
    }
    report.succeeded(path + ": " + inWords(comparison), facts(comparison));
    return comparison.agrees() ? kExitDone : kExitFailed;
}

} // namespace

Command replayCommand() {
    return {"replay", "Restore again what a record describes, and compare the bytes.", syntax, run};
}

} // namespace palimpsest
