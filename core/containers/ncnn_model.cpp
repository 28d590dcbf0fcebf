// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/ncnn_model.h"

#include "core/containers/checked_shape.h"
#include "core/containers/file_refusal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string_view>
#include <vector>

namespace palimpsest {
namespace {

constexpr std::string_view kMagic = "7767517";
constexpr std::uint32_t kFloat16Tag = 0x01306B47;
constexpr std::uint32_t kFloat32Tag = 0x0002C056;
constexpr std::size_t kMostLayers = 100000;
constexpr std::int64_t kMostSide = 1 << 20;

/// Kinds of layers that compute without numbers of their own.
constexpr std::array<std::string_view, 18> kWithoutNumbers{
    "BinaryOp", "Clip", "Concat",       "Crop",    "Dropout", "Eltwise", "Flatten", "HardSigmoid", "Input",
    "Interp",   "Noop", "PixelShuffle", "Padding", "Pooling", "ReLU",    "Sigmoid", "Split",       "UnaryOp"};

/// A line of the text: KIND NAME, the numbers of inputs and outputs, their names, then KEY=VALUE.
struct Layer {
    std::string kind, name;
    std::map<int, std::int64_t> values; ///< whole ones

    std::int64_t value(int key) const {
        const auto found = values.find(key);
        return found == values.end() ? 0 : found->second;
    }
};

class LayerText {
public:
    LayerText(const std::string& text, const std::string& origin) : lines_(text), origin_(origin) {}

    std::vector<Layer> read() {
        std::string magic;
        std::size_t count = 0;
        std::size_t blobs = 0;
        if (!(lines_ >> magic) || magic != kMagic || !(lines_ >> count >> blobs)) {
            refuse("it does not begin with its magic number and the number of its layers");
        }
        if (count > kMostLayers) {
            refuse("it has more than 100000 layers");
        }
        std::string line;
        std::getline(lines_, line);
        std::vector<Layer> layers;
        while (layers.size() < count && std::getline(lines_, line)) {
            layers.push_back(parsed(line));
        }
        if (layers.size() != count) {
            refuse("it has fewer layers than it says");
        }
        return layers;
    }

private:
    [[noreturn]] void refuse(const Message& rule) const { throw invalidFile(origin_, "ncnn", rule); }

    Layer parsed(const std::string& line) {
        std::istringstream words(line);
        Layer layer;
        int inputs = 0;
        int outputs = 0;
        if (!(words >> layer.kind >> layer.name >> inputs >> outputs) || inputs < 0 || outputs < 0 ||
            !names_.insert(layer.name).second || !isPlainUtf8(layer.name)) {
            refuse(Message("the line \"%1\" describes no layer", shown(line)));
        }
        std::string word;
        for (int i = 0; i < inputs + outputs; ++i) {
            if (!(words >> word)) {
                refuse(Message("the line \"%1\" describes no layer", shown(line)));
            }
        }
        while (words >> word) {
            readValue(word, layer);
        }
        return layer;
    }

    /// Numbers that are not whole, and lists, say nothing of sizes.
    static void readValue(const std::string& word, Layer& layer) {
        int key = 0;
        std::int64_t value = 0;
        const char* end = word.data() + word.size();
        const auto [equals, keyFault] = std::from_chars(word.data(), end, key);
        if (keyFault != std::errc() || equals == end || *equals != '=') {
            return;
        }
        const auto [rest, fault] = std::from_chars(equals + 1, end, value);
        if (fault == std::errc() && rest == end) {
            layer.values[key] = value;
        }
    }

    std::istringstream lines_;
    const std::string& origin_;
    std::set<std::string> names_;
};

class Numbers {
public:
    explicit Numbers(const ByteSource& file) : file_(file) {}

    ContainerContents read(const std::vector<Layer>& layers) {
        std::map<std::string, int> kinds;
        for (const Layer& layer : layers) {
            ++kinds[layer.kind];
            readLayer(layer);
        }
        if (position_ != file_.size()) {
            refuse(position_ > file_.size() ? Message("it ends before its last layer")
                                            : Message("bytes follow after its last layer"));
        }
        for (const auto& [kind, count] : kinds) {
            contents_.facts["layers " + shown(kind)] = std::to_string(count);
        }
        return std::move(contents_);
    }

private:
    [[noreturn]] void refuse(const Message& rule) const { throw invalidFile(file_.name(), "ncnn", rule); }

    void readLayer(const Layer& layer) {
        if (layer.kind == "Convolution" || layer.kind == "ConvolutionDepthWise") {
            readConvolution(layer);
        } else if (layer.kind == "PReLU") {
            add(layer.name + ".weight", ElementType::float32, {layer.value(0)});
        } else if (std::find(kWithoutNumbers.begin(), kWithoutNumbers.end(), layer.kind) == kWithoutNumbers.end()) {
            refuse(
                Message("its layer \"%1\" is of the kind %2, which is not read", shown(layer.name), shown(layer.kind)));
        }
    }

    void readConvolution(const Layer& layer) {
        constexpr int kOutputs = 0, kColumns = 1, kBias = 5, kCount = 6, kInt8 = 8, kRows = 11;
        const std::int64_t to = layer.value(kOutputs);
        const std::int64_t columns = layer.value(kColumns);
        const std::int64_t rows = layer.value(kRows) > 0 ? layer.value(kRows) : columns;
        const bool isSane = to > 0 && columns > 0 && to < kMostSide && columns < kMostSide && rows < kMostSide;
        const std::int64_t perInput = isSane ? to * rows * columns : 1;
        if (!isSane || layer.value(kCount) < perInput || layer.value(kCount) % perInput != 0) {
            refuse(Message("the layer \"%1\" has no possible size", shown(layer.name)));
        }
        if (layer.value(kInt8) != 0) {
            refuseQuantised(layer);
        }
        add(layer.name + ".weight", taggedType(layer), {to, layer.value(kCount) / perInput, rows, columns});
        if (layer.value(kBias) != 0) {
            add(layer.name + ".bias", ElementType::float32, {to});
        }
    }

    ElementType taggedType(const Layer& layer) {
        std::uint32_t tag = 0;
        if (file_.size() < position_ || file_.size() - position_ < sizeof tag) {
            refuse("it ends before its last layer");
        }
        file_.read(position_, std::as_writable_bytes(std::span(&tag, 1)));
        position_ += sizeof tag;
        if (tag != 0 && tag != kFloat32Tag && tag != kFloat16Tag) {
            refuseQuantised(layer);
        }
        return tag == kFloat16Tag ? ElementType::float16 : ElementType::float32;
    }

    [[noreturn]] void refuseQuantised(const Layer& layer) const {
        refuse(Message("the layer \"%1\" holds numbers of less than 16 bits, which are not read", shown(layer.name)));
    }

    void add(std::string name, ElementType type, std::vector<std::int64_t> shape) {
        constexpr std::uint64_t kAlignment = 4;
        const auto bytes = checkedByteCount(shape, byteSize(type));
        if (!bytes || position_ > file_.size() || *bytes > file_.size() - position_) {
            refuse(Message("it ends inside of \"%1\"", shown(name)));
        }
        std::vector<std::int64_t> strides(shape.size());
        std::int64_t step = 1;
        for (std::size_t i = shape.size(); i-- > 0;) {
            strides[i] = step;
            step *= shape[i];
        }
        contents_.storages.push_back({position_, *bytes, std::nullopt});
        contents_.tensors.push_back(
            {{std::move(name), type, std::move(shape)}, contents_.tensors.size(), 0, std::move(strides)});
        position_ += (*bytes + kAlignment - 1) / kAlignment * kAlignment;
    }

    const ByteSource& file_;
    ContainerContents contents_;
    std::uint64_t position_ = 0;
};

} // namespace

std::optional<NcnnPair> ncnnPairOf(const std::string& path) {
    const std::filesystem::path file = path;
    if (file.extension() != ".param" && file.extension() != ".bin") {
        return std::nullopt;
    }
    NcnnPair pair{std::filesystem::path(file).replace_extension(".param").string(),
                  std::filesystem::path(file).replace_extension(".bin").string()};
    std::string start(kMagic.size(), '\0');
    std::ifstream text(pair.layers, std::ios::binary);
    text.read(start.data(), static_cast<std::streamsize>(start.size()));
    return text && start == kMagic ? std::optional(pair) : std::nullopt;
}

ContainerContents readNcnnModel(const std::string& layers, const ByteSource& numbers) {
    return Numbers(numbers).read(LayerText(layers, numbers.name()).read());
}

} // namespace palimpsest
