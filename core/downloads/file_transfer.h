// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/downloads/download.h"
#include "core/downloads/https_get.h"
#include "core/downloads/partial_file.h"
#include "core/downloads/transfer_progress.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace palimpsest {

/// One transfer of one file from one server: decides from what the server says whether its bytes continue those at
/// hand, and refuses what cannot be the file. Everything throws DownloadError with the remedy.
class FileTransfer : public Receiver {
public:
    FileTransfer(const DownloadRequest& request, const std::string& url, PartialFile& partial,
                 TransferProgress& progress);

    /// What to ask this server for. Drops bytes that it has no way to continue.
    HttpsGet question();
    /// After the last byte: throws if the server promised more, or gave nothing.
    void checkEnd() const;
    /// True if earlier bytes were kept although the server did not confirm that they belong to its file.
    bool isPatched() const { return isPatched_; }

    void began(const ResponseHead& head) override;
    void received(std::span<const std::byte> bytes) override;
    void waited() override;

private:
    void checkKind(const ResponseHead& head) const;
    void place(const ResponseHead& head);
    void checkSize() const;
    void checkSpace() const;

    const DownloadRequest& request_;
    std::string url_;
    std::string host_;
    PartialFile& partial_;
    TransferProgress& progress_;
    std::int64_t promised_ = -1; ///< size of the whole file by the server; negative: not said
    bool isWhole_ = false;       ///< nothing is left to be sent
    bool isPatched_ = false;
};

/// "FILE" of "/folder/FILE".
std::string nameOf(const std::string& path);

/// Throws DownloadError if this is a web page in place of the file.
void refuseWebPage(std::string_view beginning, const std::string& host);

} // namespace palimpsest
