// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisitions/physical_scale.h"
#include "core/base/geometry.h"
#include "core/base/json.h"
#include "core/specs/restore_spec.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace palimpsest {

/// A file that went in, as it was read. `path` is relative to the record's folder, or absolute; empty if it came from
/// no file.
struct SourceRecord {
    std::string path;
    std::string sha256;  ///< contentHash(): of the pixels, not of the file
    std::string meaning; ///< of a mask, as --mask-meaning names it; empty: value by value, as all were before
    bool operator==(const SourceRecord&) const = default;
};

struct WeightsRecord {
    std::string id; ///< of the prior
    std::string sha256;
    bool operator==(const WeightsRecord&) const = default;
};

/// One level of a pyramid, coarsest first.
struct LevelRecord {
    Size size;
    int tiles = 1;
    int evaluations = 0; ///< of the network, for one sample and tile
    double t0 = 1;       ///< where the level started in the schedule; 1: from noise
    bool operator==(const LevelRecord&) const = default;
};

/// One piece of the picture that was solved on its own, and how. Records of versions 1 and 2 tell the settings of the
/// first piece alone, in `resolved`: then these are empty.
struct RegionRecord {
    Rect area;
    std::vector<LevelRecord> levels;
    std::string firstEstimate; ///< id, or "given"
    std::string guidance;
    std::string stepRule;
    int tile = 0; ///< px
    bool operator==(const RegionRecord&) const = default;
};

struct SampleRecord {
    std::uint64_t seed = 0;         ///< of the run: samples differ by their index, which chooses their streams
    int index = 0;                  ///< counts from 0
    std::optional<double> residual; ///< root mean square of A x - y over the measured pixels, [0,1]; none: not measured
    std::string pixelsSha256;       ///< contentHash() of the result
    std::string path;               ///< of the file that holds it, as in SourceRecord; empty until it is saved
    std::string fileSha256;         ///< of that file's bytes; empty until it is saved
    bool operator==(const SampleRecord&) const = default;
};

/// How a result came about: enough to make the same bytes again on the same device.
struct RunRecord {
    RestoreSpec spec; ///< as it was asked for
    RestoreSpec
        resolved; ///< what was left open became this: method, prior, start, t0, steps, tile, device, threads ...
    std::string acquisitionKind = "picture"; ///< kindOf() what was measured
    SourceRecord acquisition;
    SourceRecord mask; ///< of an empty mask if there was none; hints alike
    SourceRecord hints;
    SourceRecord
        kernel; ///< a blur that a picture shows; of an empty image if it was given in words. Hash empty: not recorded
    SourceRecord estimate; ///< the user's own first estimate, alike
    std::vector<WeightsRecord> weights;
    std::string programVersion;
    std::string torchVersion;
    std::string deviceTitle; ///< name of the CPU or GPU; its id is resolved.device
    std::vector<RegionRecord> regions;
    std::vector<SampleRecord> samples;
    std::optional<PhysicalScale> scale;    ///< of a result that is no picture
    bool stoppedEarly = false;             ///< the user kept an unfinished estimate: it cannot be replayed
    std::map<std::string, double> timings; ///< seconds by phase; "total" is the whole job
    bool operator==(const RunRecord&) const = default;
};

Json toJson(const RunRecord& record);
/// Strict: throws Error(badInput) that names the entry which is missing, unknown or of a wrong kind.
RunRecord runRecordFromJson(const Json& json, const std::string& origin);

/// The record as text for a file, and back.
std::string toText(const RunRecord& record);
RunRecord runRecordFromText(const std::string& text, const std::string& origin);

} // namespace palimpsest
