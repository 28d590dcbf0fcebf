// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/pickled_contents.h"
#include "core/containers/restricted_unpickler.h"
#include "tests/fuzz/fuzz_target.h"

#include <string_view>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace palimpsest;
    return testing::exercise([=] {
        const std::string_view pickle(reinterpret_cast<const char*>(data), size);
        const PickleObjects objects = readPickle(pickle, "input");
        flattenPickle(objects, std::vector<StorageExtent>(objects.storages.size()), "input", size);
    });
}
