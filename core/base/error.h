// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <exception>
#include <stdexcept>
#include <string>

namespace palimpsest {

/// What went wrong, by who can mend it. The command line maps these to its exit codes.
enum class ErrorCode {
    badArgument, ///< the caller asked for something that does not exist or is out of range (exit code 2)
    badInput,    ///< a file or picture that cannot be used (exit code 2)
    failed,      ///< the work itself failed: unwritable output, full disk, numbers that are none (exit code 1)
    outOfMemory, ///< memory ran out (exit code 4)
};

/// The one error that users see: a sentence with cause and limit, and a hint with the next step.
class Error : public std::exception {
public:
    explicit Error(ErrorCode code, Message message, Message hint = {});
    ErrorCode code() const noexcept { return code_; }
    const Message& message() const noexcept { return message_; }
    const Message& hint() const noexcept { return hint_; }
    /// Message and hint in one line, in English.
    const char* what() const noexcept override;

private:
    ErrorCode code_;
    Message message_;
    Message hint_;
    std::string whole_;
};

/// A broken promise inside the program: never the user's fault.
class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// Thrown where a stop token asks to stop. Not an error.
class Cancelled : public std::exception {
public:
    const char* what() const noexcept override { return "cancelled"; }
};

/// Turns the exception being handled into an Error (std::bad_alloc and allocator messages of LibTorch and OpenCV
/// become outOfMemory). Called at the edges only: the job queue and the command line. Rethrows Cancelled.
Error translateCurrentException();

} // namespace palimpsest
