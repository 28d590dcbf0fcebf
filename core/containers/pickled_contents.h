// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/container_contents.h"
#include "core/containers/pickle_objects.h"

#include <span>
#include <string>

namespace palimpsest {

/// Flattens the objects of a pickle: tensors and facts by the paths of their keys, in the order of dictionaries
/// and lists. `storages` belong to objects.storages. Throws Error(badInput) naming `origin` if two paths are equal, the
/// objects nest deeper than 64 levels or in circles, elements overlap, or there is out of all proportion more than
/// `fileSize` bytes of tensors.
ContainerContents flattenPickle(const PickleObjects& objects, std::vector<StorageExtent> storages,
                                const std::string& origin, std::uint64_t fileSize);

} // namespace palimpsest
