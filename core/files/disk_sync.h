// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace palimpsest {

/// The folder that holds `path`: "." for a bare name.
std::string folderOf(const std::string& path);

/// Brings what was written to the disk. False: it could not, errno tells why. A file system that cannot do that at all
/// and says so counts as done.
bool syncDescriptor(int descriptor);

/// Brings the entry of a file in its folder to the disk. Failing endangers only its survival of a power cut.
void syncFolderOf(const std::string& path);

} // namespace palimpsest
