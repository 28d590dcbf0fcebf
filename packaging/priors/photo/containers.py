# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the two containers that hold photographs: Qt binary resources (.rcc) and Enlightenment's EET files (.edj)."""
import struct
import zlib

COMPRESSED, DIRECTORY, COMPRESSED_ZSTD = 1, 2, 4


def _u16(data, at):
    return struct.unpack_from(">H", data, at)[0]


def _u32(data, at):
    return struct.unpack_from(">I", data, at)[0]


def read_rcc(data):
    """Yields (path, bytes) for each file inside."""
    if data[:4] != b"qres":
        raise ValueError("not a Qt resource file")
    version, tree, payload, names = struct.unpack_from(">4I", data, 4)
    node_size = 22 if version >= 2 else 14

    def name(node):
        at = names + _u32(data, tree + node * node_size)
        length = _u16(data, at)
        return data[at + 6:at + 6 + 2 * length].decode("utf-16-be")

    def walk(node, prefix):
        at = tree + node * node_size
        flags = _u16(data, at + 4)
        if flags & DIRECTORY:
            count, first = _u32(data, at + 6), _u32(data, at + 10)
            for child in range(first, first + count):
                yield from walk(child, prefix + "/" + name(child))
            return
        start = payload + _u32(data, at + 10)
        blob = data[start + 4:start + 4 + _u32(data, start)]
        if flags & COMPRESSED:
            blob = zlib.decompress(blob[4:])  # the first four bytes hold the unpacked size
        elif flags & COMPRESSED_ZSTD:
            import zstandard  # python3-zstandard, needed only where a resource uses it
            blob = zstandard.ZstdDecompressor().decompressobj().decompress(blob)
        yield prefix.lstrip("/"), blob

    yield from walk(0, "")


def read_eet(data):
    """The largest JPEG inside: wallpapers hold the same photograph in several sizes."""
    best = b""
    for entry in range(_u32(data, 4)):
        start, size = struct.unpack_from(">2I", data, 12 + 24 * entry)
        if data[start:start + 2] == b"\xff\xd8" and size > len(best):
            best = data[start:start + size]
    if not best:
        raise ValueError("no JPEG in the EET file")
    return best
