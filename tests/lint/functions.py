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


def cpp_functions(text):
    code = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda m: "\n" * m.group().count("\n"), without_comments(text), flags=re.M)
    found, scopes, head_start = [], [("file", "", 0)], 0
    initialiser_depth = 0
    for position, character in enumerate(code):
        if character == "{":
            touches_a_name = position > 0 and (code[position - 1].isalnum() or code[position - 1] in "_>")
            if initialiser_depth or (touches_a_name and scopes[-1][0] in ("file", "namespace", "type")):
                initialiser_depth += 1  # a member's or a constant's braces: `a_{1}` is no body
                continue
            head = code[head_start:position]
            scopes.append((_kind(head, scopes[-1][0]), head, head_start + len(head) - len(head.lstrip())))
            head_start = position + 1
        elif character == "}":
            if initialiser_depth:
                initialiser_depth -= 1
                continue
            if len(scopes) > 1:
                kind, head, start = scopes.pop()
                if kind == "function":
                    name = _NAME.search(head)
                    first = code.count("\n", 0, start) + 1
                    last = code.count("\n", 0, position) + 1
                    found.append(Function(name.group(1) if name else "?", first, last - first + 1))
            head_start = position + 1
        elif character == ";" and not initialiser_depth:
            head_start = position + 1
    return found
