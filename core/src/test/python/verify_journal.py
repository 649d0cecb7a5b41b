#!/usr/bin/python3
"""Verifies what a Hearthkey journal claims, from docs/formats/journal.md, the C2SP texts and RFC 9162 alone.

    verify_journal.py ENTRIES KEY CHECKPOINT PAPER [PROOF...]

ENTRIES holds one entry a line in hex, KEY the verifier key, CHECKPOINT a signed note, PAPER its short form. Each PROOF is
a tlog-proof, or a consistency proof in the form of tlog-witness. Says one line for each thing that holds; whatever does not
ends the program.
"""

import base64
import hashlib
import json
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(entry):
    return sha256(b"\x00" + entry)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def tree_hash(leaves):
    """RFC 9162, 2.1.1, as it is written there: by recursion."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return node_hash(tree_hash(leaves[:k]), tree_hash(leaves[k:]))


def require(condition, what):
    if not condition:
        raise SystemExit("does not hold: " + what)


def parse_note(note):
    """C2SP signed-note: the text with its last line feed, and the signature lines."""
    text, signatures = note.rsplit("\n\n", 1)
    require(signatures.endswith("\n"), "the note's end")
    lines = []
    for line in signatures[:-1].split("\n"):
        dash, name, encoded = line.split(" ")
        require(dash == "\u2014", "the dash of a signature")
        raw = base64.b64decode(encoded, validate=True)
        lines.append((name, raw[:4], raw[4:]))
    return text + "\n", lines


def verify_note(note, vkey):
    name, key_id, key = vkey.split("+", 2)
    raw = base64.b64decode(key, validate=True)
    require(raw[0] == 1 and len(raw) == 33, "an Ed25519 verifier key")
    computed = sha256(name.encode() + b"\n" + raw)[:4]
    require(computed.hex() == key_id, "the key's id")
    text, lines = parse_note(note)
    mine = [signature for who, which, signature in lines if (who, which) == (name, computed)]
    require(len(mine) == 1, "one signature of the key")
    Ed25519PublicKey.from_public_bytes(raw[1:]).verify(mine[0], text.encode())
    origin, size, root = text.split("\n")[:3]
    require(origin == name, "the origin is the key's name")
    return origin, int(size), base64.b64decode(root, validate=True)


def verify_inclusion(leaf, index, size, path, root):
    """RFC 9162, 2.1.3.2."""
    require(index < size, "the index")
    fn, sn, r = index, size - 1, leaf
    for p in path:
        require(sn != 0, "the inclusion proof's length")
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            if not fn & 1:
                while fn and not fn & 1:
                    fn >>= 1
                    sn >>= 1
        else:
            r = node_hash(r, p)
        fn >>= 1
        sn >>= 1
    require(sn == 0 and r == root, "the inclusion proof")


def verify_consistency(first, first_root, second, second_root, path):
    """RFC 9162, 2.1.4.2."""
    if first == second:
        require(not path and first_root == second_root, "the consistency proof of one tree")
        return
    path = list(path)
    if first & (first - 1) == 0:
        path.insert(0, first_root)
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn >>= 1
        sn >>= 1
    fr = sr = path[0]
    for c in path[1:]:
        require(sn != 0, "the consistency proof's length")
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while fn and not fn & 1:
                fn >>= 1
                sn >>= 1
        else:
            sr = node_hash(sr, c)
        fn >>= 1
        sn >>= 1
    require(sn == 0 and fr == first_root and sr == second_root, "the consistency proof")


def canonical(value):
    """RFC 8785 for what a journal holds: no fractions, so only the order and the strings need care."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    require(not isinstance(value, float) and value is not None, "no fraction and no null")
    return json.dumps(value, ensure_ascii=False)


CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def polymod(values):
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for i, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> i & 1 else 0
    return check


def verify_paper(paper, home, size, root):
    symbols = [CHARSET.index(letter) for letter in paper.replace(" ", "")]
    require(len(symbols) == 40, "forty letters")
    expanded = [ord(c) >> 5 for c in home] + [0] + [ord(c) & 31 for c in home]
    require(polymod(expanded + symbols) == 0x2BC830A3, "the paper's check letters")
    number = 0
    for symbol in symbols:
        number = number << 5 | symbol
    require(number >> 160 == size, "the paper's size")
    require(number >> 30 & (1 << 130) - 1 == int.from_bytes(root, "big") >> 126, "the paper's root")


def hashes(lines):
    return [base64.b64decode(line, validate=True) for line in lines]


def verify_tlog_proof(head, note, entries, vkey):
    _, size, root = verify_note(note, vkey)
    lines = head.split("\n")
    require(lines[0] == "c2sp.org/tlog-proof@v1", "the proof's first line")
    entry = base64.b64decode(lines[1].removeprefix("extra "), validate=True)
    index = int(lines[2].removeprefix("index "))
    require(entry == entries[index], "the entry in the proof")
    verify_inclusion(leaf_hash(entry), index, size, hashes(lines[3:]), root)
    return "entry %d of %d" % (index, size)


def verify_growth(head, note, leaves, vkey):
    _, size, root = verify_note(note, vkey)
    lines = head.split("\n")
    old = int(lines[0].removeprefix("old "))
    verify_consistency(old, tree_hash(leaves[:old]), size, root, hashes(lines[1:]))
    return "%d begins %d" % (old, size)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def main(entries_file, key_file, checkpoint_file, paper_file, *proofs):
    vkey = read(key_file).strip()
    entries = [bytes.fromhex(line) for line in read(entries_file).split()]
    leaves = [leaf_hash(entry) for entry in entries]
    origin, size, root = verify_note(read(checkpoint_file), vkey)
    require(size == len(entries) and tree_hash(leaves) == root, "the root")
    print("root", root.hex())
    for number, entry in enumerate(entries):
        parsed = json.loads(entry.decode())
        require(canonical(parsed).encode() == entry, "entry %d is canonical" % number)
        require(parsed["n"] == number and parsed["v"] == 1, "entry %d is numbered" % number)
    print("canonical", len(entries))
    verify_paper(read(paper_file).strip(), origin.removeprefix("hearthkey/"), size, root)
    print("paper", size)
    for proof in proofs:
        head, note = read(proof).split("\n\n", 1)
        if head.startswith("old "):
            print("grown", verify_growth(head, note, leaves, vkey))
        else:
            print("included", verify_tlog_proof(head, note, entries, vkey))


if __name__ == "__main__":
    main(*sys.argv[1:])
