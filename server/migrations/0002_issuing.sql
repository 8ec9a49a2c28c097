-- Issuing. A token is not stored: what is stored is which places of a status list a person's tokens have.

CREATE TABLE challenges (
    challenge   BYTEA  PRIMARY KEY,
    resident    TEXT   NOT NULL REFERENCES residents (id),
    expires_at  BIGINT NOT NULL
);
CREATE INDEX challenges_by_end ON challenges (expires_at);

-- One status list of a city and a day; day 0 holds the printed cards. `used` places are given out in the order that
-- the secret seed shuffles them into.
CREATE TABLE shards (
    city        BIGINT NOT NULL,
    day         BIGINT NOT NULL,
    list        BIGINT NOT NULL,
    seed        BYTEA  NOT NULL,
    used        BIGINT NOT NULL,
    PRIMARY KEY (city, day, list)
);

-- The places `start` to `start + count − 1`, before shuffling, of one list.
CREATE TABLE batches (
    city        BIGINT NOT NULL,
    day         BIGINT NOT NULL,
    list        BIGINT NOT NULL,
    start       BIGINT NOT NULL,
    count       BIGINT NOT NULL,
    resident    TEXT   NOT NULL REFERENCES residents (id),
    purpose     TEXT   NOT NULL,
    minted_at   BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    revocation  TEXT,
    PRIMARY KEY (city, day, list, start)
);
CREATE INDEX batches_of_resident ON batches (resident, day);
CREATE INDEX batches_by_hour ON batches (minted_at);
CREATE INDEX batches_revoked ON batches (city, day, list) WHERE revocation IS NOT NULL;

CREATE TABLE revocations (
    id          TEXT   PRIMARY KEY,
    resident    TEXT   NOT NULL REFERENCES residents (id),
    officer     TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    note        TEXT   NOT NULL,
    revoked_at  BIGINT NOT NULL,
    tokens      BIGINT NOT NULL,
    receipt     BYTEA  NOT NULL
);
CREATE INDEX revocations_of_resident ON revocations (resident);

-- Who looked at a person's data or acted on it, and why. Rows are only ever added.
CREATE TABLE access_log (
    id          TEXT   PRIMARY KEY,
    at          BIGINT NOT NULL,
    officer     TEXT   NOT NULL,
    act         TEXT   NOT NULL,
    resident    TEXT,
    why         TEXT   NOT NULL
);
CREATE INDEX access_log_of_resident ON access_log (resident, at);

-- Nothing here leads to a person.
CREATE TABLE scans (
    id          TEXT   PRIMARY KEY,
    till        TEXT   NOT NULL REFERENCES tills (id),
    token       BYTEA  NOT NULL,
    at          BIGINT NOT NULL,
    perk        BIGINT,
    revoked     BIGINT NOT NULL
);
CREATE INDEX scans_of_token ON scans (token, at, id);

-- The private halves are files; a key without its file stops the server from starting.
CREATE TABLE issuing_keys (
    kid         TEXT   PRIMARY KEY,
    city        BIGINT NOT NULL,
    usage       TEXT   NOT NULL,
    public      BYTEA  NOT NULL,
    signs_from  BIGINT NOT NULL,
    not_before  BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    revoked_at  BIGINT
);

-- Counted up by whatever changes keys or lists; a running server notices.
CREATE TABLE issuing_version (
    one         BIGINT PRIMARY KEY,
    version     BIGINT NOT NULL
);
INSERT INTO issuing_version (one, version) VALUES (1, 1);
