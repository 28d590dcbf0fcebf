// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/formats/exr_codec.h"

#include "core/base/error.h"

#include <ImfAttribute.h>
#include <ImfBoxAttribute.h>
#include <ImfChannelList.h>
#include <ImfChannelListAttribute.h>
#include <ImfCompressionAttribute.h>
#include <ImfFrameBuffer.h>
#include <ImfHeader.h>
#include <ImfIO.h>
#include <ImfInputFile.h>
#include <ImfOpaqueAttribute.h>
#include <ImfOutputFile.h>
#include <ImfRgbaFile.h>
#include <ImfVersion.h>
#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>

namespace palimpsest {
namespace {

constexpr std::array kColours{"R", "G", "B"};

/// Throws what the library expects at the end.
class MemoryInput : public Imf::IStream {
public:
    explicit MemoryInput(std::span<const std::byte> bytes) : IStream("picture"), bytes_(bytes) {}

    bool read(char target[], int count) override {
        const auto size = static_cast<std::size_t>(std::max(count, 0));
        if (at_ > bytes_.size() || size > bytes_.size() - at_) {
            throw std::runtime_error("unexpected end");
        }
        std::memcpy(target, bytes_.data() + at_, size);
        at_ += size;
        return at_ < bytes_.size();
    }
    uint64_t tellg() override { return at_; }
    void seekg(uint64_t at) override { at_ = at; }

private:
    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
};

class MemoryOutput : public Imf::OStream {
public:
    MemoryOutput() : OStream("picture") {}

    void write(const char data[], int count) override {
        const auto size = static_cast<std::size_t>(std::max(count, 0));
        bytes_.resize(std::max(bytes_.size(), at_ + size));
        std::memcpy(bytes_.data() + at_, data, size);
        at_ += size;
    }
    uint64_t tellp() override { return at_; }
    void seekp(uint64_t at) override { at_ = at; }
    std::vector<std::byte> takeBytes() { return std::move(bytes_); }

private:
    std::vector<std::byte> bytes_;
    std::size_t at_ = 0;
};

struct Floats {
    Size size;
    std::vector<float> values;
};

Size sizeOf(const Imath::Box2i& window) { return {window.max.x - window.min.x + 1, window.max.y - window.min.y + 1}; }

std::size_t countOf(Size size, int channels) {
    return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) *
           static_cast<std::size_t>(channels);
}

/// Slices of interleaved floats that cover `window`.
Imf::FrameBuffer frameOf(float* values, const Imath::Box2i& window, int channels) {
    Imf::FrameBuffer frame;
    const std::size_t pixel = sizeof(float) * static_cast<std::size_t>(channels);
    const std::size_t row = pixel * static_cast<std::size_t>(sizeOf(window).width);
    for (int channel = 0; channel < channels; ++channel) {
        frame.insert(channels == 1 ? "Y" : kColours[static_cast<std::size_t>(channel)],
                     Imf::Slice::Make(Imf::FLOAT, values + channel, window, pixel, row));
    }
    return frame;
}

Floats readPlain(Imf::InputFile& file, int channels) {
    const Imath::Box2i window = file.header().dataWindow();
    Floats pixels{sizeOf(window), {}};
    pixels.values.resize(countOf(pixels.size, channels));
    file.setFrameBuffer(frameOf(pixels.values.data(), window, channels));
    file.readPixels(window.min.y, window.max.y);
    return pixels;
}

/// Luminance and chroma of lower resolution, made RGB by the library.
Floats readChroma(MemoryInput& input) {
    Imf::RgbaInputFile file(input);
    const Imath::Box2i window = file.dataWindow();
    Floats pixels{sizeOf(window), {}};
    std::vector<Imf::Rgba> row(static_cast<std::size_t>(pixels.size.width));
    pixels.values.reserve(countOf(pixels.size, 3));
    for (int y = window.min.y; y <= window.max.y; ++y) {
        file.setFrameBuffer(row.data() - window.min.x, 1, 0);
        file.readPixels(y);
        for (const Imf::Rgba& colour : row) {
            pixels.values.insert(pixels.values.end(), {colour.r, colour.g, colour.b});
        }
    }
    return pixels;
}

Floats readFloats(std::span<const std::byte> bytes, int channels) {
    MemoryInput input(bytes);
    {
        Imf::InputFile file(input);
        if (channels == 1 || !file.header().channels().findChannel("RY")) {
            return readPlain(file, channels);
        }
    }
    input.seekg(0);
    return readChroma(input);
}

/// One attribute as it stands in a header: name, type, value.
struct Stored {
    std::string name;
    std::string type;
    std::span<const std::byte> value;
};

/// Takes the first attribute off `bytes`; nothing at the end or at damage.
std::optional<Stored> takeAttribute(std::span<const std::byte>& bytes) {
    const auto takeText = [&]() -> std::optional<std::string> {
        const auto end = std::ranges::find(bytes, std::byte{0});
        if (end == bytes.end()) {
            return std::nullopt;
        }
        const auto length = static_cast<std::size_t>(end - bytes.begin());
        std::string text(reinterpret_cast<const char*>(bytes.data()), length);
        bytes = bytes.subspan(length + 1);
        return text;
    };
    const auto name = takeText();
    const auto type = takeText();
    if (!name || !type || name->empty() || bytes.size() < 4) {
        return std::nullopt;
    }
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        length |= std::to_integer<std::size_t>(bytes[i]) << (8 * i);
    }
    if (length > bytes.size() - 4) {
        return std::nullopt;
    }
    Stored stored{*name, *type, bytes.subspan(4, length)};
    bytes = bytes.subspan(4 + length);
    return stored;
}

std::unique_ptr<Imf::Attribute> parsed(const Stored& stored) {
    try {
        std::unique_ptr<Imf::Attribute> attribute(Imf::Attribute::knownType(stored.type.c_str())
                                                      ? Imf::Attribute::newAttribute(stored.type.c_str())
                                                      : new Imf::OpaqueAttribute(stored.type.c_str()));
        MemoryInput input(stored.value);
        attribute->readValueFrom(input, static_cast<int>(stored.value.size()), Imf::EXR_VERSION);
        return attribute;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        return nullptr;
    }
}

/// What a writer decides anew, or what would show the old picture.
bool isLayout(std::string_view name) {
    constexpr std::array<std::string_view, 12> kNames{
        "channels", "compression", "dataWindow", "displayWindow", "lineOrder",          "tiles",
        "type",     "version",     "chunkCount", "preview",       "maxSamplesPerPixel", "dwaCompressionLevel"};
    return std::ranges::find(kNames, name) != kNames.end();
}

/// `window` of a picture that became `factor` times as large, and began at the origin of coordinates.
Imath::Box2i scaled(const Imath::Box2i& window, int factor) {
    return {window.min * factor, (window.max + Imath::V2i(1)) * factor - Imath::V2i(1)};
}

/// How a file of the attributes' kind is laid out.
struct Layout {
    Imath::Box2i data;
    Imath::Box2i display;
    bool hasWindows = false;
    Imf::PixelType type = Imf::FLOAT;
    Imf::Compression compression = Imf::ZIP_COMPRESSION;
};

bool isLossless(Imf::Compression compression) {
    return compression == Imf::NO_COMPRESSION || compression == Imf::RLE_COMPRESSION ||
           compression == Imf::ZIPS_COMPRESSION || compression == Imf::ZIP_COMPRESSION ||
           compression == Imf::PIZ_COMPRESSION;
}

bool areHalf(const Imf::ChannelList& channels) {
    for (auto channel = channels.begin(); channel != channels.end(); ++channel) {
        if (channel.channel().type != Imf::HALF) {
            return false;
        }
    }
    return channels.begin() != channels.end();
}

void takeLayout(Layout& layout, const std::string& name, const Imf::Attribute& attribute) {
    if (const auto* box = dynamic_cast<const Imf::Box2iAttribute*>(&attribute)) {
        (name == "dataWindow" ? layout.data : layout.display) = box->value();
        layout.hasWindows = true;
    } else if (const auto* list = dynamic_cast<const Imf::ChannelListAttribute*>(&attribute)) {
        layout.type = areHalf(list->value()) ? Imf::HALF : Imf::FLOAT;
    } else if (const auto* compression = dynamic_cast<const Imf::CompressionAttribute*>(&attribute);
               compression && isLossless(compression->value())) {
        layout.compression = compression->value();
    }
}

Layout layoutFor(Size size, std::span<const std::byte> attributes) {
    Layout layout;
    while (const auto stored = takeAttribute(attributes)) {
        const bool decides = stored->name == "dataWindow" || stored->name == "displayWindow" ||
                             stored->name == "channels" || stored->name == "compression";
        if (const auto attribute = decides ? parsed(*stored) : nullptr) {
            takeLayout(layout, stored->name, *attribute);
        }
    }
    const Size before = layout.hasWindows ? sizeOf(layout.data) : Size{};
    const bool isWhole = !before.isEmpty() && size.width % before.width == 0 &&
                         size.width / before.width * before.height == size.height && !layout.display.isEmpty();
    if (isWhole) {
        const int factor = size.width / before.width;
        layout.data = scaled(layout.data, factor);
        layout.display = scaled(layout.display, factor);
    } else {
        layout.data = layout.display = {{0, 0}, {size.width - 1, size.height - 1}};
    }
    return layout;
}

Imf::Header headerFor(const Image& image, std::span<const std::byte> attributes) {
    const Layout layout = layoutFor(image.size(), attributes);
    Imf::Header header(layout.display, layout.data);
    header.compression() = layout.compression;
    while (const auto stored = takeAttribute(attributes)) {
        if (const auto attribute = isLayout(stored->name) ? nullptr : parsed(*stored)) {
            header.insert(stored->name, *attribute);
        }
    }
    for (int channel = 0; channel < image.channels(); ++channel) {
        header.channels().insert(image.channels() == 1 ? "Y" : kColours[static_cast<std::size_t>(channel)],
                                 Imf::Channel(layout.type));
    }
    return header;
}

/// Rows in the precision of the header: the library converts nothing when it writes.
void writeRows(Imf::OutputFile& file, const Image& image, Imf::PixelType type) {
    const Imath::Box2i window = file.header().dataWindow();
    if (type == Imf::FLOAT) {
        auto* values = const_cast<float*>(image.rowAs<float>(0));
        file.setFrameBuffer(frameOf(values, window, image.channels()));
        file.writePixels(image.height());
        return;
    }
    const auto channels = static_cast<std::size_t>(image.channels());
    std::vector<half> halves(countOf(image.size(), image.channels()));
    std::transform(image.rowAs<float>(0), image.rowAs<float>(0) + halves.size(), halves.begin(),
                   [](float value) { return half(value); });
    Imf::FrameBuffer frame;
    for (std::size_t channel = 0; channel < channels; ++channel) {
        frame.insert(channels == 1 ? "Y" : kColours[channel],
                     Imf::Slice::Make(Imf::HALF, halves.data() + channel, window, sizeof(half) * channels,
                                      sizeof(half) * channels * static_cast<std::size_t>(image.width())));
    }
    file.setFrameBuffer(frame);
    file.writePixels(image.height());
}

std::vector<std::byte> written(const Image& image, std::span<const std::byte> attributes) {
    const Imf::Header header = headerFor(image, attributes);
    MemoryOutput output;
    {
        Imf::OutputFile file(output, header);
        writeRows(file, image, header.channels().begin().channel().type);
    }
    return output.takeBytes();
}

} // namespace

Image decodeExr(std::span<const std::byte> bytes, int channels, const std::string& origin) {
    try {
        const Floats pixels = readFloats(bytes, channels);
        const auto content = std::as_bytes(std::span(pixels.values));
        return {pixels.size, channels, PixelDepth::float32, {content.begin(), content.end()}};
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        throw Error(ErrorCode::badInput, Message("%1 is damaged, or a kind of EXR that cannot be decoded", origin),
                    "open and save it with another program, as PNG or TIFF");
    }
}

std::vector<std::byte> encodeExr(const Image& image, const std::vector<std::byte>& attributes) {
    if (image.isNull() || image.depth() != PixelDepth::float32 || image.hasAlpha()) {
        throw Bug("EXR holds grey and RGB floats");
    }
    for (const std::span<const std::byte> tried : {std::span<const std::byte>(attributes), {}}) {
        try {
            return written(image, tried);
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const std::exception&) {
            continue; // attributes that contradict each other
        }
    }
    throw Error(ErrorCode::failed, "the picture cannot be written as OpenEXR", "choose another format, such as TIFF");
}

} // namespace palimpsest
