#!/usr/bin/python3
"""Opens the package of a house that is sold and prints what is in it, one line of JSON a box.

Written from docs/formats/house-package.md alone; for locks and boxes it uses our reader of homes, which was written from its own
page. It shares no code with the program. Needs Debian's python3-cryptography and python3-argon2.

    read_house.py PACKAGE WORDS        WORDS is a file whose first line has the words of the package
"""
import hashlib
import json
import sys
from pathlib import Path

from read_home import Lock, decode, encode, open_box, passphrase_bytes

MAGIC = b"hearthkey-house\n"


def readable(value):
    if isinstance(value, bytes):
        return value.hex()
    return [readable(each) for each in value] if isinstance(value, list) else value


def main():
    data = Path(sys.argv[1]).read_bytes()
    words = passphrase_bytes(Path(sys.argv[2]).read_bytes())
    at = len(MAGIC)
    if data[:at] != MAGIC or data[at:at + 2] != b"\0\1":
        sys.exit("not a package of version 1")
    at += 2

    def sized():
        nonlocal at
        length = int.from_bytes(data[at:at + 4], "big")
        at += 4 + length
        if at > len(data):
            sys.exit("ends too early")
        return data[at - length:at]

    lock = Lock(decode(sized()))
    key = lock.open("house", 1, words, None)
    if key is None:
        sys.exit("these are not its words")
    number = 0
    while at < len(data):
        box = sized()
        context = encode(["hearthkey-house/1", lock.vault, number, int(at == len(data))])
        plain = open_box(key, context, box)
        if plain is None:
            sys.exit(f"box {number} does not open")
        print(json.dumps(readable(decode(plain)), ensure_ascii=False))
        number += 1
    print("sha256", hashlib.sha256(data).hexdigest())


main()
