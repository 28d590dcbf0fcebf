// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_table.h"

#include "app/cli/commands.h"

#include <array>

namespace palimpsest {

const Catalogue<Command>& commandTable() {
    static const std::array commands = {
        inpaintCommand(),  //
        colorizeCommand(), //
        upscaleCommand(),  //
        deblurCommand(),   //
        denoiseCommand(),  //
        oldPhotoCommand(), //
        dejpegCommand(),   //
        declipCommand(),   //
        restoreCommand(), //
        replayCommand(),  //
        trainCommand(),   //
        modelsCommand(),  //
        methodsCommand(), //
        inspectCommand(), //
        benchCommand(),   //
        manualCommand(),  //
    };
    static const Catalogue<Command> catalogue("command", commands);
    return catalogue;
}

} // namespace palimpsest
