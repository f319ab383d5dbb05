-- Every check's result, for a day.
CREATE TABLE result (
    app     TEXT    NOT NULL,
    at      BIGINT  NOT NULL,
    latency INTEGER NOT NULL,
    good    INTEGER NOT NULL,
    PRIMARY KEY (app, at)
);

CREATE INDEX result_at ON result (at);

-- What the results of a minute, an hour or a day come to. Latencies, in milliseconds, are those of good answers.
CREATE TABLE rollup (
    span        TEXT    NOT NULL,
    app         TEXT    NOT NULL,
    begins      BIGINT  NOT NULL,
    checks      INTEGER NOT NULL,
    failures    INTEGER NOT NULL,
    latency_sum BIGINT  NOT NULL,
    latency_max INTEGER NOT NULL,
    PRIMARY KEY (span, app, begins)
);

CREATE INDEX rollup_begins ON rollup (span, begins);

-- Up to when each span has been rolled up.
CREATE TABLE rolled_up (
    span  TEXT   NOT NULL PRIMARY KEY,
    until BIGINT NOT NULL
);

CREATE INDEX outage_app ON outage (app, began);

-- What the monitor signs the addresses of badges and feeds with.
CREATE TABLE secret (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
