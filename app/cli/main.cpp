// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_table.h"
#include "app/cli/program.h"
#include "app/cli/stop_on_signal.h"

#include <string>
#include <vector>

int main(int count, char** words) {
    const palimpsest::StopOnSignal signals;
    return palimpsest::runProgram(palimpsest::commandTable(),
                                  std::vector<std::string>(words + (count > 0), words + count), signals.token());
}
