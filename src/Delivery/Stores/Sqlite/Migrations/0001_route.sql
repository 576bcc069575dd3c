-- Times are microseconds since 1970 (UTC). Numbers of states are those of the enums. Keys begin with the account, so that a sharded database can distribute by it.

CREATE TABLE conversations (
    account    INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    owner      INTEGER NOT NULL DEFAULT 0,
    agent      TEXT,
    meta       TEXT,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (account, id)
);

CREATE INDEX conversations_recent ON conversations (updated_at);

CREATE TABLE signals (
    account    INTEGER NOT NULL,
    topic      TEXT    NOT NULL,
    resource   TEXT    NOT NULL,
    state      INTEGER NOT NULL, -- 0 open, 1 done, 2 parked
    parked     INTEGER NOT NULL DEFAULT 0, -- 1 while the parking shows it
    generation INTEGER NOT NULL,
    attempts   INTEGER NOT NULL,
    first_at   INTEGER NOT NULL,
    last_at    INTEGER NOT NULL,
    due_at     INTEGER NOT NULL,
    source     TEXT    NOT NULL,
    reason     TEXT,
    PRIMARY KEY (account, topic, resource)
) WITHOUT ROWID;

CREATE INDEX signals_due ON signals (due_at, first_at) WHERE state = 0;

CREATE TABLE activities (
    number       INTEGER PRIMARY KEY,
    account      INTEGER NOT NULL,
    id           TEXT    NOT NULL,
    conversation TEXT    NOT NULL,
    role         INTEGER NOT NULL,
    order_key    TEXT    NOT NULL,
    payload      TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    turn         INTEGER NOT NULL,
    due_at       INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    reason       TEXT, -- of the last failed try
    UNIQUE (account, id),
    FOREIGN KEY (account, conversation) REFERENCES conversations (account, id)
);

CREATE INDEX activities_order ON activities (account, conversation, order_key, id);
CREATE INDEX activities_pending ON activities (account, conversation, order_key, id) WHERE turn = 1;
CREATE INDEX activities_due ON activities (due_at) WHERE turn = 1;

CREATE TABLE effects (
    number           INTEGER PRIMARY KEY, -- the order they were planned in
    account          INTEGER NOT NULL,
    key              TEXT    NOT NULL,
    conversation     TEXT    NOT NULL,
    kind             TEXT    NOT NULL,
    state            INTEGER NOT NULL,
    epoch            INTEGER NOT NULL,
    revision         INTEGER NOT NULL,
    attempt          INTEGER NOT NULL,
    author           TEXT    NOT NULL,
    payload          TEXT    NOT NULL,
    result           TEXT,
    reason           TEXT,
    activity         TEXT,
    chain            TEXT,
    position         INTEGER NOT NULL,
    due_at           INTEGER NOT NULL,
    sending_at       INTEGER,
    first_sending_at INTEGER,
    updated_at       INTEGER NOT NULL,
    owner_checked    INTEGER NOT NULL,
    leased           INTEGER NOT NULL DEFAULT 0, -- 1 while a worker holds it
    uncertain        INTEGER NOT NULL DEFAULT 0, -- 1 when an attempt may have reached the platform
    closed           INTEGER NOT NULL DEFAULT 0, -- 1 when it was seen that it can't be filled any more
    UNIQUE (account, key),
    FOREIGN KEY (account, conversation) REFERENCES conversations (account, id)
);

CREATE INDEX effects_conversation ON effects (account, conversation, number);
CREATE INDEX effects_due ON effects (due_at) WHERE state IN (0, 1, 5);

CREATE TABLE drafts (
    number       INTEGER PRIMARY KEY,
    account      INTEGER NOT NULL,
    id           TEXT    NOT NULL,
    conversation TEXT    NOT NULL,
    activity     TEXT    NOT NULL,
    state        INTEGER NOT NULL,
    payload      TEXT    NOT NULL,
    effects      TEXT    NOT NULL,
    staged       TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    decided_by   TEXT,
    decided_at   INTEGER,
    UNIQUE (account, id),
    FOREIGN KEY (account, conversation) REFERENCES conversations (account, id)
);

CREATE INDEX drafts_open ON drafts (account, conversation) WHERE state = 0;

CREATE TABLE turns (
    number       INTEGER PRIMARY KEY,
    account      INTEGER NOT NULL,
    id           TEXT    NOT NULL,
    conversation TEXT    NOT NULL,
    activity     TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    decision     TEXT    NOT NULL,
    payload      TEXT    NOT NULL,
    UNIQUE (account, id),
    FOREIGN KEY (account, conversation) REFERENCES conversations (account, id)
);

CREATE INDEX turns_conversation ON turns (account, conversation, number);

-- A deleted key stays as a row without value, so that its version never repeats.
CREATE TABLE state (
    account INTEGER NOT NULL,
    key     TEXT    NOT NULL,
    version INTEGER NOT NULL,
    value   TEXT,
    PRIMARY KEY (account, key)
);

CREATE TABLE records (
    kind    TEXT    NOT NULL,
    key     TEXT    NOT NULL,
    version INTEGER NOT NULL,
    value   TEXT,
    PRIMARY KEY (kind, key)
);

CREATE TABLE leases (
    name   TEXT    NOT NULL PRIMARY KEY,
    holder TEXT    NOT NULL,
    epoch  INTEGER NOT NULL,
    until  INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE parked (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    kind         INTEGER NOT NULL,
    account      INTEGER NOT NULL,
    conversation TEXT,
    key          TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    detail       TEXT,
    attempts     INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    UNIQUE (account, kind, key)
);

CREATE TABLE changes (
    sequence     INTEGER PRIMARY KEY AUTOINCREMENT,
    at           INTEGER NOT NULL,
    account      INTEGER NOT NULL,
    conversation TEXT,
    what         TEXT    NOT NULL,
    key          TEXT    NOT NULL
);
