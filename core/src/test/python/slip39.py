#!/usr/bin/env python3
"""SLIP-39 written from its text alone, to check Hearthkey's shares with something that shares no line with them.

slip39.py WORDS join FILE                a file of shares, one a line; prints the secret in hex
slip39.py WORDS split FILE G T/N...      a secret in hex; prints N shares a group, any T of which stand for their group,
                                         and any G groups give it back
WORDS is the standard's list, one word a line.
"""
import hashlib
import hmac
import secrets
import sys

EXP, LOG = [], {}
value = 1
for power in range(255):
    EXP.append(value)
    LOG[value] = power
    value ^= (value << 1) ^ (0x11B if value & 0x80 else 0)
    value &= 0xFF


def times(a, b):
    return 0 if a == 0 or b == 0 else EXP[(LOG[a] + LOG[b]) % 255]


def over(a, b):
    return 0 if a == 0 else EXP[(LOG[a] - LOG[b]) % 255]


def interpolate(points, x):
    result = bytearray(len(points[0][1]))
    for own, values in points:
        weight = 1
        for other, _ in points:
            if other != own:
                weight = times(weight, over(x ^ other, own ^ other))
        for i, each in enumerate(values):
            result[i] ^= times(each, weight)
    return bytes(result)


def digest(random, secret):
    return hmac.new(random, secret, hashlib.sha256).digest()[:4]


def join_group(threshold, points):
    if len(points) < threshold:
        raise SystemExit("too few")
    points = points[:threshold]
    if threshold == 1:
        return points[0][1]
    secret, check = interpolate(points, 255), interpolate(points, 254)
    if digest(check[4:], secret) != check[:4]:
        raise SystemExit("digest")
    return secret


def split_group(threshold, count, secret):
    if threshold == 1:
        return [secret] * count
    known = [(i, secrets.token_bytes(len(secret))) for i in range(threshold - 2)]
    random = secrets.token_bytes(len(secret) - 4)
    base = known + [(254, digest(random, secret) + random), (255, secret)]
    return [interpolate(base, i) for i in range(count)]


def feistel(data, exponent, salt, rounds):
    left, right = data[: len(data) // 2], data[len(data) // 2 :]
    for i in rounds:
        mask = hashlib.pbkdf2_hmac("sha256", bytes([i]), salt + right, 2500 << exponent, len(right))
        left, right = right, bytes(a ^ b for a, b in zip(left, mask))
    return right + left


def polymod(values):
    generator = [0xE0E040, 0x1C1C080, 0x3838100, 0x7070200, 0xE0E0009, 0x1C0C2412, 0x38086C24, 0x3090FC48, 0x21B1F890, 0x3F3F120]
    check = 1
    for each in values:
        top = check >> 20
        check = (check & 0xFFFFF) << 10 ^ each
        for i in range(10):
            if top >> i & 1:
                check ^= generator[i]
    return check


def label(extendable):
    return b"shamir_extendable" if extendable else b"shamir"


def decode(line, index):
    words = [index[word] for word in line.split()]
    extendable = words[1] >> 4 & 1
    if polymod(list(label(extendable)) + words) != 1:
        raise SystemExit("checksum")
    number = 0
    for word in words:
        number = number << 10 | word
    bits = 10 * (len(words) - 7)
    number >>= 30
    content = number & (1 << bits) - 1
    head = number >> bits
    size = bits // 16 * 2
    if bits % 16 > 8 or content >> 8 * size:
        raise SystemExit("padding")
    return {
        "set": (head >> 25, extendable, head >> 20 & 15, head >> 12 & 15, head >> 8 & 15),
        "group": head >> 16 & 15,
        "member": head >> 4 & 15,
        "threshold": (head & 15) + 1,
        "value": content.to_bytes(size, "big"),
    }


def join(lines, index):
    shares = [decode(line, index) for line in lines]
    if len({share["set"] for share in shares}) != 1:
        raise SystemExit("other set")
    identifier, extendable, exponent, groups_needed, _ = shares[0]["set"]
    groups = {}
    for share in shares:
        groups.setdefault(share["group"], []).append(share)
    points = []
    for group, members in groups.items():
        if len(members) >= members[0]["threshold"]:
            points.append((group, join_group(members[0]["threshold"], [(m["member"], m["value"]) for m in members])))
    encrypted = join_group(groups_needed + 1, points)
    salt = b"" if extendable else b"shamir" + identifier.to_bytes(2, "big")
    return feistel(encrypted, exponent, salt, [3, 2, 1, 0])


def split(secret, groups_needed, groups, words):
    identifier, exponent = secrets.randbelow(1 << 15), 1
    encrypted = feistel(secret, exponent, b"", [0, 1, 2, 3])
    for group, of_group in enumerate(split_group(groups_needed, len(groups), encrypted)):
        threshold, count = groups[group]
        for member, value in enumerate(split_group(threshold, count, of_group)):
            head = identifier << 25 | 1 << 24 | exponent << 20
            head |= group << 16 | groups_needed - 1 << 12 | len(groups) - 1 << 8 | member << 4 | threshold - 1
            size = (len(value) * 8 + 9) // 10
            number = head << 10 * size | int.from_bytes(value, "big")
            indexes = [number >> 10 * i & 1023 for i in reversed(range(size + 4))]
            check = polymod(list(label(1)) + indexes + [0, 0, 0]) ^ 1
            print(" ".join(words[i] for i in indexes + [check >> 20, check >> 10 & 1023, check & 1023]))


def main():
    with open(sys.argv[1], encoding="ascii") as file:
        words = file.read().split()
    with open(sys.argv[3], encoding="ascii") as file:
        given = file.read()
    if sys.argv[2] == "join":
        print(join([line for line in given.splitlines() if line], {w: i for i, w in enumerate(words)}).hex())
    else:
        groups = [tuple(map(int, group.split("/"))) for group in sys.argv[5:]]
        split(bytes.fromhex(given.strip()), int(sys.argv[4]), groups, words)


main()
