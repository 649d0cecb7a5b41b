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
