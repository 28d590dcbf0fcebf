// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_files.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/files/atomic_file.h"
#include "core/io/image_file.h"
#include "core/provenance/record_file.h"

#include <filesystem>
#include <memory>
#include <span>

namespace palimpsest {
namespace {

namespace fs = std::filesystem;

/// Making the temporary file is the one check that knows of permissions, read-only disks and quotas alike.
void checkWritable(const std::string& path) { AtomicFile probe(path); }

using Drafts = std::vector<std::unique_ptr<AtomicFile>>;

void addDraft(Drafts& drafts, const std::string& path, std::span<const std::byte> bytes) {
    drafts.push_back(std::make_unique<AtomicFile>(path));
    drafts.back()->write(bytes);
}

} // namespace

bool isSameFile(const std::string& a, const std::string& b) {
    std::error_code ignored;
    return fs::equivalent(a, b, ignored) || fs::absolute(a).lexically_normal() == fs::absolute(b).lexically_normal();
}

OutputFiles outputFiles(const std::string& output, int samples) {
    OutputFiles files{.record = recordPathOf(output)};
    if (samples == 1) {
        files.pictures = {output};
        return files;
    }
    const fs::path path(output);
    for (int i = 1; i <= samples; ++i) {
        fs::path numbered = path;
        numbered.replace_filename(path.stem().string() + "-" + std::to_string(i) + path.extension().string());
        files.pictures.push_back(numbered.string());
    }
    return files;
}

void checkOutputs(const OutputFiles& files, const std::vector<std::string>& inputs) {
    for (const auto& picture : files.pictures) {
        formatOfPath(picture);
        for (const auto& input : inputs) {
            if (isSameFile(picture, input)) {
                throw Error(ErrorCode::badArgument, Message("the output %1 is one of the inputs", picture),
                            "give the output another name, so that the original survives");
            }
        }
        checkWritable(picture);
    }
    checkWritable(files.record);
}

std::vector<Message> saveOutputs(const OutputFiles& files, const std::vector<Image>& pictures, RunRecord record,
                                 const std::vector<FileContent>& further) {
    if (pictures.size() != files.pictures.size() || record.samples.size() != pictures.size()) {
        throw Bug("as many results as files were asked for");
    }
    Drafts drafts;
    std::vector<Message> losses; // those of the first picture: samples are alike
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const std::string& path = files.pictures[i];
        const EncodedImage file = encodeImageWithNotices(pictures[i], {.format = formatOfPath(path).id});
        losses = i == 0 ? file.notices : losses;
        addDraft(drafts, path, file.bytes);
        record.samples[i].path = pathForRecord(files.record, path);
        record.samples[i].fileSha256 = sha256(file.bytes);
    }
    for (const FileContent& file : further) {
        addDraft(drafts, file.path, file.bytes);
    }
    const std::string text = toText(record);
    addDraft(drafts, files.record, std::as_bytes(std::span(text)));
    for (const auto& draft : drafts) {
        draft->commit();
    }
    return losses;
}

} // namespace palimpsest
