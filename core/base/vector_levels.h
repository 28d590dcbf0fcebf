// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// For source files of plain loops, which the compiler turns into vector code, once for each level of the x86-64
/// instruction set; the best one is picked when the program starts. What such a function calls is inline.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define PALIMPSEST_VECTOR_LEVELS __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define PALIMPSEST_VECTOR_LEVELS
#endif
#define PALIMPSEST_INLINE static inline __attribute__((always_inline))
