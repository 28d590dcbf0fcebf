// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/prior_import.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/checkpoints/element_types.h"
#include "core/checkpoints/safetensors_writer.h"
#include "core/files/atomic_file.h"
#include "core/model_import/read_model.h"
#include "core/model_import/staging_folder.h"
#include "core/priors/prior.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>
#include <span>

namespace palimpsest {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kSlice = 4 << 20;           // numbers that are converted and checked at once
constexpr std::uint64_t kSpareBytes = 64ULL << 20; // of the disk, that stay free

std::string megabytes(std::uint64_t bytes) { return std::to_string((bytes + 999'999) / 1'000'000) + " MB"; }

/// All weights of a prior have one type: theirs, if they agree on one that priors may have.
ElementType storedType(const CheckpointOutline& outline, const std::vector<WeightSource>& weights) {
    std::set<ElementType> types;
    for (const WeightSource& weight : weights) {
        types.insert(outline.tensors[weight.index].type);
    }
    const bool isHalf =
        types.size() == 1 && (types.contains(ElementType::float16) || types.contains(ElementType::bfloat16));
    return isHalf ? *types.begin() : ElementType::float32;
}

std::vector<TensorInfo> layoutOf(const std::vector<WeightSource>& weights, ElementType type) {
    std::vector<TensorInfo> layout;
    for (const WeightSource& weight : weights) {
        layout.push_back({weight.name, type, weight.shape});
    }
    return layout;
}

void requirePossibleId(const std::string& id) {
    if (!isPriorId(id)) {
        throw Error(ErrorCode::badArgument, Message("\"%1\" is no id for a prior", id),
                    "use at most 64 lower case letters, digits and hyphens");
    }
}

void requireFreeId(const std::string& id, const PriorCatalogue& catalogue, const std::string& folder) {
    std::set<std::string> taken;
    for (const PriorEntry& entry : catalogue.list()) {
        taken.insert(entry.card.id);
    }
    const auto isTaken = [&](const std::string& one) {
        std::error_code ignored;
        return taken.contains(one) || fs::exists(fs::path(folder) / one, ignored);
    };
    if (!isTaken(id)) {
        return;
    }
    int number = 2;
    while (isTaken(id + "-" + std::to_string(number))) {
        ++number;
    }
    throw Error(
        ErrorCode::badArgument, Message("there is a prior \"%1\" already", id),
        Message("choose another id, such as %1, or remove that prior first", id + "-" + std::to_string(number)));
}

void requireSpace(const std::string& folder, std::uint64_t bytes) {
    std::error_code failure;
    const fs::space_info space = fs::space(folder, failure);
    if (!failure && space.available < bytes + kSpareBytes) {
        throw Error(ErrorCode::failed,
                    Message("the disk of %1 has %2 left, and the prior needs %3", folder, megabytes(space.available),
                            megabytes(bytes + kSpareBytes)),
                    "make room there, or move the folder of data with PALIMPSEST_DATA");
    }
}

/// Copies the weights of one checkpoint.
class WeightsCopy {
public:
    WeightsCopy(const ModelFile& file, const std::vector<WeightSource>& weights, ProgressSink& sink,
                std::stop_token stop)
        : file_(file), weights_(weights), type_(storedType(file.outline, weights)), layout_(layoutOf(weights, type_)),
          sink_(sink), stop_(std::move(stop)) {
        for (const TensorInfo& tensor : layout_) {
            totalBytes_ += tensor.byteCount();
        }
    }

    ElementType type() const { return type_; }
    std::uint64_t totalBytes() const { return totalBytes_; }

    /// Returns the SHA-256.
    std::string write(const std::string& path) {
        SafetensorsWriter writer(path, layout_);
        for (const WeightSource& weight : weights_) {
            tell();
            copy(weight, writer);
        }
        tell();
        return writer.finish();
    }

private:
    void copy(const WeightSource& weight, SafetensorsWriter& writer) {
        const at::Tensor numbers = readWeight(file_, weight).reshape({-1});
        for (std::int64_t begin = 0; begin < numbers.numel(); begin += kSlice) {
            const at::Tensor slice =
                numbers.slice(0, begin, std::min(begin + kSlice, numbers.numel())).to(scalarTypeOf(type_)).contiguous();
            requireFiniteWeight(slice, file_, weight);
            writer.write({static_cast<const std::byte*>(slice.const_data_ptr()), slice.nbytes()});
            doneBytes_ += slice.nbytes();
        }
    }

    void tell() {
        if (stop_.stop_requested()) {
            throw Cancelled();
        }
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        const double left =
            doneBytes_ > 0 ? seconds * (static_cast<double>(totalBytes_) / static_cast<double>(doneBytes_) - 1) : -1;
        sink_.progressed({static_cast<std::int64_t>(doneBytes_), static_cast<std::int64_t>(totalBytes_), seconds, left,
                          "copying the weights"});
    }

    const ModelFile& file_;
    const std::vector<WeightSource>& weights_;
    ElementType type_;
    std::vector<TensorInfo> layout_;
    ProgressSink& sink_;
    std::stop_token stop_;
    std::uint64_t totalBytes_ = 0;
    std::uint64_t doneBytes_ = 0;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Whatever was recognised must pass the strict reader of cards.
PriorCard checkedCard(PriorCard card, const ModelImport& import, ElementType type) {
    card.id = import.id.empty() ? card.id : import.id;
    requirePossibleId(card.id);
    card.title = import.title.empty() ? card.title : import.title;
    card.licence = import.licence.empty() ? card.licence : import.licence;
    card.weightsFile = "weights.safetensors";
    card.weightsDtype = nameOf(type);
    card.weightsSha256 = std::string(64, '0');
    return priorCardFromJson(toJson(card), "the card of " + import.path);
}

/// A prior that is copied must be what its card says.
void requireSameHash(const ModelFile& file, const PriorCard& card) {
    if (!file.outline.card.empty() && sha256OfFile(file.weightsFile) != card.weightsSha256) {
        throw Error(ErrorCode::badInput,
                    Message("the weights file %1 is altered or incomplete: its SHA-256 is not the one in card.json",
                            file.weightsFile),
                    "copy the whole folder of the prior again");
    }
}

} // namespace

PriorEntry importPrior(const ModelImport& import, const ImportTarget& target, ProgressSink& sink,
                       std::stop_token stop) {
    const ModelFile file = openModelFile(import.path);
    const Recognition recognition = recognisedPrior(file, import);
    WeightsCopy copy(file, recognition.weights, sink, std::move(stop));
    PriorCard card = checkedCard(recognition.card, import, copy.type());
    requireFreeId(card.id, target.catalogue, target.folder);
    requireSameHash(file, recognition.card);
    StagingFolder staging(target.folder, card.id);
    requireSpace(target.folder, copy.totalBytes());
    card.cost = evaluationCost(card);
    card.weightsSha256 = copy.write(staging.path(card.weightsFile));
    writeFileAtomically(staging.path("card.json"), toJson(card).dump(2) + "\n");
    const std::string folder = staging.publish();
    target.hash.remember((fs::path(folder) / card.weightsFile).string(), card.weightsSha256);
    return target.catalogue.find(card.id);
}

} // namespace palimpsest
