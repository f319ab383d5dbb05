-- Times are epoch milliseconds, UTC. The same statements run on SQLite and on PostgreSQL.

CREATE TABLE app_health (
    app         TEXT    NOT NULL PRIMARY KEY,
    state       TEXT    NOT NULL,
    since       BIGINT,
    failures    INTEGER NOT NULL,
    successes   INTEGER NOT NULL,
    results     INTEGER NOT NULL,
    result_bits BIGINT  NOT NULL,
    last_at     BIGINT,
    last_seen   TEXT,
    good_at     BIGINT,
    good_seen   TEXT,
    bad_at      BIGINT,
    bad_seen    TEXT
);

CREATE TABLE outage (
    id           TEXT    NOT NULL PRIMARY KEY,
    app          TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    url          TEXT    NOT NULL,
    began        BIGINT  NOT NULL,
    ended        BIGINT,
    departed     INTEGER NOT NULL DEFAULT 0,
    again_seen   TEXT,
    good_at      BIGINT,
    good_seen    TEXT,
    bad_at       BIGINT  NOT NULL,
    bad_seen     TEXT    NOT NULL,
    reminders    INTEGER NOT NULL DEFAULT 0,
    remind_at    BIGINT  NOT NULL
);

-- An app has one outage at a time, whoever finds it.
CREATE UNIQUE INDEX outage_open ON outage (app) WHERE ended IS NULL;
CREATE INDEX outage_began ON outage (began);

-- One mail to one recipient. Until it is due for the first time, lines may join it.
CREATE TABLE notice (
    id            TEXT    NOT NULL PRIMARY KEY,
    recipient     TEXT    NOT NULL,
    sender        TEXT    NOT NULL,
    message_id    TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    made          BIGINT  NOT NULL,
    due           BIGINT  NOT NULL,
    attempts      INTEGER NOT NULL,
    claim         TEXT,
    claimed_until BIGINT,
    trouble       TEXT,
    settled       BIGINT
);

CREATE INDEX notice_waiting ON notice (recipient, made, id) WHERE state = 'WAITING';
CREATE INDEX notice_made ON notice (made);

-- What a notice says of one outage.
CREATE TABLE notice_line (
    notice TEXT   NOT NULL REFERENCES notice (id),
    outage TEXT   NOT NULL REFERENCES outage (id),
    kind   TEXT   NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (notice, outage, kind)
);

CREATE INDEX notice_line_outage ON notice_line (outage, kind);
