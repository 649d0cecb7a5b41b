-- A device need not hold a certificate: then its `certificate` is 0 and it has a row in `pairing`.
ALTER TABLE device ADD COLUMN seen INTEGER;     -- when it was first seen to use a credential; none if it never was
ALTER TABLE device ADD COLUMN seen_by TEXT;     -- how we know: 'hub-log', 'probe', 'renewal', 'owner' or 'before'
UPDATE device SET seen = added, seen_by = 'before';

CREATE INDEX device_by_added ON device(added);

-- What pairs a device that will never hold a certificate.
CREATE TABLE pairing(
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL UNIQUE,    -- its UUID
    kind TEXT NOT NULL,             -- the kind of code, such as 'matter-qr'
    since INTEGER NOT NULL,
    kept_at TEXT NOT NULL,          -- where the code is written down, in the owner's words
    taken_back INTEGER,
    taken_back_for TEXT             -- an RFC 5280 name, where taken back
) STRICT;

-- By what a device, or a copy of its label, is known again. Kept for as long as the device, revoked or not.
CREATE TABLE mark(
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL,           -- its UUID
    sort TEXT NOT NULL,             -- 'key', 'key-part', 'secret', 'serial', 'address' or 'short-name'
    value TEXT NOT NULL             -- hex in lower case; of a secret only its SHA-256
) STRICT;

CREATE INDEX mark_by_value ON mark(value, sort);
CREATE INDEX mark_by_device ON mark(device);

-- The code on the box of a device, sealed again inside.
CREATE TABLE setup_code(
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL UNIQUE,    -- its UUID
    kind TEXT NOT NULL,
    kept INTEGER NOT NULL,          -- since when
    sealed BLOB NOT NULL,
    photo BLOB                      -- a picture of the label, sealed the same way
) STRICT;

-- What a zone asks of the devices that join it. A zone without a row asks for nothing.
CREATE TABLE zone_rules(
    id INTEGER PRIMARY KEY,
    zone TEXT NOT NULL UNIQUE,
    set_up TEXT NOT NULL,           -- 'at-once' or 'fresh-key': first a certificate of the onboarding zone, then another key
    pairing TEXT NOT NULL,          -- 'any-time' or 'in-window'
    attestation TEXT NOT NULL       -- the least grade: 'none', 'claimed' or 'attested'
) STRICT;

-- When devices may join zones that ask for an opened window. One row at most.
CREATE TABLE pairing_window(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    closes INTEGER NOT NULL
) STRICT;

-- Attempts to pass for another device, until the owner has looked at them.
CREATE TABLE alarm(
    id INTEGER PRIMARY KEY,
    raised INTEGER NOT NULL,
    code TEXT NOT NULL,             -- of the finding that refused
    device TEXT NOT NULL,           -- the UUID of the device that it passed for, or empty
    facts TEXT NOT NULL,            -- what the finding named, one a line
    seen INTEGER                    -- when the owner had looked at it
) STRICT;

-- Whom the owner trusts to vouch for devices.
CREATE TABLE trust_anchor(
    id INTEGER PRIMARY KEY,
    use TEXT NOT NULL,              -- 'paa', 'cd-signer' or 'maker'
    fingerprint TEXT NOT NULL,      -- of the whole certificate
    added INTEGER NOT NULL,
    der BLOB NOT NULL,
    UNIQUE (use, fingerprint)
) STRICT;

-- How a device was attested; one row a device at most. A device without one was shown with nothing.
CREATE TABLE attestation(
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL UNIQUE,    -- its UUID
    grade TEXT NOT NULL,            -- 'none', 'claimed' or 'attested'
    reason TEXT NOT NULL,
    certificate TEXT,               -- fingerprint of the device's certificate by its maker
    anchor TEXT,                    -- fingerprint of the certificate on the trust list that it leads to
    at INTEGER NOT NULL
) STRICT;

-- Where the home delivers. What opens there is in `private_key`, named 'hub ' and the hub's name.
CREATE TABLE hub(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL,          -- a URI without a secret
    access TEXT NOT NULL,           -- 'none', 'key', 'password' or 'certificate'
    added INTEGER NOT NULL,
    host_key TEXT                   -- of its SSH server, as OpenSSH prints it; none until the owner has compared it
) STRICT;

-- What hubs said of what they took, as they signed it.
CREATE TABLE receipt(
    id INTEGER PRIMARY KEY,
    hub TEXT NOT NULL,
    read INTEGER NOT NULL,
    place TEXT NOT NULL,            -- where it lay
    signed BLOB NOT NULL            -- CMS
) STRICT;

CREATE INDEX receipt_by_hub ON receipt(hub);

-- By which hubs name a bundle in their receipts. A row's id is the bundle's number.
CREATE TABLE signed_manifest(
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL
) STRICT;

-- With which key a hub tries its listeners, as its first receipt said.
CREATE TABLE probe_key(
    id INTEGER PRIMARY KEY,
    hub TEXT NOT NULL UNIQUE,
    spki BLOB NOT NULL
) STRICT;

-- Lists are signed for the time to come as well: those of one signing are a series.
ALTER TABLE crl ADD COLUMN series INTEGER NOT NULL DEFAULT 0;   -- the id of the first of them
ALTER TABLE crl ADD COLUMN canaries INTEGER NOT NULL DEFAULT 0; -- how many it names beside its entries
UPDATE crl SET series = id;

CREATE INDEX crl_by_series ON crl(series, id);

-- Parts of lists: each list is, in the order of their ids, those parts whose first list is it or one before it in the series,
-- and whose last is it or one after it. Lists that were signed before there were parts are kept in crl_piece.
CREATE TABLE crl_part(
    id INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE INDEX crl_part_by_list ON crl_part(first, last);

-- What listeners are tried with: a control, which is valid, and canaries, each revoked by a list.
CREATE TABLE probe_certificate(
    id INTEGER PRIMARY KEY,
    zone TEXT NOT NULL,
    prober TEXT NOT NULL,           -- a hub's name; empty for this home itself
    list TEXT,                      -- the number of the list that revokes it; none for a control
    revoked INTEGER,                -- when that list begins
    ends INTEGER NOT NULL,
    der BLOB NOT NULL
) STRICT;

CREATE INDEX probe_certificate_by_zone ON probe_certificate(zone, prober);

-- A device that leaves the home for good, or has left.
CREATE TABLE retirement(
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL UNIQUE,    -- its UUID
    begun INTEGER NOT NULL,
    ended INTEGER,                  -- when all was done
    entry INTEGER,                  -- the number of the journal's entry that says so
    repurposed INTEGER              -- since when its code may be used by another device
) STRICT;

-- What the owner said is done; what the home knows by itself has no row.
CREATE TABLE retirement_step(
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL,           -- its UUID
    step TEXT NOT NULL,             -- 'hub', 'accounts' or 'factory-reset'
    confirmed INTEGER NOT NULL,
    UNIQUE (device, step)
) STRICT;

-- By what a device is known elsewhere: only what it is called, never the access itself.
CREATE TABLE account(
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL,           -- its UUID
    name TEXT NOT NULL,
    sort TEXT NOT NULL,             -- 'access-token' or 'vendor-cloud'
    added INTEGER NOT NULL,
    removed INTEGER,                -- when the owner ticked it off
    UNIQUE (device, name)
) STRICT;

-- The listeners of hubs that are tried. A RADIUS secret is in `private_key`, named 'listener ' and the hub, zone and address.
CREATE TABLE listener(
    id INTEGER PRIMARY KEY,
    hub TEXT NOT NULL,
    zone TEXT NOT NULL,
    address TEXT NOT NULL,          -- a URI
    added INTEGER NOT NULL,
    UNIQUE (hub, zone, address)
) STRICT;

-- What became of trying them.
CREATE TABLE probe(
    id INTEGER PRIMARY KEY,
    listener INTEGER NOT NULL,
    at INTEGER NOT NULL,
    list TEXT NOT NULL,             -- the number of the list whose canary was shown, decimal
    canary_serial TEXT NOT NULL,
    canary TEXT NOT NULL,           -- 'accepted', 'refused' or 'unreachable', and why
    control_serial TEXT NOT NULL,
    control TEXT NOT NULL
) STRICT;

CREATE INDEX probe_by_listener ON probe(listener, id);

-- How the home comes to brokers as their administrator. The password is in `private_key`, named 'broker ' and the hub's name.
CREATE TABLE broker_admin(
    id INTEGER PRIMARY KEY,
    hub TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL,          -- a URI
    user TEXT NOT NULL,
    added INTEGER NOT NULL
) STRICT;

-- The issuers of zones that the root took back.
CREATE TABLE withdrawn(
    id INTEGER PRIMARY KEY,
    zone TEXT NOT NULL,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL,           -- an RFC 5280 name
    certificate BLOB NOT NULL
) STRICT;

-- Issuers that the root took back and that were lost with an earlier file of the home.
CREATE TABLE superseded(
    id INTEGER PRIMARY KEY,
    serial TEXT NOT NULL UNIQUE,
    not_after INTEGER NOT NULL,     -- the root's list names it until then
    at INTEGER NOT NULL,
    reason TEXT NOT NULL            -- an RFC 5280 name
) STRICT;

-- The change of the home's root: under way, or the last one. One row at most. The key of a new root is in `private_key`, named
-- 'next root' until it is the home's.
CREATE TABLE rollover(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    begun INTEGER NOT NULL,
    old_root BLOB NOT NULL,
    new_root BLOB NOT NULL,
    new_with_old BLOB NOT NULL,     -- the new root's key, signed by the old root
    old_with_new BLOB NOT NULL,
    finished INTEGER,               -- since when the new root is the home's
    next_token TEXT                 -- where the new root's key is, if it is on a token: a PKCS#11 URI
) STRICT;

-- Devices that trust the new root.
CREATE TABLE knows_root(
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL UNIQUE,    -- its UUID
    since INTEGER NOT NULL
) STRICT;

-- Devices that got the new root in a file, with their certificate. Whether they trust it is not known by that.
CREATE TABLE handed_root(
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL UNIQUE,    -- its UUID
    at INTEGER NOT NULL
) STRICT;

-- What issuers had before a new root certified their key again. If one of them is taken back, these are too.
CREATE TABLE recertified(
    id INTEGER PRIMARY KEY,
    issuer TEXT NOT NULL,           -- as `issuer.role`, or `intermediate.name`
    serial TEXT NOT NULL UNIQUE,
    not_after INTEGER NOT NULL
) STRICT;

-- The recovery sheets that are in force: what is known of them, never what is on them. One row at most.
CREATE TABLE recovery_set(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    issued INTEGER NOT NULL,
    set_identifier INTEGER NOT NULL,    -- the number that the shares have in common
    group_threshold INTEGER NOT NULL,
    groups TEXT NOT NULL,               -- threshold and members of each group, such as '2/3 1/1'
    slot INTEGER NOT NULL,              -- the slot that they open
    drilled INTEGER                     -- when a drill last proved them
) STRICT;

CREATE TABLE recovery_sheet(
    id INTEGER PRIMARY KEY,
    share_group INTEGER NOT NULL,
    share_member INTEGER NOT NULL,
    share_threshold INTEGER NOT NULL,
    kept_at TEXT NOT NULL               -- in the owner's words; empty if nothing was said
) STRICT;

-- The issuers of other programs that the root certified.
CREATE TABLE intermediate(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,      -- never a zone's
    added INTEGER NOT NULL,
    certificate BLOB NOT NULL,
    revoked INTEGER,                -- when the root took it back
    reason TEXT                     -- an RFC 5280 name, where it did
) STRICT;

-- Ceremonies. One is under way at most.
CREATE TABLE ceremony(
    id INTEGER PRIMARY KEY,
    script TEXT NOT NULL,               -- as it stands in its file
    setting TEXT NOT NULL,              -- who takes part, and with what: canonical JSON
    state TEXT NOT NULL                 -- 'open', 'held' or 'stopped'
) STRICT;

CREATE TABLE ceremony_step(
    id INTEGER PRIMARY KEY,
    ceremony INTEGER NOT NULL,
    number INTEGER NOT NULL,
    step TEXT NOT NULL,                 -- when, by whom, and what was written down: canonical JSON
    UNIQUE (ceremony, number)
) STRICT;

-- What is left of a ceremony that was held. The id is the ceremony's.
CREATE TABLE transcript(
    id INTEGER PRIMARY KEY,
    document BLOB NOT NULL,             -- canonical JSON
    signature BLOB NOT NULL             -- CMS, detached, by the root
) STRICT;

-- Issuers that another program made and the home took over with their keys.
CREATE TABLE adopted(
    id INTEGER PRIMARY KEY,
    issuer TEXT NOT NULL UNIQUE,    -- 'root' or a zone
    source TEXT NOT NULL,           -- 'openssl', 'easy-rsa', 'step-ca' or 'xca'
    at INTEGER NOT NULL,
    last_number TEXT,               -- of the last list that it signed there, decimal; none if that is not known
    certificate BLOB NOT NULL       -- as it was there
) STRICT;

-- What such an issuer had issued before, as far as the other program kept it.
CREATE TABLE adopted_certificate(
    id INTEGER PRIMARY KEY,
    issuer TEXT NOT NULL,
    serial TEXT NOT NULL,
    subject TEXT NOT NULL,          -- as the other program wrote it
    ends INTEGER NOT NULL,
    revoked INTEGER,
    reason TEXT,                    -- an RFC 5280 name, where revoked
    UNIQUE (issuer, serial)
) STRICT;

CREATE INDEX adopted_certificate_revoked ON adopted_certificate(issuer) WHERE revoked IS NOT NULL;

-- In which zones devices may have a kind of key. A kind without a row may be in every zone.
CREATE TABLE key_profile(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    zones TEXT NOT NULL             -- one a line; empty for every zone
) STRICT;

-- The experimental parallel root, which nothing trusts, and its certificates for the issuers' keys.
CREATE TABLE parallel_certificate(
    id INTEGER PRIMARY KEY,
    holder TEXT NOT NULL UNIQUE,    -- 'root', 'services' or a zone
    kind TEXT NOT NULL,             -- 'ml-dsa-65' or 'slh-dsa-sha2-128s'
    der BLOB NOT NULL
) STRICT;

-- Devices that came with the house and wait to be set up again.
CREATE TABLE waiting(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,  -- the name for comparing: no capitals, NFC
    type TEXT NOT NULL,
    location TEXT NOT NULL,
    zone TEXT NOT NULL,
    address TEXT NOT NULL,
    ends INTEGER,                   -- its last certificate in the home before, if it had one
    accounts TEXT NOT NULL,         -- one a line: the sort, a space, its name; only the sort where that is not told
    since INTEGER NOT NULL,
    kind TEXT,                      -- of the code from its box, if one came with it
    sealed BLOB                     -- that code, sealed as private keys are
) STRICT;

-- Pictures of their labels, sealed as private keys are. The id is the waiting device's.
CREATE TABLE waiting_photo(
    id INTEGER PRIMARY KEY,
    sealed BLOB NOT NULL
) STRICT;

-- The hand-over of this house by its seller. One row at most.
CREATE TABLE sale(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    made INTEGER NOT NULL,
    package BLOB NOT NULL,          -- SHA-256 of the package
    proof BLOB NOT NULL,            -- SHA-256 of what whoever has opened it can tell
    devices INTEGER NOT NULL,
    codes INTEGER NOT NULL,
    ending INTEGER,                 -- since when all that this home signed is revoked
    receipt BLOB,                   -- the buyer's, CMS with its content; none if it was ended without one
    closed INTEGER                  -- since when nothing is signed any more
) STRICT;

-- What this home began with, if it began with a package. One row at most.
CREATE TABLE received(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sellers_root BLOB NOT NULL,     -- SHA-256 of its certificate
    receipt BLOB NOT NULL           -- CMS with its content, signed by this home's root
) STRICT;
