// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/downloads/download.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>

namespace palimpsest {

/// Tells which version of a file a server has.
struct FileVersion {
    std::string url;
    std::string tag;      ///< a strong ETag, with its quotes; empty: none
    std::string modified; ///< Last-Modified as the server wrote it; empty: none

    /// For If-Range (RFC 9110, 13.1.5); empty: no way to ask.
    const std::string& validator() const { return tag.empty() ? modified : tag; }
    bool operator==(const FileVersion&) const = default;
};

/// What a server says before the bytes.
struct ResponseHead {
    int status = 0;
    FileVersion version;
    std::string contentType;      ///< lower case, without parameters
    std::string contentEncoding;  ///< empty or "identity": as they are
    std::int64_t byteSize = -1;   ///< of what follows; negative: not said
    std::int64_t rangeStart = -1; ///< of a 206
    std::int64_t wholeSize = -1;  ///< of a 206 or 416; negative: not said
    bool endIsMarked = false;     ///< a truncated transfer would be noticed: length, chunks, or HTTP/2 frames
};

/// Receives the response. What it throws ends the transfer and reaches the caller.
class Receiver {
public:
    virtual ~Receiver() = default;
    /// Once, before the first byte; also if there is none.
    virtual void began(const ResponseHead& head) = 0;
    virtual void received(std::span<const std::byte> bytes) = 0;
    /// Several times a second, whether or not anything arrives.
    virtual void waited() = 0;
};

/// One GET. The only place of the program that opens a connection.
struct HttpsGet {
    std::string url;
    std::int64_t offset = 0; ///< > 0: asks for the bytes from here on
    std::string validator;   ///< for If-Range with an offset; empty: without
};

/// Returns after the last byte. Throws Cancelled, DownloadError, and what the receiver throws.
void runHttpsGet(const HttpsGet& get, const NetworkSettings& network, Receiver& receiver, std::stop_token stop);

} // namespace palimpsest
