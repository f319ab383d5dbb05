-- Requests to be let into an app. `joined` has one group a line.
CREATE TABLE access_request (
    id            TEXT PRIMARY KEY,
    app           TEXT NOT NULL,
    person        TEXT NOT NULL,
    person_name   TEXT NOT NULL,
    person_email  TEXT NOT NULL,
    reason        TEXT NOT NULL,
    asked_at      BIGINT NOT NULL,
    lapses_at     BIGINT NOT NULL,
    state         TEXT NOT NULL,
    decided_by    TEXT,
    decider_name  TEXT,
    decider_email TEXT,
    decided_at    BIGINT,
    word          TEXT,
    granted_until BIGINT,
    joined        TEXT NOT NULL,
    warned        INTEGER NOT NULL,
    ended_at      BIGINT,
    version       BIGINT NOT NULL
);

-- Nobody waits twice for the same thing, however often they click.
CREATE UNIQUE INDEX access_request_pending ON access_request (app, person) WHERE state = 'PENDING';
CREATE INDEX access_request_person ON access_request (person, asked_at);
CREATE INDEX access_request_state ON access_request (state, asked_at);

-- Mails: written with what they tell of in one transaction, sent after.
CREATE TABLE mail (
    id            TEXT PRIMARY KEY,
    recipient     TEXT NOT NULL,
    subject       TEXT NOT NULL,
    body_text     TEXT NOT NULL,
    body_html     TEXT NOT NULL,
    state         TEXT NOT NULL,
    made          BIGINT NOT NULL,
    due           BIGINT NOT NULL,
    attempts      INTEGER NOT NULL,
    claimed_until BIGINT,
    settled       BIGINT,
    trouble       TEXT
);

CREATE INDEX mail_due ON mail (state, due);
