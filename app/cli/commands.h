// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace palimpsest {

// One file per command; put together in command_table.cpp.
Command benchCommand();
Command colorizeCommand();
Command deblurCommand();
Command declipCommand();
Command dejpegCommand();
Command denoiseCommand();
Command inpaintCommand();
Command inspectCommand();
Command manualCommand();
Command methodsCommand();
Command modelsCommand();
Command oldPhotoCommand();
Command replayCommand();
Command restoreCommand();
Command trainCommand();
Command upscaleCommand();

} // namespace palimpsest
