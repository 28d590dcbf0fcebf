// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/download_error.h"

#include "core/files/file_bytes.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <curl/curl.h>
#include <ifaddrs.h>
#include <net/if.h>

namespace palimpsest {
namespace {

/// True if any interface but the loopback is up and has an address.
bool hasNetwork() {
    ifaddrs* first = nullptr;
    if (::getifaddrs(&first) != 0) {
        return true; // unknown: do not claim the contrary
    }
    bool found = false;
    for (const ifaddrs* one = first; one; one = one->ifa_next) {
        const bool isInternet =
            one->ifa_addr && (one->ifa_addr->sa_family == AF_INET || one->ifa_addr->sa_family == AF_INET6);
        found = found || (isInternet && (one->ifa_flags & IFF_UP) && !(one->ifa_flags & IFF_LOOPBACK));
    }
    ::freeifaddrs(first);
    return found;
}

DownloadError offline() {
    return {Remedy::none, "this computer has no network connection", "connect it, and try again"};
}

DownloadError unreachable(const CurlFailure& failure, const std::string& host) {
    if (failure.systemError == ENETUNREACH || !hasNetwork()) {
        return offline();
    }
    return {Remedy::goOn,
            failure.systemError != 0 ? Message("no connection to %1: %2", host, systemReason(failure.systemError))
                                     : Message("no connection to %1", host),
            "try later; behind a firewall, set the proxy"};
}

DownloadError unencrypted(const CurlFailure& failure) {
    return {
        Remedy::otherAddress,
        Message("%1 redirects to an address that is not https: %2", hostOf(failure.asked), failure.last.substr(0, 200)),
        "nothing was downloaded from there; use another address"};
}

DownloadError untrusted(const CurlFailure& failure, const std::string& host) {
    return {Remedy::otherAddress, Message("the certificate of %1 is not trusted (%2)", host, failure.detail),
            "check the clock of this computer; a company network may need its own certificate installed"};
}

} // namespace

std::string bytesInWords(double bytes) {
    constexpr std::array<const char*, 4> kUnits{"bytes", "kB", "MB", "GB"};
    std::size_t unit = 0;
    while (bytes >= 1000 && unit + 1 < kUnits.size()) {
        bytes /= 1000;
        ++unit;
    }
    char text[32];
    std::snprintf(text, sizeof text, unit == 0 ? "%.0f %s" : "%.1f %s", bytes, kUnits[unit]);
    return text;
}

std::string hostOf(const std::string& url) {
    const std::size_t scheme = url.find("://");
    const std::size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
    const std::string authority = url.substr(begin, url.find_first_of("/?#", begin) - begin);
    return authority.substr(authority.find('@') == std::string::npos ? 0 : authority.rfind('@') + 1);
}

DownloadError refusedBy(const std::string& host, int status) {
    switch (status) {
    case 401:
    case 407:
        return {Remedy::otherAddress, Message("%1 requires a login (HTTP %2)", host, status),
                "download the file with a browser and add it from there"};
    case 403:
        return {Remedy::otherAddress, Message("%1 refuses to send the file (HTTP %2)", host, status),
                "its licence may have to be accepted in a browser first; then add the file from there"};
    case 404:
    case 410:
        return {Remedy::otherAddress, Message("%1 no longer has the file (HTTP %2)", host, status),
                "look for it at its publisher's page"};
    case 429:
        return {Remedy::otherAddress, Message("%1 has received too many requests from here (HTTP %2)", host, status),
                "wait an hour and try again"};
    default:
        break;
    }
    if (status >= 500) {
        return {Remedy::goOn, Message("%1 has an internal problem (HTTP %2)", host, status), "try later"};
    }
    return {Remedy::otherAddress, Message("%1 did not answer with a file (HTTP %2)", host, status),
            "try later or use another address"};
}

DownloadError curlError(const CurlFailure& failure) {
    const std::string host = hostOf(failure.last);
    switch (failure.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return hasNetwork() ? DownloadError(Remedy::goOn, Message("the host %1 was not found", host),
                                            "check the network connection, or the address")
                            : offline();
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {Remedy::none, "the proxy was not found", "check the proxy in the settings and in the environment"};
    case CURLE_COULDNT_CONNECT:
        return unreachable(failure, host);
    case CURLE_UNSUPPORTED_PROTOCOL:
        return unencrypted(failure);
    case CURLE_TOO_MANY_REDIRECTS:
        return {Remedy::otherAddress, Message("%1 redirects endlessly", host), "use another address"};
    case CURLE_PEER_FAILED_VERIFICATION:
        return untrusted(failure, host);
    case CURLE_SSL_CACERT_BADFILE:
        return {Remedy::none, Message("the trusted certificates cannot be read (%1)", failure.detail),
                "install the package ca-certificates"};
    case CURLE_SSL_CONNECT_ERROR:
        return {Remedy::otherAddress, Message("no secure connection to %1 (%2)", host, failure.detail),
                "try later; a proxy may be in between"};
    case CURLE_OPERATION_TIMEDOUT:
        return {Remedy::goOn, Message("%1 has stopped sending data", host),
                "try again: the download resumes where it stopped"};
    case CURLE_URL_MALFORMAT:
        return {Remedy::otherAddress, Message("the address at %1 cannot be used", host), "check how it is written"};
    default:
        return {Remedy::goOn, Message("the connection to %1 was lost (%2)", host, failure.detail),
                "try again: the download resumes where it stopped"};
    }
}

DownloadError diskError(const std::string& path, int errorNumber) {
    const bool isFull = errorNumber == ENOSPC || errorNumber == EDQUOT || errorNumber == EFBIG;
    return {Remedy::none, Message("cannot write %1: %2", path, systemReason(errorNumber)),
            isFull ? Message("free some space, and try again: the download resumes where it stopped")
                   : Message("choose a folder that you may write to")};
}

} // namespace palimpsest
