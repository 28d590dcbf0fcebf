#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A web server on loopback that does to a download what the world does. Usage: hostile_server.py FOLDER

FOLDER holds key.pem and certificate.pem; every request is a line of FOLDER/requests.log. Prints the ports of https and
of plain http, which is also a proxy, and serves until its standard input ends. What it does is the first part of the
path; the number after it, if any, is the size of the file in bytes.
"""
import http.server
import os
import random
import socket
import ssl
import sys
import threading
import time

FOLDER = sys.argv[1]
HTML = b"<!DOCTYPE html>\n<html><body>Hello</body></html>\n"
LOGIN = b"\n <html><body><form>Please log in: <input type=password></form></body></html>\n"
log_lock = threading.Lock()
seen = {}


def content(size, seed=1):
    return random.Random(seed).randbytes(size)


def log(line):
    with log_lock, open(os.path.join(FOLDER, "requests.log"), "a", encoding="utf-8") as file:
        file.write(line + "\n")


class Quiet(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass


class Hostile(Quiet):
    def do_GET(self):
        kind, _, rest = self.path.strip("/").partition("/")
        count = seen[self.path] = seen.get(self.path, 0) + 1
        log(f"GET {self.path} {self.headers.get('Range', '-')} {self.headers.get('If-Range', '-')}")
        size = int(rest) if rest.isdigit() else 300_000
        try:
            getattr(self, "do_" + kind.replace("-", "_"))(size, count)
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            pass

    def answer(self, status, body=b"", headers=()):
        self.send_response(status)
        given = dict(headers)
        given.setdefault("Content-Length", str(len(body)))
        for name, value in given.items():
            if value is not None:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def serve(self, body, tag='"1"', until=None):
        """The body or the rest of it; cut after `until` bytes of what is due."""
        asked = self.headers.get("Range", "")
        condition = self.headers.get("If-Range")
        start = int(asked[len("bytes="):-1]) if asked and condition in (None, tag) else 0
        headers = {"Content-Length": str(len(body) - start)}
        if tag:
            headers["ETag"] = tag
        if start >= len(body):
            self.answer(416, b"no such range", {"Content-Range": f"bytes */{len(body)}"})
            return
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
        self.answer(206 if start else 200, body[start:][:until], headers)
        self.close_connection = until is not None

    def do_plain(self, size, _):
        self.serve(content(size))

    def do_redirect(self, size, _):
        self.answer(302, HTML, {"Location": f"/plain/{size}"})

    def do_cut_once(self, size, count):
        self.serve(content(size), until=size // 3 if count == 1 else None)

    def do_cut_at(self, position, count):
        """1000 bytes, of which the first answer brings `position`."""
        self.serve(content(1000), until=position if count == 1 else None)

    def do_flip_at(self, position, _):
        body = bytearray(content(1000))
        body[position] ^= 1
        self.serve(bytes(body))

    def do_cut_always(self, size, _):
        self.serve(content(size), until=1000)

    def do_cut_every_third(self, size, _):
        self.serve(content(size), until=size // 3)

    def do_changed(self, size, count):
        self.serve(content(size, seed=2 if count == 1 else 1), f'"{count > 1}"', size // 2 if count == 1 else None)

    def do_changed_unsaid(self, size, count):
        """Another file under the same ETag."""
        self.serve(content(size, seed=2 if count == 1 else 1), until=size // 2 if count == 1 else None)

    def do_without_tag(self, size, count):
        self.serve(content(size), None, size // 2 if count == 1 else None)

    def do_without_ranges(self, size, count):
        body = content(size)
        self.answer(200, body[: size // 2] if count == 1 else body, {"Content-Length": str(size), "ETag": '"1"'})
        self.close_connection = count == 1

    def do_other_range(self, size, count):
        if count == 1:
            self.serve(content(size), until=size // 2)
        elif "Range" not in self.headers:
            self.serve(content(size))
        else:
            self.answer(206, content(size)[7:], {"Content-Range": f"bytes 7-{size - 1}/{size}", "ETag": '"1"'})

    def do_altered(self, size, _):
        body = bytearray(content(size))
        body[size // 2] ^= 1
        self.serve(bytes(body))

    def do_to_http(self, size, _):
        self.answer(302, b"", {"Location": f"http://127.0.0.1:{PLAIN_PORT}/plain/{size}"})

    def do_to_file(self, *_):
        self.answer(302, b"", {"Location": "file:///etc/hostname"})

    def do_loop(self, *_):
        self.answer(302, b"", {"Location": self.path})

    def do_too_long(self, *_):
        self.answer(200, bytes(1000), {"Content-Length": str(1 << 50)})
        self.close_connection = True

    def do_endless(self, *_):
        self.answer(200, b"", {"Content-Length": None, "Transfer-Encoding": "chunked"})
        block = content(65536)
        while True:
            self.wfile.write(b"10000\r\n" + block + b"\r\n")

    def do_unmarked(self, size, _):
        self.close_connection = True
        self.answer(200, content(size), {"Content-Length": None, "Connection": "close"})

    def do_chunked(self, size, _):
        self.answer(200, b"", {"Content-Length": None, "Transfer-Encoding": "chunked"})
        self.wfile.write(b"%x\r\n" % size + content(size) + b"\r\n0\r\n\r\n")

    def do_html(self, *_):
        self.answer(200, HTML, {"Content-Type": "text/html; charset=utf-8"})

    def do_html_as_file(self, *_):
        self.answer(200, HTML, {"Content-Type": "application/octet-stream"})

    def do_html_in_drops(self, *_):
        self.answer(200, b"", {"Content-Length": str(len(HTML)), "Content-Type": "application/octet-stream"})
        for byte in HTML:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()

    def do_login(self, *_):
        self.answer(200, LOGIN, {"Content-Type": "application/octet-stream"})

    def do_empty(self, *_):
        self.answer(200)

    def do_packed(self, size, _):
        self.answer(200, content(size), {"Content-Encoding": "gzip"})

    def do_status(self, size, _):
        self.answer(size, HTML, {"Content-Type": "text/html"})

    def do_slow(self, size, count):
        body = content(size)
        if count > 1:
            self.serve(body)
            return
        self.answer(200, body[: size // 2], {"Content-Length": str(size), "ETag": '"1"'})
        while True:
            time.sleep(0.05)
            self.wfile.write(b"")

    def do_silent(self, *_):
        time.sleep(60)

    def do_silent_once(self, size, count):
        if count == 1:
            time.sleep(60)
        self.serve(content(size))


class Plain(Quiet):
    """Plain http, which nothing should ever ask for a file, and a proxy for https."""

    def do_GET(self):
        log("UNENCRYPTED " + self.path)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_CONNECT(self):
        log("CONNECT " + self.path)
        host, port = self.path.split(":")
        with socket.create_connection((host, int(port))) as far:
            self.send_response(200)
            self.end_headers()
            there = threading.Thread(target=self.pump, args=(self.connection, far), daemon=True)
            there.start()
            self.pump(far, self.connection)
        self.close_connection = True

    @staticmethod
    def pump(source, sink):
        try:
            while block := source.recv(65536):
                sink.sendall(block)
        except OSError:
            pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # clients that go away are what is tested


secure = Server(("127.0.0.1", 0), Hostile)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(os.path.join(FOLDER, "certificate.pem"), os.path.join(FOLDER, "key.pem"))
secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
plain = Server(("127.0.0.1", 0), Plain)
PLAIN_PORT = plain.server_address[1]
for server in (secure, plain):
    threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"{secure.server_address[1]} {PLAIN_PORT}", flush=True)
sys.stdin.read()
