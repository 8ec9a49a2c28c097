-- One text for SQLite and PostgreSQL: BIGINT, TEXT, BYTEA; times in seconds since 1970-01-01 UTC; ids in 32
-- hexadecimal digits.

CREATE TABLE residents (
    id          TEXT   PRIMARY KEY,
    city        BIGINT NOT NULL,
    name        TEXT   NOT NULL,
    number      TEXT   NOT NULL UNIQUE,
    helper      BIGINT NOT NULL,
    scored      BIGINT NOT NULL
);

CREATE TABLE records (
    id          TEXT   PRIMARY KEY,
    resident    TEXT   NOT NULL REFERENCES residents (id),
    item        TEXT   NOT NULL,
    counts_from TEXT   NOT NULL,
    counts_until TEXT
);
CREATE INDEX records_of_resident ON records (resident);

CREATE TABLE perks (
    number      BIGINT PRIMARY KEY,
    name_zh     TEXT   NOT NULL,
    name_en     TEXT   NOT NULL,
    benefit_zh  TEXT   NOT NULL,
    benefit_en  TEXT   NOT NULL,
    tier        BIGINT NOT NULL,
    strict      BIGINT NOT NULL,
    paper       BIGINT NOT NULL
);

CREATE TABLE merchants (
    id          TEXT   PRIMARY KEY,
    number      TEXT   NOT NULL,
    name_zh     TEXT   NOT NULL,
    name_en     TEXT   NOT NULL,
    category_zh TEXT   NOT NULL,
    category_en TEXT   NOT NULL,
    address_zh  TEXT   NOT NULL,
    address_en  TEXT   NOT NULL,
    district    BIGINT NOT NULL,
    latitude    BIGINT NOT NULL,
    longitude   BIGINT NOT NULL,
    hours       TEXT   NOT NULL,
    -- A bit set of perk numbers, as in a code.
    perks       BIGINT NOT NULL
);

CREATE TABLE tills (
    id          TEXT   PRIMARY KEY,
    merchant    TEXT   NOT NULL REFERENCES merchants (id)
);

CREATE TABLE officers (
    id          TEXT   PRIMARY KEY,
    name        TEXT   NOT NULL,
    office      TEXT   NOT NULL
);

-- Only a hash of a session's token is kept: who reads this table can sign in as nobody.
CREATE TABLE sessions (
    token_hash  BYTEA  PRIMARY KEY,
    audience    TEXT   NOT NULL,
    subject     TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL
);
CREATE INDEX sessions_by_end ON sessions (expires_at);

-- One row: whether this is a demo city. Set by the first start and never changed.
CREATE TABLE mode (
    one         BIGINT PRIMARY KEY,
    demo        BIGINT NOT NULL
);
