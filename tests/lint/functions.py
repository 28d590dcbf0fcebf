# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the functions of a C++ file by its braces, and of a Python file by its syntax tree.

No compiler: a `{` opens a function if it follows a parameter list at namespace or class level. Lambdas belong to the
function that holds them. Good enough to measure length, and it needs nothing but the text.
"""
import ast
import re

from source_tree import without_comments

_NAMESPACE = re.compile(r"\b(namespace|extern)\b")
_TYPE = re.compile(r"\b(class|struct|union|enum)\b[^()]*$|\b(class|struct|union)\b.*\)\s*:\s*(public|protected|private)\b")
_ASSIGNMENT = re.compile(r"(?<![=!<>+\-*/%&|^])=(?!=)")
_ACCESS = re.compile(r"\b(public|protected|private|Q_SIGNALS)(\s+Q_SLOTS)?\s*:(?!:)")
_NAME = re.compile(r"([~\w:]+|operator[^\s(]+)\s*\(")


class Function:
    def __init__(self, name, line, length):
        self.name, self.line, self.length = name, line, length


def functions_of(path, text):
    return python_functions(text) if path.endswith(".py") else cpp_functions(text)


def python_functions(text):
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    return [Function(node.name, node.lineno, node.end_lineno - node.lineno + 1) for node in nodes]


def _kind(head, enclosing):
    if enclosing in ("function", "block", "values"):
        return "block"
    if _NAMESPACE.search(head) and "(" not in head:
        return "namespace"
    if _TYPE.search(head):
        return "type"
    before_parameters = re.split(r"\(", head, maxsplit=1)[0]
    if "(" in head and ("operator" in before_parameters or not _ASSIGNMENT.search(before_parameters)):
        return "function"
    return "values"


def _without_preprocessor(code):
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda match: "\n" * match.group().count("\n"), code, flags=re.M)


class _Scanner:
    """Walks over the braces of a file and keeps the stack of what they opened."""

    def __init__(self, text):
        self.code = _without_preprocessor(without_comments(text))
        self.scopes = [("file", "", 0)]  # kind, head, where the head starts
        self.head_start = 0
        self.parentheses = 0
        self.initialisers = 0
        self.found = []

    def scan(self):
        for position, character in enumerate(self.code):
            if character == "{":
                self._open(position)
            elif character == "}":
                self._close(position)
            elif character in "()":
                self.parentheses += 1 if character == "(" else -1
            elif character == ";" and not self.initialisers and not self.parentheses:
                self.head_start = position + 1
        return self.found

    def _opens_values(self, position):
        """`a_{1}` and `f({1, 2})` outside of functions are no bodies."""
        before = self.code[position - 1] if position else " "
        return self.parentheses > 0 or before.isalnum() or before in "_>"

    def _open(self, position):
        enclosing = self.scopes[-1][0]
        if self.initialisers or (enclosing in ("file", "namespace", "type") and self._opens_values(position)):
            self.initialisers += 1
            return
        head = self.code[self.head_start:position]
        for label in _ACCESS.finditer(head):
            head = " " * label.end() + head[label.end():]
        start = self.head_start + len(head) - len(head.lstrip())
        self.scopes.append((_kind(head, enclosing), head, start))
        self.head_start = position + 1

    def _close(self, position):
        if self.initialisers:
            self.initialisers -= 1
            return
        self.head_start = position + 1
        if len(self.scopes) == 1:
            return
        kind, head, start = self.scopes.pop()
        if kind == "function":
            name = _NAME.search(head)
            first, last = (self.code.count("\n", 0, place) + 1 for place in (start, position))
            self.found.append(Function(name.group(1) if name else "?", first, last - first + 1))


def cpp_functions(text):
    return _Scanner(text).scan()
