// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/xmp_packet.h"

#include "core/io/exiv2_library.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace palimpsest {
namespace {

/// Namespaces that describe nothing but data beside the picture.
constexpr std::array<std::string_view, 10> kAttachments{
    "http://ns.adobe.com/hdr-gain-map/1.0/",
    "http://ns.google.com/photos/1.0/container/",
    "http://ns.google.com/photos/1.0/container/item/",
    "http://ns.google.com/photos/1.0/image/",
    "http://ns.google.com/photos/1.0/audio/",
    "http://ns.google.com/photos/1.0/depthmap/",
    "http://ns.google.com/photos/dd/1.0/",
    "http://ns.apple.com/HDRGainMap/1.0/",
    "http://ns.apple.com/pixeldatainfo/1.0/",
    "http://ns.adobe.com/xmp/note/", // the rest of a packet of several segments
};

/// Properties of Google's camera namespace that do so, by their beginnings.
constexpr std::string_view kCamera = "http://ns.google.com/photos/1.0/camera/";
constexpr std::array<std::string_view, 2> kVideos{"MotionPhoto", "MicroVideo"};

bool isAttachment(const Exiv2::Xmpdatum& entry) {
    const std::string space = Exiv2::XmpProperties::ns(entry.groupName());
    const std::string name = entry.tagName();
    if (space == kCamera) {
        return std::ranges::any_of(kVideos, [&](std::string_view start) { return name.starts_with(start); });
    }
    return std::ranges::any_of(kAttachments, [&](std::string_view start) { return space.starts_with(start); });
}

bool mentionsAttachments(const std::string& packet) {
    const auto isThere = [&](std::string_view text) { return packet.find(text) != std::string::npos; };
    return std::ranges::any_of(kAttachments, isThere) || (isThere(kCamera) && std::ranges::any_of(kVideos, isThere));
}

} // namespace

CleanPacket cleanedPacket(const std::string& packet) {
    CleanPacket clean{packet, mentionsAttachments(packet)};
    if (!clean.hadAttachments && packet.find("Orientation") == std::string::npos) {
        return clean;
    }
    Exiv2::XmpData data;
    if (Exiv2::XmpParser::decode(data, packet) != 0) {
        clean.text = clean.hadAttachments ? "" : packet;
        return clean;
    }
    for (auto entry = data.begin(); entry != data.end();) {
        entry = isAttachment(*entry) ? data.erase(entry) : std::next(entry);
    }
    if (const auto found = data.findKey(Exiv2::XmpKey("Xmp.tiff.Orientation")); found != data.end()) {
        found->setValue("1");
    } else if (!clean.hadAttachments) {
        return clean;
    }
    clean.text.clear();
    Exiv2::XmpParser::encode(clean.text, data);
    return clean;
}

} // namespace palimpsest
