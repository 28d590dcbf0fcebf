// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>

namespace palimpsest {

/// What helps after a failed transfer.
enum class Remedy {
    goOn,         ///< resume where it stopped
    startOver,    ///< the bytes at hand do not belong to the file: again from the first byte
    otherAddress, ///< this server will not give the file
    none,         ///< the problem is on this computer
};

/// Internal to core/downloads; for everybody else an Error.
class DownloadError : public Error {
public:
    DownloadError(Remedy remedy, Message message, Message hint)
        : Error(ErrorCode::failed, std::move(message), std::move(hint)), remedy_(remedy) {}
    Remedy remedy() const noexcept { return remedy_; }

private:
    Remedy remedy_;
};

/// "12.3 MB", for messages.
std::string bytesInWords(double bytes);

/// The host of an address, for messages: no path, no user name.
std::string hostOf(const std::string& url);

/// What an HTTP status other than success means for a download.
DownloadError refusedBy(const std::string& host, int status);

/// A transfer that libcurl has given up.
struct CurlFailure {
    int code = 0;        ///< CURLcode
    int systemError = 0; ///< errno of the connection; 0: none
    std::string asked;   ///< the address that we wanted
    std::string last;    ///< where redirects led to
    std::string detail;  ///< libcurl's error text
};
DownloadError curlError(const CurlFailure& failure);

/// A failed write to `path`.
DownloadError diskError(const std::string& path, int errorNumber);

} // namespace palimpsest
