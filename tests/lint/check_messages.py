#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages are values that can be translated: patterns with all their gaps, not glued together.

Usage: check_messages.py [ROOT]

Found are words that are joined with + inside of Error(...) and Message(...), literals with gaps that nothing fills, patterns
whose gaps are not those of their arguments, and sentences that are passed as Message::verbatim.
"""
import os
import re
import sys

from source_tree import report, root_argument

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "translations"))
import core_messages  # noqa: E402  (its folder is known only now)

GAP = re.compile(r"%([1-9])")
WORDS = re.compile(r"[A-Za-z] | [A-Za-z]")


def gap_problems(root):
    for pattern, place, filled in core_messages.messages(root):
        gaps = {int(number) for number in GAP.findall(pattern)}
        count = len(filled or [])
        if gaps and not count:
            yield f"{place}: \"{pattern}\" has gaps that nothing fills"
        elif gaps != set(range(1, count + 1)):
            yield f"{place}: \"{pattern}\" has other gaps than its {count} arguments"


def joined_words(tokens, direct):
    """The first literal that is joined with +: any that stands in an argument itself, or words further inside."""
    depth = 0
    for at, token in enumerate(tokens):
        if token.kind == "sign":
            depth += (token.text in core_messages.OPENING) - (token.text in core_messages.CLOSING)
        if token.kind != "string":
            continue
        beside = tokens[max(0, at - 1):at] + tokens[at + 1:at + 2]
        if any(one.is_sign("+") for one in beside) and (WORDS.search(token.text) or (direct and depth == 0)):
            return token
    return None


def joining_problems(path, tokens):
    for at, token in enumerate(tokens[:-1]):
        if token.text not in ("Error", "Message", "noticed") or token.kind != "word" or not tokens[at + 1].is_sign("("):
            continue
        for number, argument in enumerate(core_messages.arguments(tokens, at + 1)):
            joined = joined_words(argument, direct=token.text != "Message" or number == 0)
            if joined:
                yield f"{path}:{joined.line}: \"{joined.text}\" is joined with +: write one pattern with gaps, Message(\"... %1\", ...)"


def verbatim_problems(path, tokens):
    for at, token in enumerate(tokens[:-2]):
        if token.text == "verbatim" and tokens[at + 1].is_sign("(") and tokens[at + 2].kind == "string" and " " in tokens[at + 2].text:
            yield f"{path}:{token.line}: \"{tokens[at + 2].text}\" is ours and can be translated: write Message(\"...\")"


def problems(root):
    yield from gap_problems(root)
    for path in core_messages.sources(root):
        with open(os.path.join(root, path), encoding="utf-8") as file:
            tokens = core_messages.tokens_of(file.read())
        yield from joining_problems(path, tokens)
        yield from verbatim_problems(path, tokens)


if __name__ == "__main__":
    where = root_argument()
    found = sorted(set(problems(where)))
    report("messages", found, f"{len(core_messages.patterns(where))} patterns")
