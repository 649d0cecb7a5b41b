-- The home as SQL sees it, in memory. Columns that are kept on disk are listed in HomeSchema, in this order.
-- Times are seconds since 1970-01-01 UTC. Fingerprints and serial numbers are lower-case hex.

CREATE TABLE home(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    home_id TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE private_key(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,      -- an issuer's role, 'manifest signer', 'journal checkpoints'
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE issuer(
    id INTEGER PRIMARY KEY,
    role TEXT NOT NULL UNIQUE,      -- 'root', 'services', or a zone's name
    policy_number INTEGER NOT NULL, -- 0 where the issuer is no zone
    added INTEGER NOT NULL,
    certificate BLOB NOT NULL,
    twin BLOB                       -- the self-signed twin; the root has none
) STRICT;

CREATE TABLE device(
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,  -- the name without regard to case
    address TEXT NOT NULL UNIQUE,
    zone TEXT NOT NULL,
    type TEXT NOT NULL,
    owner TEXT NOT NULL,
    location TEXT NOT NULL,
    search TEXT NOT NULL,           -- what a search looks through, in lower case
    added INTEGER NOT NULL,
    findings TEXT NOT NULL,         -- codes of what was noted at its approval, parted by spaces
    certificate INTEGER NOT NULL    -- its present one
) STRICT;

CREATE INDEX device_by_zone ON device(zone, name_key);

CREATE TABLE certificate(
    id INTEGER PRIMARY KEY,
    holder TEXT NOT NULL,           -- 'device', 'hub' or 'manifest'
    label TEXT NOT NULL,            -- the device's UUID, the hub's name, or empty
    issuer TEXT NOT NULL,           -- the issuer's role
    serial TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    spki TEXT NOT NULL,             -- hash of its public key
    not_before INTEGER NOT NULL,
    not_after INTEGER NOT NULL,
    ends INTEGER NOT NULL,          -- the earliest end in its chain
    renew_from INTEGER NOT NULL,
    revoked INTEGER,
    reason TEXT,                    -- an RFC 5280 name, where revoked
    der BLOB NOT NULL
) STRICT;

CREATE INDEX certificate_by_key ON certificate(spki);
CREATE INDEX certificate_by_holder ON certificate(holder, label);
CREATE INDEX certificate_by_end ON certificate(ends);
CREATE INDEX certificate_revoked ON certificate(issuer, revoked) WHERE revoked IS NOT NULL;

CREATE TABLE crl(
    id INTEGER PRIMARY KEY,
    issuer TEXT NOT NULL,
    number TEXT NOT NULL,           -- decimal
    this_update INTEGER NOT NULL,
    next_update INTEGER NOT NULL,
    entries INTEGER NOT NULL
) STRICT;

CREATE INDEX crl_by_issuer ON crl(issuer, id);

-- The newest list of each issuer, in pieces that fit a record.
CREATE TABLE crl_piece(
    id INTEGER PRIMARY KEY,
    crl INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE INDEX crl_piece_by_crl ON crl_piece(crl, id);

-- Entry n of the journal is row n + 1.
CREATE TABLE journal(
    id INTEGER PRIMARY KEY,
    entry BLOB NOT NULL
) STRICT;

-- What an entry keeps only the salted hash of; the row has the entry's id.
CREATE TABLE journal_detail(
    id INTEGER PRIMARY KEY,
    salt BLOB NOT NULL,
    details BLOB NOT NULL
) STRICT;

-- The row's id is the bundle number.
CREATE TABLE delivery(
    id INTEGER PRIMARY KEY,
    begun INTEGER NOT NULL,
    target TEXT NOT NULL,
    delivered INTEGER
) STRICT;
