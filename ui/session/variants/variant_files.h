// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"
#include "ui/session/variants/variant.h"

#include <string>
#include <vector>

namespace palimpsest::ui {

/// The files of the variants of one session: run-0001.json, run-0001-mask.png and
/// run-0001-hints.png for a run, run-0001-02.png (or .tif) and run-0001-02.json for a variant. A value; every function
/// may be called on any thread, throws Error if the disk refuses. A file is there whole or not at all, so that what a
/// killed program leaves can be read.
class VariantFiles {
public:
    VariantFiles() = default;
    /// The folder is made with the first file.
    explicit VariantFiles(std::string folder) : folder_(std::move(folder)) {}

    const std::string& folder() const { return folder_; }
    void writeRun(const VariantRun& run) const;
    /// Those that are not null.
    void writeInput(int run, const Mask& mask, const Image& hints) const;
    /// Lossless: PNG for 8 and 16 bit, TIFF for float.
    void writeImage(const VariantKey& key, const Image& image) const;
    void writeNote(const Variant& variant) const;
    void remove(const VariantKey& key) const;

    Image readImage(const VariantKey& key) const;
    /// Null if the run had none. Throws Error if the mask is not of `size`.
    Mask readMask(int run, const Size& size) const;
    /// Null if the run had none.
    Image readHints(int run) const;
    /// What is there, in order; files that cannot be read are left out. Thumbnails are not filled in.
    std::vector<VariantRun> runs() const;
    std::vector<Variant> variants() const;

private:
    std::string runPath(int run, const std::string& ending) const;
    std::string variantPath(const VariantKey& key, const std::string& ending) const;
    std::string imagePath(const VariantKey& key) const;

    std::string folder_;
};

} // namespace palimpsest::ui
