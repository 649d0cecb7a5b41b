"""Computes again what Hearthkey computes of labels, with nothing of Hearthkey's.

check_codes.py check FILE    each line: link-key CODE KEY | x25 HEX CRC | modbus HEX CRC | joiner EUI ID
check_codes.py deflate       writes lines of PLAIN PACKED in hex, packed with a window of 1,024 bytes
"""
import hashlib
import random
import sys
import zlib


def crc16(data, polynomial, last):
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ polynomial if crc & 1 else crc >> 1
    return crc ^ last


def link_key(code):
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    padded = code + b"\x80"
    padded += bytes(-(len(padded) + 2) % 16) + (8 * len(code)).to_bytes(2, "big")
    digest = bytes(16)
    for at in range(0, len(padded), 16):
        block = padded[at : at + 16]
        aes = Cipher(algorithms.AES(digest), modes.ECB()).encryptor()
        digest = bytes(a ^ b for a, b in zip(aes.update(block), block))
    return digest.hex()


def joiner(eui):
    digest = bytearray(hashlib.sha256(eui).digest()[:8])
    digest[0] |= 2
    return digest.hex()


ANSWERS = {
    "link-key": link_key,
    "x25": lambda data: "%04x" % crc16(data, 0x8408, 0xFFFF),
    "modbus": lambda data: "%04x" % crc16(data, 0xA001, 0),
    "joiner": joiner,
}


def check(path):
    lines = open(path, encoding="ascii").read().splitlines()
    for line in lines:
        what, given, expected = line.split(" ")
        answer = ANSWERS[what](bytes.fromhex(given))
        if answer != expected:
            sys.exit("%s of %s is %s and not %s" % (what, given, answer, expected))
    print("%d agree" % len(lines))


def deflate():
    rng = random.Random(20261123)
    for i in range(120):
        length = rng.choice([0, 1, 2, 50, 700, 1025, 4000, 30000])
        letters = rng.choice([2, 5, 40, 256])
        plain = bytes(rng.randrange(letters) for _ in range(length))
        if rng.random() < 0.5:
            plain = (plain[:200] * (1 + length // 200))[:length]
        packer = zlib.compressobj(rng.choice([0, 1, 6, 9]), zlib.DEFLATED, -10, 9, rng.choice([0, 1, 2, 3, 4]))
        print((plain.hex() or "-") + " " + (packer.compress(plain) + packer.flush()).hex())


if __name__ == "__main__":
    check(sys.argv[2]) if sys.argv[1] == "check" else deflate()
