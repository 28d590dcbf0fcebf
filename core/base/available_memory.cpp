// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/available_memory.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <sys/resource.h>

namespace palimpsest {

std::int64_t availableMemory() {
    std::ifstream file("/proc/meminfo");
    std::int64_t available = -1;
    std::string name;
    for (std::int64_t kibibytes = 0; file >> name >> kibibytes;) {
        if (name == "MemAvailable:") {
            available = kibibytes * 1024;
        }
        std::getline(file, name);
    }
    rlimit limit{};
    if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
        const auto most = static_cast<std::int64_t>(limit.rlim_cur);
        available = available < 0 ? most : std::min(available, most);
    }
    return available;
}

} // namespace palimpsest
