#!/usr/bin/python3
"""Reads a Hearthkey home, format 1, and prints what it holds and its root certificate.

Written from docs/formats/hearth-file.md alone; section numbers below are that page's. It shares no code and no library
with the program. Needs Debian's python3-cryptography and python3-argon2.

    read_home.py FILE [--passphrase-file FILE]     else the passphrase is the first line of standard input
    read_home.py FILE --token LABEL --module MODULE --key LABEL --pin-file FILE [--passphrase-file FILE]

The second form opens slots of a token alone, or of a token and a passphrase where one is named; OpenSC's pkcs11-tool
agrees with the token's key.

Ends with 0, or with 1 after one line `refused: NAME (NUMBER): WHERE` on standard error.
"""
import argparse
import base64
import hashlib
import hmac
import os
import re
import sqlite3
import stat
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from urllib.parse import quote

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

NUMBERS = {
    "not-a-home": 10, "newer-format": 11, "damaged": 12, "wrong-secret": 13, "out-of-bounds": 14,
    "slots-changed": 15, "set-mismatch": 16, "in-use": 17, "unfinished-commit": 18, "strange-companion": 19,
}


class Refused(Exception):
    def __init__(self, name, where=""):
        super().__init__(f"{name} ({NUMBERS[name]}): {where}")


# Section 0: CBOR

class Malformed(Exception):
    pass


def decode_one(data):
    """One array from the beginning of data, and where it ended."""
    position = 0

    def take(count):
        nonlocal position
        if count > len(data) - position:
            raise Malformed("ends too early")
        position += count
        return data[position - count:position]

    def argument(low):
        if low < 24:
            return low
        if low > 27:
            raise Malformed("indefinite or reserved length")
        size = 1 << (low - 24)
        value = int.from_bytes(take(size), "big")
        if value < (24 if size == 1 else 1 << (4 * size)):
            raise Malformed("not the shortest form")
        if value >= 1 << 63:
            raise Malformed("more than 63 bits")
        return value

    def item(level):
        first = take(1)[0]
        major, low = first >> 5, first & 31
        if first == 0xF6:
            return None
        if major == 0:
            return argument(low)
        if major == 1:
            return -1 - argument(low)
        if major == 2:
            return take(argument(low))
        if major == 3:
            try:
                return take(argument(low)).decode("utf-8")
            except UnicodeDecodeError:
                raise Malformed("not UTF-8") from None
        if major == 4:
            count = argument(low)
            if count > 256 or level > 4:
                raise Malformed("array too long or too deep")
            return [item(level + 1) for _ in range(count)]
        raise Malformed("a form that is not used")

    if not data or data[0] >> 5 != 4:
        raise Malformed("not an array")
    return item(0), position


def decode(data):
    value, end = decode_one(data)
    if end != len(data):
        raise Malformed("bytes after the array")
    return value


def encode(value):
    def head(major, number):
        if number < 24:
            return bytes([major << 5 | number])
        for low, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
            if number < 1 << (8 * size):
                return bytes([major << 5 | low]) + number.to_bytes(size, "big")
        raise ValueError("too large")

    if value is None:
        return b"\xf6"
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    return head(4, len(value)) + b"".join(encode(element) for element in value)


# Section 0: HKDF and the box

def hmac_sha256(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def expand(prk, info, length):
    blocks, block = b"", b""
    for counter in range(1, -(-length // 32) + 1):
        block = hmac_sha256(prk, block + info + bytes([counter]))
        blocks += block
    return blocks[:length]


def open_box(key, context, box):
    """The plain text, or None."""
    if len(box) < 40:
        return None
    nonce = box[:24]

    def block(plain):
        encryptor = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
        return encryptor.update(plain) + encryptor.finalize()

    doubled = int.from_bytes(block(bytes(16)), "big") << 1
    k1 = (doubled ^ 0x87 if doubled >> 128 else doubled) & ((1 << 128) - 1)
    derived = b"".join(
        block((int.from_bytes(bytes([0, i, 0x58, 0]) + nonce[:12], "big") ^ k1).to_bytes(16, "big")) for i in (1, 2))
    try:
        return AESGCM(derived).decrypt(nonce[12:], box[24:], context)
    except InvalidTag:
        return None


# Section 2: passphrases, locks and slots

def passphrase_bytes(line):
    """The first line of a file or of standard input as OpaqueString."""
    try:
        text = line.split(b"\n")[0].rstrip(b"\r").decode("utf-8")
    except UnicodeDecodeError:
        sys.exit("That is no passphrase: not UTF-8")
    if any(unicodedata.category(character) == "Cc" for character in text):
        sys.exit("That is no passphrase: a control character")
    spaced = "".join(" " if unicodedata.category(character) == "Zs" else character for character in text)
    prepared = unicodedata.normalize("NFC", spaced).encode("utf-8")
    if not 1 <= len(prepared) <= 1024:
        sys.exit("That is no passphrase: it has 1 to 1024 bytes")
    return prepared


def is_bytes(value, length):
    return isinstance(value, bytes) and len(value) == length


class Lock:
    def __init__(self, fields):
        if len(fields) != 7 or not isinstance(fields[1], int):
            raise Refused("damaged", "a lock")
        self.vault, self.factors, self.salt, self.argon, self.token, self.check, self.sealed = fields
        if self.factors not in (1, 2, 3, 4):
            raise Refused("out-of-bounds", "the factors of a lock")
        self.check_argon()
        self.check_token()
        if not (is_bytes(self.vault, 16) and is_bytes(self.salt, 32) and is_bytes(self.check, 32)
                and is_bytes(self.sealed, 72)):
            raise Refused("damaged", "a lock")

    def check_argon(self):
        if self.factors not in (1, 3):
            if self.argon is not None:
                raise Refused("damaged", "argon")
            return
        if not (isinstance(self.argon, list) and len(self.argon) == 3
                and all(isinstance(number, int) for number in self.argon)):
            raise Refused("damaged", "argon")
        m, t, p = self.argon
        if not (65536 <= m <= 1048576 and 3 <= t <= 16 and 1 <= p <= 8 and m * t <= 8388608):
            raise Refused("out-of-bounds", "argon")

    def check_token(self):
        if self.factors not in (2, 3):
            if self.token is not None:
                raise Refused("damaged", "token")
            return
        if not (isinstance(self.token, list) and len(self.token) == 3 and isinstance(self.token[0], int)):
            raise Refused("damaged", "token")
        curve, digest, point = self.token
        if curve not in (256, 384):
            raise Refused("out-of-bounds", "token curve")
        if not (is_bytes(digest, 32) and is_bytes(point, 1 + 2 * curve // 8) and point[0] == 4):
            raise Refused("damaged", "token")

    def work(self):
        return self.argon[0] * self.argon[1] if self.argon else 0

    def fits(self, passphrase, token):
        """Whether the factors are at hand, the token being the one that is named."""
        wanted = {1: (True, False), 2: (False, True), 3: (True, True)}.get(self.factors)
        return wanted == (passphrase is not None, token is not None) and (token is None or token.is_named(self.token))

    def open(self, use, who, passphrase, token):
        """The wrapped key, or None if the secret is another."""
        secret = b""
        if self.factors & 1:
            m, t, p = self.argon
            secret += hash_secret_raw(passphrase, self.salt, time_cost=t, memory_cost=m, parallelism=p, hash_len=32,
                                      type=Type.ID, version=0x13)
        if self.factors & 2:
            secret += token.agree(self.token)
        info = encode(["hearth/1 lock", use, self.vault, who, self.factors, self.argon, self.token])
        okm = expand(hmac_sha256(self.salt, secret), info, 64)
        if not hmac.compare_digest(okm[32:], self.check):
            return None
        key = open_box(okm[:32], info, self.sealed)
        if key is None:
            raise Refused("damaged", f"{use} lock {who}")
        return key


CURVES = {256: ec.SECP256R1(), 384: ec.SECP384R1()}


class Token:
    """A key on a token, through pkcs11-tool. The PIN goes through the environment, where arguments would show it."""

    def __init__(self, module, label, key, pin_file):
        pin = pin_file.read_text().splitlines()[0]
        self.environment = {**os.environ, "PIN_OF_TOKEN": pin}
        self.command = ["pkcs11-tool", "--module", module, "--token-label", label, "--login", "--pin", "env:PIN_OF_TOKEN",
                        "--label", key]
        public = load_der_public_key(self.run("--read-object", "--type", "pubkey"))
        self.curve = public.curve.key_size
        self.point = public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def run(self, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "out")
            done = subprocess.run([*self.command, *arguments, "--output-file", str(out)], env=self.environment,
                                  capture_output=True, check=False)
            if done.returncode != 0 or not out.exists():
                sys.exit(f"The token does not answer: {done.stderr.decode()}")
            return out.read_bytes()

    def is_named(self, part):
        curve, digest, _ = part
        return curve == self.curve and digest == hashlib.sha256(self.point).digest()

    def agree(self, part):
        """Z: the X coordinate of the product of the token's private key and E."""
        curve, _, point = part
        try:
            ephemeral = ec.EllipticCurvePublicKey.from_encoded_point(CURVES[curve], point)
        except ValueError:
            raise Refused("damaged", "E is not on its curve") from None
        with tempfile.TemporaryDirectory() as folder:
            peer = Path(folder, "peer.der")
            peer.write_bytes(ephemeral.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))
            return self.run("--derive", "--mechanism", "ECDH1-DERIVE", "--input-file", str(peer))


KINDS_OF_SLOT = {1: "passphrase", 2: "token", 3: "passphrase and token", 4: "recovery secret"}


class Slots:
    """Steps 10 to 13."""

    def __init__(self, rows, passphrase, token):
        self.rows, self.passphrase, self.token = rows, passphrase, token
        self.sound, self.decayed, self.bounds = [], False, False
        malformed = None
        for number, row in rows:
            body, right = row[:-16], row[-16:] == hashlib.sha256(row[:-16]).digest()[:16]
            try:
                try:
                    lock = Lock(decode(body))
                except Malformed as reason:
                    raise Refused("damaged", f"slot {number}: {reason}") from None
                if right:
                    self.sound.append((number, lock))
                else:
                    self.decayed = True
            except Refused as refused:
                if str(refused).startswith("out-of-bounds"):
                    self.bounds = True
                elif right:
                    malformed = refused
                else:
                    self.decayed = True
        self.tried = [(number, lock) for number, lock in self.sound if lock.fits(passphrase, token)]
        if sum(lock.work() for _, lock in self.tried) > 16777216:
            raise Refused("out-of-bounds", "the slots together")
        if malformed:
            raise malformed
        if len({lock.vault for _, lock in self.sound}) > 1:
            raise Refused("damaged", "slots of several vaults")

    def open(self):
        """The vault's id and its key."""
        for number, lock in self.tried:
            key = lock.open("vault", number, self.passphrase, self.token)
            if key is not None:
                return lock.vault, key
        if self.bounds:
            raise Refused("out-of-bounds", "a slot")
        if self.decayed:
            raise Refused("damaged", "a slot; the secret may be right")
        raise Refused("wrong-secret", "this secret opens no slot")

    def digest(self):
        return hashlib.sha256(encode([[number, row] for number, row in self.rows])).digest()


# Section 8, steps 1 to 9: the file

SCHEMA = [
    ("table", "slot", "slot", "CREATE TABLE slot(id INTEGER PRIMARY KEY,lock BLOB NOT NULL) STRICT"),
    ("table", "record", "record", "CREATE TABLE record(place INTEGER PRIMARY KEY,sealed BLOB NOT NULL) STRICT"),
]


def journal_of(path):
    return Path(str(path) + "-journal")


def check_companions(path):
    for suffix in ("-wal", "-shm"):
        if os.path.lexists(str(path) + suffix):
            raise Refused("strange-companion", suffix)
    journal = journal_of(path)
    if os.path.lexists(journal):
        if not stat.S_ISREG(os.lstat(journal).st_mode):
            raise Refused("strange-companion", "-journal is no file")
        if journal.read_bytes()[-8:] == bytes.fromhex("d9d505f920a163d7"):
            raise Refused("strange-companion", "-journal names another")


def check_header(path):
    if not path.is_file():
        raise Refused("not-a-home", "no regular file")
    size = path.stat().st_size
    with open(path, "rb") as file:
        head = file.read(100)
    whole = len(head) == 100
    head = head.ljust(100, b"\0")

    def number(at):
        return int.from_bytes(head[at:at + 4], "big")

    if head[:16] != b"SQLite format 3\0" or head[68:72] != b"HRTH":
        raise Refused("not-a-home", "header")
    version = int.from_bytes(head[60:64], "big", signed=True)
    if version != 1:
        raise Refused("newer-format" if version > 1 else "not-a-home", f"format {version}")
    ours = (whole and head[16:24] == bytes.fromhex("1000010100402020") and number(44) == 4
            and head[48:56] == bytes(8) and number(56) == 1 and number(64) == 0 and head[72:92] == bytes(20))
    if not ours:
        raise Refused("damaged", "header")
    if not os.path.lexists(journal_of(path)) and (number(28) < 3 or size != 4096 * number(28)):
        raise Refused("damaged", "size")
    if size > 4 << 30:
        raise Refused("out-of-bounds", "size")


def attach(path):
    database = sqlite3.connect(":memory:", isolation_level=None, uri=True, timeout=0)
    database.text_factory = bytes
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "temp_store=MEMORY",
                   "recursive_triggers=OFF", "busy_timeout=0"):
        database.execute("PRAGMA " + pragma)
    database.execute("ATTACH ? AS disk", (f"file:{quote(str(path))}?mode=ro",))
    database.execute("BEGIN")
    return database


def check_database(database):
    found = [tuple(value.decode() if value is not None else None for value in row) for row in database.execute(
        "SELECT type,name,tbl_name,sql FROM disk.sqlite_schema ORDER BY rowid LIMIT 3")]
    if found != SCHEMA:
        raise Refused("not-a-home", "schema")
    for pragma, expected in (("application_id", 0x48525448), ("user_version", 1), ("page_size", 4096),
                             ("auto_vacuum", 0)):
        if database.execute("PRAGMA disk." + pragma).fetchone()[0] != expected:
            raise Refused("damaged", pragma)
    integrity = database.execute("PRAGMA disk.integrity_check(1)").fetchone()[0]
    if integrity != b"ok":
        raise Refused("damaged", integrity.decode())


def read_slots(database):
    rows = []
    for number, length in database.execute("SELECT id,length(lock) FROM disk.slot ORDER BY id LIMIT 17"):
        if len(rows) == 16 or not 1 <= number <= 1 << 30 or not 150 <= length <= 1024:
            raise Refused("out-of-bounds", f"slot {number}")
        rows.append((number, database.execute("SELECT lock FROM disk.slot WHERE id=?", (number,)).fetchone()[0]))
    return rows


# Sections 3 to 5 and steps 14 to 17: records, head, set, journal

class Tree:
    """The tree hash of RFC 9162, section 2.1.1, over entries as they come."""

    def __init__(self):
        self.size, self.roots = 0, []

    def add(self, entry):
        node = hashlib.sha256(b"\0" + entry).digest()
        self.size += 1
        full = self.size
        while full % 2 == 0:
            node = hashlib.sha256(b"\1" + self.roots.pop() + node).digest()
            full //= 2
        self.roots.append(node)

    def root(self):
        if not self.roots:
            return hashlib.sha256().digest()
        node = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            node = hashlib.sha256(b"\1" + left + node).digest()
        return node


STEPS = [256 << step for step in range(9)]


def name(place):
    return f"kind {place >> 48}, id {place & ((1 << 48) - 1)}"


class Home:
    NEWEST_SCHEMA = 1 << 62  # It names every column by the catalog, so that no schema is too new for it.

    def __init__(self, vault, vault_key):
        prk = hmac_sha256(vault, vault_key)
        self.vault = vault
        self.key_record = expand(prk, b"hearth/1 record", 32)
        self.key_set = expand(prk, b"hearth/1 set", 32)
        self.kinds, self.rows, self.tree = {}, {}, Tree()
        self.sum = self.count = self.highest = 0

    def open(self, place, sealed):
        if not isinstance(sealed, bytes) or len(sealed) - 40 not in STEPS:
            raise Refused("damaged", name(place))
        padded = open_box(self.key_record, encode(["hearth/1 record", self.vault, place]), sealed)
        if padded is None:
            raise Refused("damaged", name(place))
        try:
            values, end = decode_one(padded)
        except Malformed:
            raise Refused("damaged", name(place)) from None
        step = next(step for step in STEPS if step >= end)
        if step != len(padded) or any(padded[end:]) or not values or not isinstance(values[0], int) or values[0] < 1:
            raise Refused("damaged", name(place))
        return values

    def read(self, database, slots_digest):
        last = 0
        head = None
        for place, length in database.execute("SELECT place,length(sealed) FROM disk.record ORDER BY place"):
            if head is None and place != 0:
                raise Refused("set-mismatch", "no head")
            if length - 40 not in STEPS:
                raise Refused("damaged", name(place))
            sealed = database.execute("SELECT sealed FROM disk.record WHERE place=?", (place,)).fetchone()[0]
            values = self.open(place, sealed)
            if head is None:
                head = self.check_head(values, slots_digest)
                continue
            if place <= last:
                raise Refused("damaged", "places out of order")
            last = place
            self.take(place, sealed, values)
        if head is None:
            raise Refused("set-mismatch", "no head")
        self.compare(*head)
        return head

    @staticmethod
    def check_head(values, slots_digest):
        sound = (len(values) == 8 and all(isinstance(values[i], int) for i in (0, 1, 2, 4, 6))
                 and all(is_bytes(values[i], 32) for i in (3, 5, 7)))
        if not sound:
            raise Refused("damaged", name(0))
        if not hmac.compare_digest(values[5], slots_digest):
            raise Refused("slots-changed")
        return values

    def take(self, place, sealed, values):
        self.highest = max(self.highest, values[0])
        self.sum += int.from_bytes(hmac_sha256(self.key_set, encode([place, sealed[:24], sealed[-16:]])), "big")
        self.count += 1
        kind, number = place >> 48, place & ((1 << 48) - 1)
        if kind == 1:
            sound = (len(values) == 4 and isinstance(values[1], str) and values[1]
                     and isinstance(values[2], int) and values[2] >= 1
                     and isinstance(values[3], list) and 1 <= len(values[3]) <= 255
                     and all(isinstance(column, str) for column in values[3]))
            if not sound or not 16 <= number <= 32767:
                raise Refused("damaged", name(place))
            self.kinds[number] = (values[1], values[3])
            self.rows[values[1]] = {}
            return
        if kind not in self.kinds or len(values) - 1 != len(self.kinds[kind][1]):
            raise Refused("damaged", name(place))
        if any(isinstance(value, list) for value in values):
            raise Refused("damaged", name(place))
        table, columns = self.kinds[kind]
        if table == "journal":
            if not isinstance(values[1], bytes):
                raise Refused("damaged", name(place))
            self.tree.add(values[1])
        self.rows[table][number] = dict(zip(columns, values[1:]))

    def compare(self, commit, schema, count, total, _generation, _slots, journal_size, journal_root):
        found = (self.sum % (1 << 256)).to_bytes(32, "big")
        if self.highest > commit or count != self.count or not hmac.compare_digest(found, total):
            raise Refused("set-mismatch", "the set")
        if schema > self.NEWEST_SCHEMA:
            raise Refused("newer-format", f"schema {schema}")
        if journal_size != self.tree.size or not hmac.compare_digest(self.tree.root(), journal_root):
            raise Refused("set-mismatch", "the journal")

    def root_certificate(self):
        for row in self.rows.get("issuer", {}).values():
            if row["role"] == "root":
                body = base64.encodebytes(row["certificate"]).decode().replace("\n", "")
                lines = "\n".join(re.findall(".{1,64}", body))
                return f"-----BEGIN CERTIFICATE-----\n{lines}\n-----END CERTIFICATE-----"
        return None


def read(path, passphrase, token):
    check_companions(path)
    check_header(path)
    database = None
    try:
        database = attach(path)
        check_database(database)
        slots = Slots(read_slots(database), passphrase, token)
        home = Home(*slots.open())
        head = home.read(database, slots.digest())
        return home, head, slots
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (5, 6):
            raise Refused("in-use", str(error)) from None
        if code in (8, 14) and journal_of(path).exists():
            raise Refused("unfinished-commit", "copy both files to a writable place") from None
        raise Refused("damaged", f"SQLite: {error}") from None
    finally:
        if database is not None:
            database.close()


def tell(home, head, slots):
    print(f"commit {head[0]}")
    print(f"schema {head[1]}")
    print(f"journal {head[6]} {head[7].hex()}")
    for number, lock in slots.sound:
        print(f"slot {number} {KINDS_OF_SLOT[lock.factors]}")
    for _, (table, _) in sorted(home.kinds.items()):
        print(f"records {table} {len(home.rows[table])}")
    for row in home.rows.get("device", {}).values():
        print(f"device {row['name']}")
    for row in home.rows.get("certificate", {}).values():
        if row.get("revoked") is not None:
            print(f"revoked {row['serial']} {row['reason']}")
    print(home.root_certificate() or "no root certificate")


def main():
    parser = argparse.ArgumentParser(description="Reads a Hearthkey home, format 1.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--passphrase-file", type=Path)
    parser.add_argument("--token")
    parser.add_argument("--module")
    parser.add_argument("--key")
    parser.add_argument("--pin-file", type=Path)
    arguments = parser.parse_args()
    token = passphrase = None
    if arguments.token:
        token = Token(arguments.module, arguments.token, arguments.key, arguments.pin_file)
    if arguments.passphrase_file or not token:
        passphrase = passphrase_bytes(
            arguments.passphrase_file.read_bytes() if arguments.passphrase_file else sys.stdin.buffer.readline())
    try:
        tell(*read(arguments.file.resolve(strict=True), passphrase, token))
    except Refused as refused:
        sys.exit(f"refused: {refused}")


if __name__ == "__main__":
    main()
