// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace palimpsest {

/// Streaming SHA-256.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    void update(std::span<const std::byte> bytes);
    /// Digest of the bytes so far, which may go on.
    std::string hexDigestSoFar() const;
    /// Lower-case hexadecimal digest; the object is spent afterwards.
    std::string hexDigest();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

std::string sha256(std::span<const std::byte> bytes);
/// Throws Error(badInput) if the file cannot be read.
std::string sha256OfFile(const std::string& path);

} // namespace palimpsest
