#!/usr/bin/env python3
"""Writes what the fuzz targets start from, made of the public test vectors where they lie.

corpus.py SUITES FOLDER: one folder for each target. Nothing of it is kept with the project."""
import json
import pathlib
import re
import struct
import sys

suites, target = map(pathlib.Path, sys.argv[1:])


def put(name, number, octets):
    folder = target / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"seed-{number}").write_bytes(octets)


for number, block in enumerate(
        block for file in sorted((suites / "http1-responses").glob("*.md"))
        for block in re.findall(r"```http\n(.*?)```", file.read_text(), re.S)):
    octets = block.replace("\n", "\r\n").replace("\\r\r\n", "\r\n").encode("utf-8", "replace")
    put("fuzz_http1", number, b"\x00" + octets)
for number, request in enumerate([
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x\r\nabc\r\n0\r\nT: 1\r\n\r\n",
        b"PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc"]):
    put("fuzz_http1", f"request-{number}", b"\x05" + request)


def stretches(octets, direction):
    result = b""
    for at in range(0, len(octets), 509):
        part = octets[at:at + 509]
        count = max(1, (len(part) - 1 + 3) // 4)
        result += bytes([count * 2 + direction if count < 128 else 254 + direction])
        result += part.ljust(1 + 4 * min(count, 127), b"\0")
    return result


preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes.fromhex("000000040000000000")
for number, file in enumerate(sorted((suites / "http2-frames").rglob("*.json"))):
    wire = json.loads(file.read_text()).get("wire")
    if wire:
        put("fuzz_frames", f"received-{number}",
            stretches(preface, 0) + stretches(bytes.fromhex("000000040000000000" + wire), 1))
        put("fuzz_frames", f"sent-{number}", stretches(preface + bytes.fromhex(wire), 0))
for number, file in enumerate(sorted((suites / "hpack").rglob("story_*.json"))):
    octets = b""
    for case in json.loads(file.read_text())["cases"][:20]:
        wire = bytes.fromhex(case["wire"])[:1020]
        octets += bytes([(len(wire) + 3) // 4]) + wire
    put("fuzz_hpack", number, octets)
for number, file in enumerate(sorted((suites / "json").rglob("*.json"))):
    octets = file.read_bytes()
    if len(octets) < 16 * 1024:
        put("fuzz_json", number, b"$..*\n" + octets)
        put("fuzz_text", number, b"\x01" + octets)
        put("fuzz_diff", number, b"\x01" + octets.replace(b"\n", b" ") + b"\n" + octets[::-1])
        put("fuzz_layout", number, b"\x00" + octets)
        put("fuzz_lexer", number, b"\x01" + octets)
for number, text in enumerate([
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b \"c>\">]><a b='>'><!-- - --><![CDATA[]]]]><c/>&amp;</a>",
        b"<!doctype html><p>a<br><b>c</b><pre> d </pre><script>if (a < b) {}</script><ul><li>e<li>f</ul>",
        b"@media print{a,b:hover{color:red;background:url(a;b)}}/* c */",
        b"function f(a){return/[/}]/g.test(`${a}{`)?{b:'c'}:d;}// e\nfor(;;){}"]):
    for form in range(5):
        put("fuzz_layout", f"text-{number}-{form}", bytes([form + 48]) + text)
        put("fuzz_lexer", f"text-{number}-{form}", bytes([form]) + text)
put("fuzz_diff", "json", b"\x00" + b'{"a":[1,{"b":2},3],"c":null}' + b"\n" + b'{"c":1,"a":[3,{"b":1}]}')
for file in sorted((suites / "jsonpath").rglob("*.json")):
    tests = json.loads(file.read_text())
    for number, test in enumerate(tests.get("tests", []) if isinstance(tests, dict) else []):
        document = json.dumps(test.get("document", [1, {"a": 2}]))
        put("fuzz_json", f"path-{number}", (test["selector"] + "\n" + document).encode())
put("fuzz_text", "events", b"\x00: x\nid: 1\nevent: a\ndata: b\ndata: c\n\nretry: 10\ndata\n\n")
for number, file in enumerate(sorted((suites / "har").glob("*.har"))):
    try:
        log = json.loads(file.read_text())["log"]
    except (ValueError, KeyError):
        continue
    for at in range(0, min(len(log["entries"]), 6), 3):
        some = {"log": {"version": "1.2", "entries": log["entries"][at:at + 3]}}
        octets = json.dumps(some).encode()
        if len(octets) < 64 * 1024:
            put("fuzz_har", f"{number}-{at}", octets)
    for at, entry in enumerate(log["entries"][:12]):
        one = json.dumps({"log": {"version": "1.2", "entries": [entry]}}, separators=(",", ":"))
        if len(one) <= 4096:
            put("fuzz_har", f"{number}-only-{at}", one.encode())
for number, file in enumerate(sorted((suites / "postman").rglob("*.json"))):
    if file.stat().st_size < 32 * 1024:
        put("fuzz_har", f"postman-{number}", file.read_bytes())
for number, file in enumerate(sorted((suites / "curl-commands/commands").glob("*.sh"))):
    put("fuzz_curl", number, file.read_bytes())


# Recordings as their formats begin, each whole and with a hole before its second half; and a font.
def ogg(granule, packet):
    return b"OggS\0\0" + struct.pack("<QI8xBB", granule, 7, 1, len(packet)) + packet


stream_info = bytes(10) + struct.pack(">Q", 48000 << 44 | 1 << 41 | 23 << 36 | 96000) + bytes(16)
flac = b"fLaC" + bytes.fromhex("00000022") + stream_info
frames = b"".join(bytes.fromhex("fffb9000") + bytes(413) for _ in range(3))
form = struct.pack("<HHIIHH", 1, 2, 44100, 176400, 4, 16)
for number, octets in enumerate([
        b"RIFF\xff\x01\0\0WAVELIST\3\0\0\0abc\0fmt " + struct.pack("<I", 16) + form + b"data\0\1\2\0" + bytes(40),
        flac, frames, b"ID3\4\0\0\0\0\2\1" + b"x" * 257 + frames,
        frames[:36] + b"Xing" + struct.pack(">II", 1, 1000) + frames[48:],
        frames[:36] + b"VBRI" + bytes(10) + struct.pack(">I", 1000) + frames[54:],
        ogg(0, b"OpusHead\1\2" + struct.pack("<HIHB", 312, 44100, 0, 0)) + ogg(240312, b"sound"),
        ogg(0, b"\1vorbis" + struct.pack("<IBI", 0, 1, 22050) + bytes(14)) + ogg(22050, b"sound"),
        ogg(0, b"\x7fFLAC" + bytes.fromhex("01000001") + flac) + ogg(96000, b"sound")]):
    for hole in (0, 20, 250):
        put("fuzz_facts", f"sound-{number}-{hole}", bytes([hole]) + octets)


def font(left_out=None):
    """ISO/IEC 14496-22: two letters, a triangle and two of them put together. And the names of the tables."""
    triangle = struct.pack(">hhhhhHH", 1, 0, 0, 1000, 1000, 2, 0) + b"\1\1\1" + struct.pack(">hhhhhh", 0, 500, 500, 0, 1000, -1000)
    triangle += bytes(-len(triangle) % 4)
    both = struct.pack(">hhhhhHHhhHHhh", -1, 0, 0, 1500, 1000, 0x23, 1, 0, 0, 3, 1, 500, 0)
    both += bytes(-len(both) % 4)
    ends = (0, 0, len(triangle), len(triangle) + len(both))
    name = "Ab".encode("utf-16-be")
    records = b"".join(struct.pack(">HHHHHH", 3, 1, 0x409, which, len(name), 0) for which in (1, 2))
    segments = struct.pack(">HHHHHHH", 4, 32, 0, 4, 4, 1, 0) + struct.pack(">HHHHHhhHH", 66, 0xffff, 0, 65, 0xffff, -64, 1, 0, 0)
    tables = {
        b"OS/2": struct.pack(">HhHH", 4, 600, 400, 5) + bytes(88),
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 1, 12) + segments,
        b"glyf": triangle + both,
        b"head": struct.pack(">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5f0f3cf5, 0, 1000, 0, 0, 0, 0, 1500, 1000, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">Ihhh", 0x10000, 800, -200, 0) + bytes(24) + struct.pack(">H", 3),
        b"hmtx": struct.pack(">HhHhHh", 500, 0, 1000, 0, 1500, 0),
        b"loca": struct.pack(">IIII", *ends),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 3, 9, 3, 9, 3, 1, 0, 0, 0, 0, 0, 0, 2, 2),
        b"name": struct.pack(">HHH", 0, 2, 6 + len(records)) + records + name,
        b"post": struct.pack(">I", 0x30000) + bytes(28),
    }
    names = list(tables)
    tables.pop(left_out, None)
    at = 12 + 16 * len(tables)
    directory, content = struct.pack(">IHHHH", 0x10000, len(tables), 128, 3, 32), b""
    for tag, octets in tables.items():
        directory += tag + struct.pack(">III", 0, at + len(content), len(octets))
        content += octets + bytes(-len(octets) % 4)
    return directory + content, names


whole, names = font()
put("fuzz_facts", "font", b"\1" + whole)
for name in names:
    put("fuzz_facts", f"font-without-{name[:3].decode().lower().replace('/', '')}", b"\1" + font(name)[0])
