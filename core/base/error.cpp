// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <new>
#include <string_view>

namespace palimpsest {

Error::Error(ErrorCode code, Message message, Message hint)
    : code_(code), message_(std::move(message)), hint_(std::move(hint)),
      whole_(hint_.isEmpty() ? message_.text() : message_.text() + ": " + hint_.text()) {}

const char* Error::what() const noexcept { return whole_.c_str(); }

namespace {

Error outOfMemory() {
    return Error(ErrorCode::outOfMemory, "there is not enough free memory for this job",
                 "close other programs, or lower the tile size or the number of variants");
}

bool speaksOfMemory(std::string_view text) {
    for (std::string_view sign :
         {"not enough memory", "can't allocate memory", "out of memory", "Failed to allocate"}) {
        if (text.find(sign) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

} // namespace

Error translateCurrentException() {
    try {
        throw;
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        return error;
    } catch (const std::bad_alloc&) {
        return outOfMemory();
    } catch (const std::exception& error) {
        // LibTorch appends a stack trace; the first line holds the sentence.
        const std::string text = error.what();
        if (speaksOfMemory(text)) {
            return outOfMemory();
        }
        return Error(ErrorCode::failed, Message("internal error: %1", text.substr(0, text.find('\n'))));
    } catch (...) {
        return Error(ErrorCode::failed, "internal error of unknown kind");
    }
}

} // namespace palimpsest
