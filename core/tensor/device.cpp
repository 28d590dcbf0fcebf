// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/device.h"

#include "core/base/error.h"

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>

#include <array>
#include <charconv>
#include <dlfcn.h>
#include <filesystem>
#include <fstream>
#include <optional>
#include <unistd.h>

namespace palimpsest {
namespace {

/// The few functions of the NVIDIA driver that list its GPUs, without any other CUDA library. Kept open for good.
class Driver {
public:
    static const Driver& instance() {
        static const Driver driver;
        return driver;
    }

    bool present() const { return library_ != nullptr; }

    std::vector<DeviceInfo> gpus() const {
        std::vector<DeviceInfo> gpus;
        int count = 0;
        if (!present() || call("cuDeviceGetCount", &count) != kSuccess) {
            return gpus;
        }
        for (int index = 0; index < count; ++index) {
            int handle = 0;
            std::array<char, 256> title{};
            std::size_t bytes = 0;
            if (call("cuDeviceGet", &handle, index) == kSuccess &&
                call("cuDeviceGetName", title.data(), static_cast<int>(title.size()) - 1, handle) == kSuccess &&
                call("cuDeviceTotalMem_v2", &bytes, handle) == kSuccess) {
                gpus.push_back({"cuda:" + std::to_string(index), title.data(), static_cast<std::int64_t>(bytes)});
            }
        }
        return gpus;
    }

private:
    static constexpr int kSuccess = 0;

    Driver() : library_(dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL)) {
        if (library_ && call("cuInit", 0u) != kSuccess) {
            library_ = nullptr;
        }
    }

    template <typename... Arguments>
    int call(const char* name, Arguments... arguments) const {
        const auto function = reinterpret_cast<int (*)(Arguments...)>(dlsym(library_, name));
        return function ? function(arguments...) : ~kSuccess;
    }

    void* library_;
};

/// Opens libtorch_cuda beside libtorch_cpu, once. Returns what went wrong, or nothing.
std::optional<Message> openCudaLibrary() {
    static const std::optional<Message> failure = []() -> std::optional<Message> {
        Dl_info origin{};
        if (dladdr(reinterpret_cast<const void*>(&at::globalContext), &origin) == 0) {
            return Message("the folder of LibTorch is unknown");
        }
        const auto library = std::filesystem::path(origin.dli_fname).parent_path() / "libtorch_cuda.so";
        if (!dlopen(library.c_str(), RTLD_NOW | RTLD_GLOBAL)) {
            return Message::verbatim(dlerror());
        }
        if (!at::globalContext().hasCUDA() || at::detail::getCUDAHooks().deviceCount() == 0) {
            return Message("LibTorch finds no GPU that it can use");
        }
        return std::nullopt;
    }();
    return failure;
}

/// Why CUDA cannot be used, or nothing. Opens the library only if the driver lists a GPU.
std::optional<Message> cudaProblem() {
    if (!Driver::instance().present()) {
        return Message("there is no NVIDIA driver (%1)", "libcuda.so.1");
    }
    if (Driver::instance().gpus().empty()) {
        return Message("the NVIDIA driver lists no GPU");
    }
    if (const auto failure = openCudaLibrary()) {
        return Message("the CUDA part of LibTorch cannot be used (%1)", *failure);
    }
    return std::nullopt;
}

/// N of "cuda" or "cuda:N"; nothing if the text is neither.
std::optional<int> cudaIndex(const std::string& request) {
    if (request == "cuda") {
        return 0;
    }
    constexpr std::string_view prefix = "cuda:";
    int index = -1;
    const char* end = request.data() + request.size();
    if (!request.starts_with(prefix)) {
        return std::nullopt;
    }
    const auto [rest, failure] = std::from_chars(request.data() + prefix.size(), end, index);
    return failure == std::errc{} && rest == end && index >= 0 ? std::optional(index) : std::nullopt;
}

DeviceChoice cudaChoice(int index, const Message& why) {
    const auto gpus = Driver::instance().gpus();
    if (index >= static_cast<int>(gpus.size())) {
        throw Error(ErrorCode::badArgument, Message("there is no device \"%1\"", "cuda:" + std::to_string(index)),
                    Message("the last one is %1", gpus.back().id));
    }
    const DeviceInfo& gpu = gpus[static_cast<std::size_t>(index)];
    return {at::Device(at::kCUDA, static_cast<c10::DeviceIndex>(index)),
            Message("Computing on %1 (%2), %3.", gpu.title, gpu.id, why)};
}

DeviceInfo cpu() {
    DeviceInfo info{"cpu", "CPU", std::int64_t{sysconf(_SC_PHYS_PAGES)} * sysconf(_SC_PAGE_SIZE)};
    std::ifstream description("/proc/cpuinfo");
    for (std::string line; std::getline(description, line);) {
        if (line.starts_with("model name")) {
            info.title = line.substr(line.find(':') + 2);
            break;
        }
    }
    return info;
}

} // namespace

std::vector<DeviceInfo> availableDevices() {
    std::vector<DeviceInfo> devices{cpu()};
    for (DeviceInfo& gpu : Driver::instance().gpus()) {
        devices.push_back(std::move(gpu));
    }
    return devices;
}

DeviceChoice resolveDevice(const std::string& request) {
    if (request == "cpu") {
        return {at::kCPU, Message("Computing on the CPU, %1.", Message("as requested"))};
    }
    const bool automatic = request == "auto";
    const std::optional<int> index = automatic ? 0 : cudaIndex(request);
    if (!index) {
        throw Error(ErrorCode::badArgument, Message("there is no device \"%1\"", request),
                    "use auto, cpu, cuda or cuda:N");
    }
    if (const auto problem = cudaProblem()) {
        if (automatic) {
            return {at::kCPU, Message("Computing on the CPU, because %1.", *problem)};
        }
        throw Error(ErrorCode::badArgument, Message("the device %1 cannot be used: %2", request, *problem),
                    "use cpu or auto");
    }
    return cudaChoice(*index, automatic ? Message("the first GPU") : Message("as requested"));
}

} // namespace palimpsest
