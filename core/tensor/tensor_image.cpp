// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/tensor_image.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace palimpsest {
namespace {

/// One step of an integer depth in [0,1].
template <typename T>
constexpr float kLargest = 1.0f;
template <>
constexpr float kLargest<std::uint8_t> = 255.0f;
template <>
constexpr float kLargest<std::uint16_t> = 65535.0f;

template <typename T>
float normalised(T value) {
    if constexpr (std::is_same_v<T, float>) {
        return std::isnan(value) ? 0.0f : std::clamp(value, 0.0f, 1.0f);
    } else {
        return static_cast<float>(value) / kLargest<T>;
    }
}

template <typename T>
T stored(float value) {
    if constexpr (std::is_same_v<T, float>) {
        return value;
    } else {
        return static_cast<T>(std::lround(std::clamp(value, 0.0f, 1.0f) * kLargest<T>));
    }
}

/// Calls f with a value of the type that holds the depth.
template <typename F>
void withPixelType(PixelDepth depth, F&& f) {
    switch (depth) {
    case PixelDepth::uint8:
        return f(std::uint8_t{});
    case PixelDepth::uint16:
        return f(std::uint16_t{});
    case PixelDepth::float32:
        return f(float{});
    }
}

void requireInside(const Rect& area, Size size) {
    if (area.intersected({0, 0, size.width, size.height}) != area) {
        throw Bug("an area reaches outside of its picture");
    }
}

struct Planes {
    float* plane[3];
    explicit Planes(const at::Tensor& x) {
        for (int c = 0; c < 3; ++c) {
            plane[c] = x.data_ptr<float>() + c * x.size(2) * x.size(3);
        }
    }
};

template <typename T>
void blendRow(T* pixels, const Planes& source, std::int64_t offset, const std::uint8_t* weights, const Rect& area,
              const Image& image) {
    const int channels = image.channels();
    const int colours = image.colourChannels();
    for (int column = 0; column < area.width; ++column) {
        if (weights[column] == 0) {
            continue;
        }
        const float weight = static_cast<float>(weights[column]) / 255.0f;
        const float x[3] = {source.plane[0][offset + column], source.plane[1][offset + column],
                            source.plane[2][offset + column]};
        T* pixel = pixels + static_cast<std::size_t>(column) * channels;
        for (int c = 0; c < colours; ++c) {
            const float value = 0.5f * ((colours == 1 ? (x[0] + x[1] + x[2]) / 3.0f : x[c]) + 1.0f);
            const float old = normalised(pixel[c]);
            pixel[c] = stored<T>(old + weight * (std::clamp(value, 0.0f, 1.0f) - old));
        }
    }
}

} // namespace

at::Tensor toTensor(const Image& image, const Rect& area) {
    requireInside(area, image.size());
    at::Tensor x = at::empty({1, 3, area.height, area.width}, at::kFloat);
    const Planes planes(x);
    withPixelType(image.depth(), [&](auto type) {
        using T = decltype(type);
        const int channels = image.channels();
        const bool isGrey = image.colourChannels() == 1;
        for (int row = 0; row < area.height; ++row) {
            const T* pixels = image.rowAs<T>(area.y + row) + static_cast<std::size_t>(area.x) * channels;
            const std::int64_t offset = std::int64_t{row} * area.width;
            for (int column = 0; column < area.width; ++column, pixels += channels) {
                for (int c = 0; c < 3; ++c) {
                    planes.plane[c][offset + column] = 2.0f * normalised(pixels[isGrey ? 0 : c]) - 1.0f;
                }
            }
        }
    });
    return x;
}

at::Tensor holeTensor(const Mask& mask, const Rect& area) {
    requireInside(area, mask.size());
    at::Tensor hole = at::empty({1, 1, area.height, area.width}, at::kFloat);
    float* target = hole.data_ptr<float>();
    for (int row = 0; row < area.height; ++row) {
        const std::uint8_t* values = mask.row(area.y + row) + area.x;
        for (int column = 0; column < area.width; ++column) {
            *target++ = values[column] > 0 ? 1.0f : 0.0f;
        }
    }
    return hole;
}

Image toImage(const at::Tensor& x) {
    const at::Tensor packed =
        x.detach().to(at::kCPU, at::kFloat).squeeze(0).permute({1, 2, 0}).add(1).mul(0.5).clamp(0, 1).contiguous();
    const Size size{static_cast<int>(packed.size(1)), static_cast<int>(packed.size(0))};
    const auto* begin = reinterpret_cast<const std::byte*>(packed.data_ptr<float>());
    return {size, 3, PixelDepth::float32, std::vector<std::byte>(begin, begin + packed.nbytes())};
}

Image floatImage(const at::Tensor& values) {
    const at::Tensor interleaved = values[0].permute({1, 2, 0}).to(at::kCPU, at::kFloat).contiguous();
    std::vector<std::byte> pixels(static_cast<std::size_t>(interleaved.numel()) * sizeof(float));
    std::memcpy(pixels.data(), interleaved.const_data_ptr<float>(), pixels.size());
    const Size size{static_cast<int>(values.size(3)), static_cast<int>(values.size(2))};
    return {size, static_cast<int>(values.size(1)), PixelDepth::float32, std::move(pixels)};
}

Compositor::Compositor(const Image& image) : original_(image), pixels_(image.pixels().begin(), image.pixels().end()) {}

void Compositor::blend(const at::Tensor& x, const Mask& weights, const Rect& area) {
    requireInside(area, original_.size());
    const at::Tensor source = x.detach().to(at::kCPU, at::kFloat).contiguous();
    const Planes planes(source);
    withPixelType(original_.depth(), [&](auto type) {
        using T = decltype(type);
        for (int row = 0; row < area.height; ++row) {
            T* pixels = reinterpret_cast<T*>(pixels_.data() + (area.y + row) * original_.rowByteSize()) +
                        static_cast<std::size_t>(area.x) * original_.channels();
            blendRow(pixels, planes, std::int64_t{row} * area.width, weights.row(area.y + row) + area.x, area,
                     original_);
        }
    });
}

Image Compositor::image() const {
    return Image(original_.size(), original_.channels(), original_.depth(), pixels_).withMetadata(original_.metadata());
}

} // namespace palimpsest
