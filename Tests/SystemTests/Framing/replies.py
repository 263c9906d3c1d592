"""A strict reader of HTTP/1.1 responses (RFC 9112): it forgives nothing, so that the server may not lean on it."""

import re
from dataclasses import dataclass

STATUS_LINE = re.compile(rb"HTTP/1\.1 ([1-5]\d\d) [\t\x20-\x7e\x80-\xff]*\Z")
FIELD_LINE = re.compile(rb"([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*\Z")
CHUNK_LINE = re.compile(rb"[0-9A-Fa-f]{1,15}\Z")


class Malformed(Exception):
    """The server sent something that is no response."""


class Incomplete(Exception):
    """More bytes are needed."""


@dataclass
class Reply:
    status: int
    fields: list
    body: bytes

    def values(self, name):
        return [value for key, value in self.fields if key == name]

    @property
    def closes(self):
        options = b",".join(self.values(b"connection")).lower().split(b",")
        return b"close" in [option.strip() for option in options]


def read_all(data, head_indices, at_end):
    """All responses in `data`, interim ones included; the number of bytes used."""
    replies, position, finals = [], 0, 0
    while position < len(data):
        try:
            reply, position = read_one(data, position, finals in head_indices, at_end)
        except Incomplete:
            break
        replies.append(reply)
        finals += reply.status >= 200
    return replies, position


def read_one(data, start, is_head, at_end):
    end = data.find(b"\r\n\r\n", start)
    if end < 0:
        early_look(data[start:])
        raise Incomplete
    lines = data[start:end].split(b"\r\n")
    status = STATUS_LINE.match(lines[0])
    if not status:
        raise Malformed(f"status line {lines[0][:60]!r}")
    reply = Reply(int(status[1]), [read_field(line) for line in lines[1:]], b"")
    return read_body(reply, data, end + 4, is_head, at_end)


def early_look(rest):
    """Bytes that can never become a response are named at once, not after the time limit."""
    if not rest.startswith(b"HTTP/1.1 "[: len(rest)]):
        raise Malformed(f"bytes that begin no response: {rest[:40]!r}")


def read_field(line):
    field = FIELD_LINE.match(line)
    if not field:
        raise Malformed(f"field line {line[:60]!r}")
    return field[1].lower(), field[2]


def read_body(reply, data, start, is_head, at_end):
    lengths, codings = reply.values(b"content-length"), reply.values(b"transfer-encoding")
    if len(lengths) + len(codings) > 1:
        raise Malformed("more than one framing field")
    if reply.status < 200 or reply.status == 204:
        if lengths or codings:
            raise Malformed(f"{reply.status} with a framing field")
        return reply, start
    if is_head or reply.status == 304:
        return reply, start
    if codings:
        return read_chunks(reply, data, start, codings[0])
    if lengths:
        return read_length(reply, data, start, lengths[0])
    if not at_end:
        raise Incomplete
    reply.body = data[start:]
    return reply, len(data)


def read_length(reply, data, start, value):
    if not re.fullmatch(rb"\d{1,15}", value):
        raise Malformed(f"Content-Length {value!r}")
    end = start + int(value)
    if len(data) < end:
        raise Incomplete
    reply.body = data[start:end]
    return reply, end


def read_chunks(reply, data, position, coding):
    if coding.lower() != b"chunked":
        raise Malformed(f"Transfer-Encoding {coding!r}")
    while True:
        line, position = read_line(data, position)
        if not CHUNK_LINE.match(line):
            raise Malformed(f"chunk size {line[:40]!r}")
        size = int(line, 16)
        if size == 0:
            return reply, read_trailers(data, position)
        if len(data) < position + size + 2:
            raise Incomplete
        reply.body += data[position : position + size]
        position += size
        if data[position : position + 2] != b"\r\n":
            raise Malformed("chunk data not ended by CRLF")
        position += 2


def read_trailers(data, position):
    while True:
        line, position = read_line(data, position)
        if not line:
            return position
        read_field(line)


def read_line(data, position):
    end = data.find(b"\r\n", position)
    if end < 0:
        raise Incomplete
    return data[position:end], end + 2
