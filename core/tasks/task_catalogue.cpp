// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/task_catalogue.h"

#include <array>

namespace palimpsest {
namespace {

constexpr std::array<std::string_view, 2> kInpaint{"grow", "feather"};
constexpr std::array<std::string_view, 2> kColorize{"sigma", "degrade"};
constexpr std::array<std::string_view, 4> kUpscale{"factor", "downsampling", "sigma", "degrade"};
constexpr std::array<std::string_view, 4> kDeblur{"kernel", "boundary", "sigma", "degrade"};
constexpr std::array<std::string_view, 2> kDenoise{"sigma", "degrade"};
constexpr std::array<std::string_view, 5> kOldPhoto{"keep-colours", "kernel", "boundary", "sigma", "degrade"};
constexpr std::array<std::string_view, 2> kDejpeg{"quality", "degrade"};
constexpr std::array<std::string_view, 3> kDeclip{"headroom", "clipped", "degrade"};

constexpr std::array kTasks = {
    TaskEntry{"inpaint", "Inpaint", "Restores what is painted over: scratches, stains, text, whole objects.", kInpaint, true, true},
    TaskEntry{"colorize", "Colorize", "Gives colours to a grey picture; strokes of known colour are kept to.", kColorize, false, false, true},
    TaskEntry{"upscale", "Upscale", "Makes a picture 2, 4 or 8 times larger, with the detail that fits.", kUpscale},
    TaskEntry{"deblur", "Deblur", "Sharpens a picture whose blur is known: defocus, motion, or a picture of the kernel.", kDeblur},
    TaskEntry{"denoise", "Denoise", "Takes the noise out of a picture and keeps its detail.", kDenoise},
    TaskEntry{"old-photo", "Old photo", "Scratches, lost colours, blur and noise at once.", kOldPhoto, false, true, true},
    TaskEntry{"dejpeg", "Clean up JPEG", "Takes out the blocks and rings of strong JPEG; what the file says is kept to.", kDejpeg},
    TaskEntry{"declip", "Recover highlights", "Invents what was too bright or dark for the picture's range, and makes room for it.", kDeclip},
};

} // namespace

const Catalogue<TaskEntry>& taskCatalogue() {
    static const Catalogue<TaskEntry> catalogue("task", kTasks);
    return catalogue;
}

} // namespace palimpsest
