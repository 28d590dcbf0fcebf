// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/common_options.h"
#include "app/cli/exit_code.h"
#include "app/cli/preview_writer.h"
#include "app/cli/restoration_run.h"
#include "core/base/hash.h"
#include "core/io/hints_file.h"
#include "core/io/image_file.h"
#include "core/io/kernel_file.h"
#include "core/io/mask_file.h"
#include "core/provenance/record_file.h"
#include "core/provenance/replay_comparison.h"
#include "core/engine/engine_loader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace palimpsest {
namespace {

CommandSyntax syntax() {
    CommandSyntax syntax;
    syntax.positionals = {pathOption("record", "", "RECORD.json", "The record that lies beside a restored picture.", true)};
    syntax.options = {pathOption("input", "", "FILE", "The picture, if it is no longer where the record says.", false),
                      pathOption("mask", "", "MASK", "The mask, if it is no longer where the record says.", false),
                      pathOption("hints", "", "HINTS", "The colour hints, if they are no longer where the record says.", false),
                      pathOption("kernel", "", "FILE", "The picture of the blur, if it is no longer where the record says.", false),
                      pathOption("estimate", "", "FILE", "The first estimate, if it is no longer where the record says.", false),
                      previewOption(), jsonOption()};
    syntax.details = "Checks that all pictures that went in are those of the record, restores again, and says that the bytes agree, or by "
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
        throw Error(ErrorCode::badInput, Message("%1 does not name the file of its %2", recordPath, name), Message("give it with --%1", name));
    }
    return pathFromRecord(recordPath, source.path);
}

void requireHash(const std::string& actual, const SourceRecord& source, const std::string& path, const std::string& name) {
    if (actual != source.sha256) {
        throw Error(ErrorCode::badInput, Message("%1 is not the %2 of the record: its pixels differ", path, name),
                    Message("give the original with --%1", name));
    }
}

Mask recordedMask(const Arguments& arguments, const RunRecord& record, const std::string& recordPath, const Image& picture) {
    if (record.mask.sha256 == contentHash(Mask())) {
        return {};
    }
    const std::string path = sourcePath(arguments, "mask", record.mask, recordPath);
    Mask mask = readMask(path, picture.size());
    requireHash(contentHash(mask), record.mask, path, "mask");
    return mask;
}

Image recordedHints(const Arguments& arguments, const RunRecord& record, const std::string& recordPath, const Image& picture) {
    if (record.hints.sha256 == contentHash(Image())) {
        return {};
    }
    const std::string path = sourcePath(arguments, "hints", record.hints, recordPath);
    Image hints = readHints(path, picture);
    requireHash(contentHash(hints), record.hints, path, "hints");
    return hints;
}

/// Where a word of the spec names a picture that went in: the path of one with the pixels of then.
void useRecordedFile(const Arguments& arguments, const std::string& name, const SourceRecord& source, const std::string& recordPath,
                     std::string& word) {
    const bool isRecorded = !source.sha256.empty() && source.sha256 != contentHash(Image());
    if (!isRecorded) {
        word = arguments.has(name) ? arguments.text(name) : word;
        return;
    }
    word = arguments.has(name) || !source.path.empty() ? sourcePath(arguments, name, source, recordPath) : word;
    requireHash(contentHash(name == "kernel" ? readKernel(word).kernel : readImage(word)), source, word, name);
}

/// The spec as it was asked for, held to the circumstances of then: where "auto" looks at the machine, the record decides.
RestoreSpec pinnedSpec(const RunRecord& record, const Engine& engine, Report& report) {
    RestoreSpec spec = record.spec;
    spec.precision = record.resolved.precision;
    spec.threads = record.resolved.threads;
    spec.tile = record.resolved.tile;
    spec.device = record.resolved.device;
    const auto devices = engine.devices();
    if (std::none_of(devices.begin(), devices.end(), [&](const auto& d) { return d.id == spec.device; })) {
        report.noticed(Message("there is no %1 here, so another device computes", spec.device));
        spec.device = "auto";
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
            report.noticed(Message("the pixels of %1 agree, but another version or setting compressed the file", sample.path));
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
        differences.push_back({{"name", difference.name}, {"recorded", difference.recorded}, {"replayed", difference.replayed}});
    }
    return {{"agrees", comparison.agrees()}, {"samples", samples}, {"differences", differences}};
}

int run(const Arguments& arguments, Report& report, std::stop_token stop) {
    const std::string path = arguments.text("record");
    const RunRecord record = readRunRecord(path);
    if (record.stoppedEarly) {
        throw Error(ErrorCode::badInput, Message("%1 records a run that was stopped early, which cannot be replayed", path),
                    "replay a run that ended by itself");
    }
    const std::string picturePath = sourcePath(arguments, "input", record.picture, path);
    const Image picture = readImage(picturePath);
    requireHash(contentHash(picture), record.picture, picturePath, "input");
    const RestoreInput input{picture, recordedMask(arguments, record, path, picture), recordedHints(arguments, record, path, picture)};
    PreviewWriter sink(report, arguments.text("preview-dir"));
    throwIfStopped(stop);
    const auto engine = loadEngine();
    RestoreSpec spec = pinnedSpec(record, *engine, report);
    useRecordedFile(arguments, "kernel", record.kernel, path, spec.kernel);
    useRecordedFile(arguments, "estimate", record.estimate, path, spec.estimate);
    report.started({{"record", path}, {"evaluations", engine->estimate(spec, input).evaluations}});
    const RestoreResult result = engine->restore(spec, input, sink, stop);
    throwIfStopped(stop);
    const RunRecord replayed = runRecordFromText(result.record, "the new run record");
    const auto comparison = compareReplay(record, replayed, savedPictures(record, path, report), result.samples);
    if (comparison.agrees()) {
        noticeOtherFiles(record, result.samples, report);
    }
    report.succeeded(path + ": " + inWords(comparison), facts(comparison));
    return comparison.agrees() ? kExitDone : kExitFailed;
}

} // namespace

Command replayCommand() { return {"replay", "Restore again what a record describes, and compare the bytes.", syntax, run}; }

} // namespace palimpsest
