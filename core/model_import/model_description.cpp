// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/model_description.h"

#include "core/base/hash.h"
#include "core/model_import/model_file.h"
#include "core/model_import/recognition.h"
#include "core/model_import/shape_text.h"

#include <array>
#include <fstream>
#include <map>
#include <sstream>

namespace palimpsest {
namespace {

std::string summary(const ModelFile& file) {
    std::map<std::string, int> types;
    std::int64_t numbers = 0;
    for (const TensorInfo& tensor : file.outline.tensors) {
        ++types[std::string(nameOf(tensor.type))];
        numbers += tensor.elementCount();
    }
    std::ostringstream text;
    text << file.outline.path << ": weights, " << file.outline.format << ", " << file.outline.tensors.size()
         << " tensors, " << numbers << " numbers";
    for (const auto& [type, count] : types) {
        text << ", " << count << " x " << type;
    }
    text << "\nSHA-256: " << sha256OfFile(file.weightsFile) << "\n";
    return text.str();
}

std::string toText(const ModelChoice& choice) {
    std::string others;
    for (const std::string& value : choice.values) {
        others += value == choice.assumed ? "" : (others.empty() ? "" : ", ") + value;
    }
    return choice.name + ": " + choice.assumed + (choice.isKnown ? "" : " (assumed)") +
           (others.empty() ? "" : "; else " + others);
}

std::string toText(const RecognisedModel& model) {
    std::ostringstream text;
    text << "family: " << model.family.text() << "\n";
    if (!model.problem.isEmpty()) {
        text << "cannot become a prior: " << model.problem.text() << "\n";
    }
    for (const Message& fact : model.facts) {
        text << "  " << fact.text() << "\n";
    }
    for (const ModelChoice& choice : model.choices) {
        text << "  " << toText(choice) << "\n";
    }
    return text.str();
}

} // namespace

bool looksLikeCheckpoint(const std::string& path) {
    if (hasCheckpointEnding(path)) {
        return true;
    }
    constexpr std::size_t kHeaderLength = 8; // of safetensors, before its JSON
    std::array<char, kHeaderLength + 1> start{};
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    const std::string_view bytes(start.data(), static_cast<std::size_t>(file.gcount()));
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("\x80\x02") ||
           (bytes.size() == start.size() && bytes.back() == '{');
}

std::string describeCheckpoint(const std::string& path) {
    const ModelFile file = openModelFile(path);
    std::ostringstream text;
    text << summary(file) << toText(recognise(file.outline).model);
    for (const auto& [key, value] : file.outline.facts) {
        text << key << ": " << value << "\n";
    }
    for (const TensorInfo& tensor : file.outline.tensors) {
        text << "  " << tensor.name << "  " << nameOf(tensor.type) << "  " << shapeText(tensor.shape) << "\n";
    }
    return text.str();
}

} // namespace palimpsest
