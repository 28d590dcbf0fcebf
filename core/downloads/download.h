// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/progress.h"

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace palimpsest {

/// How the network is used. Nothing identifies the user: no cookies, no referrer, no account.
struct NetworkSettings {
    std::string proxy; ///< "http://host:port"; empty: https_proxy, all_proxy, no_proxy of the environment; "none": none
    std::string authorities; ///< PEM file of the certificates to trust; empty: those of the system
    std::chrono::milliseconds connectTimeout{20'000};
    std::chrono::seconds stallTimeout{30};  ///< below 1 kB/s for so long: the connection counts as lost
    std::chrono::milliseconds pause{1'000}; ///< before a lost transfer is resumed
};

/// One file that is wanted.
struct DownloadRequest {
    std::vector<std::string> urls; ///< https, tried in this order
    std::string file;              ///< where it goes; its folder exists
    std::string sha256;            ///< 64 lower-case hexadecimal digits; empty: not known
    Message otherHashHint;         ///< the next step if the file has another SHA-256; empty: a general one
    std::int64_t byteSize = -1;    ///< negative: not known
    std::int64_t largestSize = std::int64_t{16} << 30; ///< bytes; what is longer is refused
    NetworkSettings network;
};

struct DownloadResult {
    std::string sha256; ///< of the whole file
    std::int64_t byteSize = 0;
    std::string url; ///< where it came from; empty: the file with this SHA-256 was there already
};

/// Fetches one file over HTTPS. Called only where somebody clicked or typed a command that says so: nothing else in the
/// program opens a connection.
///
/// The file is the expected one or it is not there. Redirects are followed to https alone. Length and SHA-256 are
/// checked while the bytes come in; the file gets its name in one step after the last check. Until then it is
/// FILE.part, with what must be known to resume in FILE.part.json. Both stay if the transfer is interrupted or
/// cancelled, and the next call resumes from there: the bytes at hand are hashed anew, and the server is asked for the
/// rest only if its file is still the same. A wrong file is removed. A lost connection is resumed as long as it
/// delivers something; then the next address is tried, and the user is told.
///
/// Progress counts bytes (total 0: the server does not say how many there are). Cancelling takes effect within a
/// second.
///
/// Throws Cancelled; Error(badArgument) for an address that is not https; Error(failed) in one sentence for no network,
/// unknown host, certificate, refusal by the server, a web page in place of the file, wrong length or hash, no space,
/// a folder that cannot be written to. The message is that of the last address.
DownloadResult download(const DownloadRequest& request, ProgressSink& sink, std::stop_token stop);

} // namespace palimpsest
