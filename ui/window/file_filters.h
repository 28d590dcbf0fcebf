// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace palimpsest::ui {

/// Name filters of file dialogs, made from core's format catalogue.
QString openFilter();
QString saveFilter();

} // namespace palimpsest::ui
