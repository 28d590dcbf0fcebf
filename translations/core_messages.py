#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the patterns of all messages (core/base/message.h), which are translated in the context "Core".

Usage: core_messages.py [ROOT] --write FILE    a header for lupdate
       core_messages.py [ROOT] --list          a pattern a line, with the place that makes it

A message is made from a literal. The literals are found where the text of the sources says that a Message is made:
Message("..."), an argument that a function takes as a Message (Error, noticed, refuse ...), a member or variable of that
type, a list of them, a row of a struct that has one, and what a function that returns one returns. A literal that becomes
a Message in any other way is written Message("..."). The catalogue of published models declares further texts.
"""
import json
import os
import re
import sys

FOLDERS = ("app", "core", "ui")
CATALOGUE = "resources/catalogue.json"
CATALOGUE_TEXTS = ("purpose", "trainingData", "licence", "notice")
# What the window translates of core's words that are no messages: values to choose from, the libraries' words for errors.
FURTHER_TEXTS = ("yes", "no", "unknown", "No such file or directory", "Permission denied", "No space left on device",
                 "Read-only file system", "Is a directory", "Not a directory")

_TOKEN = re.compile(
    r'(?P<raw>R"(?P<delimiter>[^()\\ ]{0,16})\((?P<rawtext>.*?)\)(?P=delimiter)")'
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<character>(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+')"
    r"|(?P<comment>//[^\n]*|/\*.*?\*/)"
    r"|(?P<directive>^[ \t]*#(?:[^\n]*\\\n)*[^\n]*)"
    r"|(?P<word>[A-Za-z_]\w*)"
    r"|(?P<number>\d[\w.']*)"
    r"|(?P<sign>::|->|&&|\|\||<<|>>|[-+*/%&|^!=<>]=|\S)",
    re.DOTALL | re.MULTILINE,
)
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]+|[0-7]{1,3}|.)", re.DOTALL)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
OPENING, CLOSING = {"(": ")", "{": "}", "[": "]"}, {")", "}", "]"}


class Token:
    """A word, a sign or a string literal; neighbouring literals are one."""

    __slots__ = ("kind", "text", "line")

    def __init__(self, kind, text, line):
        self.kind, self.text, self.line = kind, text, line

    def is_sign(self, text):
        return self.kind == "sign" and self.text == text


def _unescaped(body):
    raw = bytearray()
    last = 0
    for match in _ESCAPE.finditer(body):
        raw += body[last:match.start()].encode()
        code = match.group(1)
        if code[0] == "x":
            raw.append(int(code[1:], 16))
        elif code[0] in "01234567":
            raw.append(int(code, 8))
        else:
            raw += _SIMPLE.get(code, code).encode()
        last = match.end()
    return (bytes(raw) + body[last:].encode()).decode(errors="replace")


def tokens_of(text):
    tokens = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup if match.lastgroup not in ("delimiter", "rawtext") else "raw"
        if kind in ("comment", "directive"):
            continue
        line = text.count("\n", 0, match.start()) + 1
        if kind in ("string", "raw"):
            value = match.group("rawtext") if kind == "raw" else _unescaped(match.group()[1:-1])
            if tokens and tokens[-1].kind == "string":
                tokens[-1].text += value
            else:
                tokens.append(Token("string", value, line))
        else:
            tokens.append(Token("word" if kind == "word" else "number" if kind == "number" else "sign", match.group(), line))
    return tokens


def closing(tokens, opening):
    """Where the bracket at `opening` closes."""
    depth = 0
    for at in range(opening, len(tokens)):
        if tokens[at].kind == "sign":
            depth += (tokens[at].text in OPENING) - (tokens[at].text in CLOSING)
            if depth == 0:
                return at
    return len(tokens) - 1


def _template_end(tokens, at):
    """Where the arguments of a template end that may begin at `at`; 0 if they do not: names in angles, and no expressions."""
    depth = 0
    for place in range(at, len(tokens) if tokens[at].text == "<" else at):
        text = tokens[place].text
        depth += (text == "<") - (text == ">") - 2 * (text == ">>")
        if depth <= 0:
            return place
        if tokens[place].kind == "string" or (tokens[place].kind == "sign" and text not in "<>,*&()::"):
            return 0
    return 0


def arguments(tokens, opening):
    """The arguments inside a bracket, each as a list of tokens."""
    found, depth, template_end = [[]], 0, 0
    for at in range(opening + 1, closing(tokens, opening)):
        token = tokens[at]
        if token.kind == "sign":
            depth += (token.text in OPENING) - (token.text in CLOSING)
            template_end = max(template_end, _template_end(tokens, at))
            if token.text == "," and depth == 0 and at > template_end:
                found.append([])
                continue
        found[-1].append(token)
    return found if found != [[]] else []


_PARAMETER = re.compile(r"^(const )?Message( &| &&)?( \w+)?( = .*)?$", re.DOTALL)


def _spelled(tokens):
    return " ".join('""' if token.kind == "string" else token.text for token in tokens)


class Declarations:
    """Names that have to do with Message."""

    def __init__(self):
        self.takers = {}  # function -> {number of its parameters: positions of those that are Messages}
        self.members = set()  # of type Message
        self.lists = set()  # of type std::vector<Message>
        self.structs = {}  # struct -> positions of its members that are Messages, or texts of a catalogue
        self.others = set()  # functions that take none
        self.rows = {}  # function -> {position: struct} of parameters that can be written as { ... }
        self.constants = {}  # constexpr char name[] -> its text

    def take(self, other):
        for name, places in other.takers.items():
            for count, some in places.items():
                self.takers.setdefault(name, {}).setdefault(count, set()).update(some)
        self.members |= other.members
        self.lists |= other.lists
        self.structs.update(other.structs)
        self.constants.update(other.constants)
        for name, places in other.rows.items():
            self.rows.setdefault(name, {}).update(places)


def _called(tokens, at):
    """The name of what takes the arguments at the bracket `at`: a function, or a lambda that is kept under a name."""
    if tokens[at - 1].kind == "word":
        return tokens[at - 1].text
    if not tokens[at - 1].is_sign("]"):
        return None
    while at > 2 and not tokens[at - 1].is_sign("["):
        at -= 1
    return tokens[at - 3].text if at > 2 and tokens[at - 2].is_sign("=") and tokens[at - 3].kind == "word" else None


def _struct_of(parameter):
    """"Progress" of `const Progress& progress`."""
    words = [token.text for token in parameter if token.kind == "word" and token.text != "const"]
    return words[0] if len(words) == 2 and words[0][0].isupper() else None


def declared(tokens):
    found = Declarations()
    for at in range(1, len(tokens)):
        if not tokens[at].is_sign("("):
            continue
        name = _called(tokens, at)
        given = arguments(tokens, at) if name else []
        places = {i for i, one in enumerate(given) if one and _PARAMETER.match(_spelled(one))}
        rows = {i: _struct_of(one) for i, one in enumerate(given) if _struct_of(one)}
        if places:
            found.takers.setdefault(name, {}).setdefault(len(given), set()).update(places)
        elif name and at > 1 and tokens[at - 2].kind == "word" and tokens[at - 2].text not in ("return", "throw", "new", "else"):
            found.others.add(name)
        if rows:
            found.rows.setdefault(name, {}).update(rows)
    for at, token in enumerate(tokens):
        if token.kind != "word" or at + 1 >= len(tokens):
            continue
        following = tokens[at + 1]
        if token.text == "Message" and following.kind == "word" and at + 2 < len(tokens) and tokens[at + 2].text in ";={":
            found.members.add(following.text)
        elif token.text == "Message" and following.is_sign(">"):
            behind = at + 2
            while behind < len(tokens) and tokens[behind].text in ("&", ">"):
                behind += 1
            if behind < len(tokens) and tokens[behind].kind == "word":
                found.lists.add(tokens[behind].text)
        elif token.text == "struct" and following.kind == "word" and tokens[at + 2].is_sign("{"):
            places = _message_members(tokens[at + 3:closing(tokens, at + 2)])
            if places:
                found.structs[following.text] = places
        elif token.text == "char" and at + 5 < len(tokens) and tokens[at + 2].is_sign("[") and tokens[at + 5].kind == "string":
            found.constants[following.text] = tokens[at + 5].text
    return found


def _message_members(body):
    """Positions among the members of a struct, for rows of values."""
    places, position, statement, depth = set(), 0, [], 0
    for token in body:
        depth += (token.text in OPENING) - (token.text in CLOSING) if token.kind == "sign" else 0
        if depth == 0 and token.is_sign(";"):
            words = [one.text for one in statement]
            is_function = "(" in words and "=" not in words[:words.index("(")] and "*" not in words and "function" not in words
            if not is_function and "using" not in words and "static" not in words:
                is_text = "string_view" in words and words[-1] in CATALOGUE_TEXTS
                places.update({position} if words[:1] == ["Message"] or is_text else ())
                position += 1
            statement = []
        elif depth == 0 and token.is_sign("}") and "(" in [one.text for one in statement]:
            statement = []  # a function with its body
        else:
            statement.append(token)
    return places


def _fitting(places, count):
    """Positions in a call with so many arguments: of the functions with as many parameters, or else of all of that name."""
    return places.get(count) or set().union(*places.values())


class Finder:
    """Collects the literals of one file."""

    def __init__(self, path, tokens, everywhere):
        self.path, self.tokens = path, tokens
        self.own = declared(tokens)
        self.everywhere = everywhere
        self.names = Declarations()
        self.names.take(everywhere)
        self.names.take(self.own)
        self.found = []  # (pattern, place, tokens of the arguments, None where they are not known)

    def add(self, token, rest=None):
        self.found.append((token.text, f"{self.path}:{token.line}", rest))

    def literal(self, tokens, rest=None):
        """Adds what is nothing but a literal, or a constant that is one."""
        if len(tokens) == 1 and tokens[0].kind == "string":
            self.add(tokens[0], rest)
        elif len(tokens) == 1 and tokens[0].text in self.names.constants:
            self.add(Token("string", self.names.constants[tokens[0].text], tokens[0].line), rest)

    def collect(self):
        for at, token in enumerate(self.tokens):
            if token.kind == "word" and at + 1 < len(self.tokens):
                self._word(at, token, self.tokens[at + 1])
        return self.found

    def _word(self, at, token, following):
        if token.text == "Message":
            self._message(at, following)
        elif following.text in ("(", "{") and token.text in self.names.structs:
            self._row(at + 1, self.names.structs[token.text])
        elif following.is_sign("("):
            self._call(at, token)
        elif token.text in self.names.structs or (token.text[0].isupper() and token.text in self.names.takers):
            self._rows(at)
        elif token.text in self.names.members and following.is_sign("="):
            self.literal(self._until(at + 2))
        elif token.text in self.names.lists and following.text in (".", "=", "{"):
            self._list(at)

    def _message(self, at, following):
        opening = at + 1
        if following.kind == "word" and at + 2 < len(self.tokens):
            opening = at + 2
            if self.tokens[opening].is_sign("="):
                self.literal(self._until(opening + 1))
        if self.tokens[opening].text in ("(", "{"):
            given = arguments(self.tokens, opening)
            if given and self.tokens[opening].text == "(" and following.kind == "word" and closing(self.tokens, opening) + 1 < len(self.tokens) and \
                    self._opens_body(closing(self.tokens, opening)):
                self._returns(opening)  # a function that returns a message
            elif given:
                self.literal(given[0], given[1:])
        elif following.text in ("&", ">"):
            self._returned_list(at)
            if at + 3 < len(self.tokens) and self.tokens[at + 3].is_sign("="):
                self.literal(self._until(at + 4))  # const Message& hint = "..."
        if following.kind == "word" and self.tokens[at + 2].is_sign("(") and not arguments(self.tokens, at + 2):
            self._returns(at + 2)
        if following.is_sign("{") and at > 0 and self.tokens[at - 1].is_sign("->"):
            self._body(at + 1)

    def _returned_list(self, at):
        """std::vector<Message> f(...) { return {"...", "..."}; } and lambdas like it."""
        behind = at + 1
        while behind < len(self.tokens) and self.tokens[behind].text in ("&", ">", ">>", "::"):
            behind += 1
        if behind + 1 >= len(self.tokens):
            return
        if self.tokens[behind].is_sign("{"):
            self._body(behind)
        elif self.tokens[behind].kind == "word":
            while behind + 2 < len(self.tokens) and self.tokens[behind + 1].is_sign("::"):
                behind += 2
            if self.tokens[behind + 1].is_sign("("):
                self._returns(behind + 1)

    def _opens_body(self, close):
        behind = close + 1
        while behind < len(self.tokens) and self.tokens[behind].text in ("const", "override", "final", "noexcept"):
            behind += 1
        return behind < len(self.tokens) and self.tokens[behind].is_sign("{")

    def _returns(self, parameters):
        close = closing(self.tokens, parameters)
        if self._opens_body(close):
            while not self.tokens[close].is_sign("{"):
                close += 1
            self._body(close)

    def _body(self, opening):
        for at in range(opening, closing(self.tokens, opening)):
            if self.tokens[at].text == "return" and at + 1 < len(self.tokens):
                if self.tokens[at + 1].is_sign("{"):
                    for one in arguments(self.tokens, at + 1):
                        self.literal(one)
                else:
                    self.literal(self._until(at + 1))

    def _call(self, at, token):
        before = self.tokens[at - 1].text if at else ""
        if before not in (".", "->") and token.text in self.own.others and token.text not in self.own.takers:
            return
        known = self.names if before in (".", "->") or token.text not in self.own.takers else self.own
        given = arguments(self.tokens, at + 1)
        for place in _fitting(known.takers.get(token.text, {}), len(given)):
            if place < len(given):
                self.literal(given[place])
        for place, struct in self.names.rows.get(token.text, {}).items():
            if place < len(given) and given[place] and given[place][0].is_sign("{") and struct in self.names.structs:
                self._row_in(given[place], self.names.structs[struct])
        variable = at > 1 and self.tokens[at - 1].is_sign(">") and "Catalogue" in (one.text for one in self.tokens[max(0, at - 6):at])
        if variable and given:
            self.literal(given[0])

    def _row(self, opening, places):
        self._row_in(self.tokens[opening:closing(self.tokens, opening) + 1], places)

    def _row_in(self, tokens, places):
        given = arguments(tokens, 0)
        for place in places:
            if place < len(given):
                self.literal(given[place])

    def _rows(self, at):
        """A table or list of a struct, and a function that returns one."""
        name = self.tokens[at].text
        places = self.names.structs.get(name) or _fitting(self.names.takers[name], 0)
        for behind in range(at + 1, min(at + 60, len(self.tokens))):
            if self.tokens[behind].is_sign(";"):
                return
            if self.tokens[behind].is_sign("{"):
                for inner in range(behind, closing(self.tokens, behind)):
                    if self.tokens[inner].is_sign("{"):
                        self._row(inner, places)
                return

    def _list(self, at):
        following = self.tokens[at + 1]
        if following.is_sign(".") and self.tokens[at + 2].text in ("push_back", "emplace_back", "insert"):
            for one in arguments(self.tokens, at + 3):
                self.literal(one)
        for opening in (at + 1, at + 2):
            if not following.is_sign(".") and self.tokens[opening].is_sign("{"):
                for one in arguments(self.tokens, opening):
                    self.literal(one)

    def _until(self, start):
        """The tokens of an expression, up to the ; , or bracket that ends it."""
        depth, piece = 0, []
        for token in self.tokens[start:]:
            if token.kind == "sign":
                depth += (token.text in OPENING) - (token.text in CLOSING)
                if depth < 0 or (depth == 0 and token.text in (";", ",")):
                    break
            piece.append(token)
        return piece


def _basics():
    """What core/base/error.h and core/jobs/progress.h declare, for a tree that lacks them."""
    basics = Declarations()
    basics.takers = {"Error": {3: {1, 2}}, "noticed": {1: {0}}, "phase": {1: {0}}}
    return basics


def sources(root):
    for folder in FOLDERS:
        for path, folders, names in os.walk(os.path.join(root, folder)):
            folders.sort()
            for name in sorted(names):
                if name.endswith((".h", ".cpp")):
                    yield os.path.relpath(os.path.join(path, name), root).replace(os.sep, "/")


def messages(root):
    """[(pattern, place, tokens of the arguments or None)] of all sources."""
    files = {}
    for path in sources(root):
        with open(os.path.join(root, path), encoding="utf-8") as file:
            files[path] = tokens_of(file.read())
    everywhere = _basics()
    for path, tokens in files.items():
        if path.endswith(".h"):
            everywhere.take(declared(tokens))
    found = []
    for path, tokens in files.items():
        if path != "core/base/message.h":
            found += Finder(path, tokens, everywhere).collect()
    return found


def catalogue_texts(root):
    path = os.path.join(root, CATALOGUE)
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        models = json.load(file)["models"]
    texts = sorted({model[key] for model in models for key in CATALOGUE_TEXTS})
    return [text for text in texts if " " in text or text.endswith(".")]  # not the ids of licences


def is_text(pattern):
    """Whether there is anything to translate: "%1 x %2" and "%1: %2" are alike in all languages."""
    return re.search(r"[^\W\d_]{2}", re.sub(r"%[1-9]", "", pattern)) is not None


def patterns(root):
    found = [pattern for pattern, _, _ in messages(root)] + catalogue_texts(root) + list(FURTHER_TEXTS)
    return sorted({pattern for pattern in found if is_text(pattern)})


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def header(root):
    lines = [f'    QT_TRANSLATE_NOOP("Core", {quoted(pattern)}),\n' for pattern in patterns(root)]
    return "static const char* const kCoreMessages[] = {\n" + "".join(lines) + "};\n"


def main(words):
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if words and not words[0].startswith("--"):
        root = words.pop(0)
    if words[:1] == ["--list"]:
        for pattern, place, _ in sorted(messages(root), key=lambda one: one[:2]):
            print(f"{pattern}\t{place}")
    elif words[:1] == ["--write"] and len(words) == 2:
        with open(words[1], "w", encoding="utf-8") as file:
            file.write(header(root))
    else:
        sys.exit("usage: core_messages.py [ROOT] --list | --write FILE")


if __name__ == "__main__":
    main(sys.argv[1:])
