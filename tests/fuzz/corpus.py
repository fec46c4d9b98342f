#!/usr/bin/env python3
"""Writes what the fuzz targets start from, made of the public test vectors where they lie.

corpus.py SUITES FOLDER: one folder for each target. Nothing of it is kept with the project."""
import json
import pathlib
import re
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
