-- What the owner knows of a slot; the row has the slot's id. The slot itself says only what opens it and at what cost.
CREATE TABLE slot_note(
    id INTEGER PRIMARY KEY,
    name TEXT,                      -- none for the slot that a home began with
    added INTEGER NOT NULL,
    token_point BLOB,               -- the public half of the token's key, so that a lock can be made without the token
    token_uri TEXT                  -- where the token was found, RFC 7512
) STRICT;

-- The tokens on which the root key lies: the file then has only its certificate, or the key as well.
CREATE TABLE token(
    id INTEGER PRIMARY KEY,
    uri TEXT NOT NULL UNIQUE,       -- the key on the token, RFC 7512
    added INTEGER NOT NULL
) STRICT;
