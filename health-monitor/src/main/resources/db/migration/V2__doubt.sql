-- What an outage is withheld for: the key of a shared part that is down too, or `maintenance`.
ALTER TABLE outage ADD COLUMN held_by TEXT;
-- The titles of the apps that cannot be reached without what is down.
ALTER TABLE outage ADD COLUMN behind TEXT;
-- The app's newest rollout when the outage began, in words, and whether it was under way.
ALTER TABLE outage ADD COLUMN rollout TEXT;
ALTER TABLE outage ADD COLUMN rolling INTEGER NOT NULL DEFAULT 0;
-- Who has seen it and until when nobody need be reminded.
ALTER TABLE outage ADD COLUMN ack_by TEXT;
ALTER TABLE outage ADD COLUMN ack_at BIGINT;
ALTER TABLE outage ADD COLUMN ack_until BIGINT;

-- What the certificate of something watched was last seen to be, and for how many days left its people were last warned.
CREATE TABLE certificate (
    app     TEXT    NOT NULL PRIMARY KEY,
    expires BIGINT  NOT NULL,
    warned  INTEGER NOT NULL
);

-- What a notice says of one certificate.
CREATE TABLE notice_certificate (
    notice  TEXT    NOT NULL REFERENCES notice (id),
    host    TEXT    NOT NULL,
    expires BIGINT  NOT NULL,
    days    INTEGER NOT NULL,
    at      BIGINT  NOT NULL,
    PRIMARY KEY (notice, host)
);

-- Times in which outages are expected. Until is the end of the first one; zone is where a repeated one keeps its hour.
CREATE TABLE maintenance (
    id      TEXT   NOT NULL PRIMARY KEY,
    app     TEXT,
    reason  TEXT   NOT NULL,
    starts  BIGINT NOT NULL,
    until   BIGINT NOT NULL,
    repeats TEXT   NOT NULL,
    zone    TEXT   NOT NULL,
    made_by TEXT   NOT NULL,
    made    BIGINT NOT NULL,
    removed BIGINT
);
