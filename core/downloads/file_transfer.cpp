// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/file_transfer.h"

#include "core/downloads/download_error.h"
#include "core/downloads/web_page.h"
#include "core/files/disk_sync.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace palimpsest {
namespace {

constexpr int kOk = 200;
constexpr int kPartialContent = 206;
constexpr int kRangeNotSatisfiable = 416;
constexpr std::size_t kBeginning = 4096; ///< bytes that tell a web page
constexpr std::int64_t kLargestPage = 1 << 20;

DownloadError wrongLength(const std::string& host, std::int64_t found, std::int64_t expected) {
    return {Remedy::otherAddress,
            Message("what %1 offers is not the expected file: it has %2 bytes, not %3", host, found, expected),
            "its publisher may have replaced it; use another address"};
}

DownloadError tooLong(const std::string& host, std::int64_t limit) {
    return {Remedy::otherAddress,
            Message("%1 sends more than the %2 that the file may have", host, bytesInWords(static_cast<double>(limit))),
            "nothing of it was kept; use another address"};
}

} // namespace

std::string nameOf(const std::string& path) { return std::filesystem::path(path).filename().string(); }

void refuseWebPage(std::string_view beginning, const std::string& host) {
    const PageKind kind = pageKindOf(beginning);
    if (kind == PageKind::login) {
        throw DownloadError(
            Remedy::otherAddress, Message("%1 answers with a web page that asks for a login, not with the file", host),
            "if this network has a login page, open it in a browser first; otherwise download the file there");
    }
    if (kind == PageKind::page) {
        throw DownloadError(Remedy::otherAddress, Message("%1 answers with a web page, not with the file", host),
                            "open the address in a browser: it may ask for something first");
    }
}

FileTransfer::FileTransfer(const DownloadRequest& request, const std::string& url, PartialFile& partial,
                           TransferProgress& progress)
    : request_(request), url_(url), host_(hostOf(url)), partial_(partial), progress_(progress) {}

HttpsGet FileTransfer::question() {
    const bool isSameServer = partial_.version().url == url_ && !partial_.version().validator().empty();
    isPatched_ = partial_.byteSize() > 0 && !isSameServer;
    if (isPatched_ && request_.sha256.empty()) {
        partial_.drop(); // nothing could tell that the two halves are of one file
        isPatched_ = false;
    }
    return {url_, partial_.byteSize(), isSameServer ? partial_.version().validator() : ""};
}

void FileTransfer::checkKind(const ResponseHead& head) const {
    const bool isExpected = head.status == kOk || head.status == kPartialContent || head.status == kRangeNotSatisfiable;
    if (!isExpected) {
        throw refusedBy(host_, head.status);
    }
    if (head.status != kRangeNotSatisfiable &&
        (head.contentType == "text/html" || head.contentType == "application/xhtml+xml")) {
        throw DownloadError(Remedy::otherAddress, Message("%1 answers with a web page, not with the file", host_),
                            "open the address in a browser: it may ask for a login or a confirmation first");
    }
    if (!head.contentEncoding.empty() && head.contentEncoding != "identity") {
        throw DownloadError(Remedy::otherAddress,
                            Message("%1 sends the file compressed (%2)", host_, head.contentEncoding),
                            "use another address");
    }
}

/// Where the bytes that follow belong.
void FileTransfer::place(const ResponseHead& head) {
    if (head.status == kRangeNotSatisfiable) {
        if (head.wholeSize != partial_.byteSize()) {
            throw DownloadError(Remedy::startOver, Message("%1 now has a file of another length", host_), "try again");
        }
        promised_ = head.wholeSize; // the last transfer ended between the last byte and the name
        isWhole_ = true;
    } else if (head.status == kPartialContent) {
        if (partial_.byteSize() == 0 || head.rangeStart != partial_.byteSize()) {
            throw DownloadError(Remedy::startOver,
                                Message("%1 sends another part of the file than was requested", host_), "try again");
        }
        promised_ = head.wholeSize >= 0 || head.byteSize < 0 ? head.wholeSize : head.rangeStart + head.byteSize;
        partial_.becomes(head.version);
    } else {
        partial_.drop();
        isPatched_ = false;
        promised_ = head.byteSize;
        partial_.becomes(head.version);
    }
}

void FileTransfer::began(const ResponseHead& head) {
    checkKind(head);
    place(head);
    checkSize();
    if (!head.endIsMarked && request_.byteSize < 0 && request_.sha256.empty()) {
        throw DownloadError(
            Remedy::otherAddress,
            Message("%1 does not say how long the file is, so a truncated one could not be detected", host_),
            "use another address");
    }
    checkSpace();
    progress_.aims(partial_.byteSize(), promised_ >= 0 ? promised_ : request_.byteSize);
}

void FileTransfer::checkSize() const {
    if (promised_ < 0) {
        return;
    }
    if (promised_ > request_.largestSize) {
        throw tooLong(host_, request_.largestSize);
    }
    const bool isPerhapsAPage = promised_ <= kLargestPage; // then the reason is worth knowing: see checkEnd()
    if (request_.byteSize >= 0 && promised_ != request_.byteSize && !isPerhapsAPage) {
        throw wrongLength(host_, promised_, request_.byteSize);
    }
}

void FileTransfer::checkSpace() const {
    const std::int64_t size = std::max(promised_, request_.byteSize);
    std::error_code failure;
    const auto space = std::filesystem::space(folderOf(request_.file), failure);
    const auto needed = static_cast<double>(size - partial_.byteSize());
    const auto available = static_cast<double>(space.available);
    if (size >= 0 && !failure && needed > available) {
        throw DownloadError(Remedy::none,
                            Message("%1 needs %2, but only %3 are free in %4", nameOf(request_.file),
                                    bytesInWords(needed), bytesInWords(available), folderOf(request_.file)),
                            "free some space or choose another disk");
    }
}

void FileTransfer::received(std::span<const std::byte> bytes) {
    if (isWhole_) {
        return; // the words of an answer that brings no part of the file
    }
    const std::int64_t expected = promised_ >= 0 ? promised_ : request_.byteSize;
    const std::int64_t limit = expected >= 0 ? expected : request_.largestSize;
    if (std::ssize(bytes) > limit - partial_.byteSize()) {
        throw tooLong(host_, limit);
    }
    const bool isFirst = partial_.byteSize() == 0;
    partial_.append(bytes);
    if (isFirst) {
        refuseWebPage(partial_.beginning(kBeginning), host_);
    }
}

void FileTransfer::waited() { progress_.reached(partial_.byteSize()); }

void FileTransfer::checkEnd() const {
    const std::int64_t size = partial_.byteSize();
    if (size == 0) {
        throw DownloadError(Remedy::otherAddress, Message("%1 sent an empty file", host_),
                            "try later or use another address");
    }
    refuseWebPage(partial_.beginning(kBeginning), host_);
    const std::int64_t due = promised_ >= 0 ? promised_ : request_.byteSize;
    if (size < due) {
        throw DownloadError(Remedy::goOn, Message("%1 ended the file early: %2 of %3 bytes arrived", host_, size, due),
                            "try again: the download resumes where it stopped");
    }
    if (request_.byteSize >= 0 && size != request_.byteSize) {
        throw wrongLength(host_, size, request_.byteSize);
    }
}

} // namespace palimpsest
