-- Times are epoch milliseconds, UTC. The same statements run on SQLite and on PostgreSQL.

-- The local directory. `words` is what a search looks through: name and e-mail address in small letters.
CREATE TABLE person (
    id    TEXT NOT NULL PRIMARY KEY,
    name  TEXT NOT NULL,
    email TEXT NOT NULL,
    words TEXT NOT NULL
);

CREATE INDEX person_name ON person (words, id);

CREATE TABLE access_group (
    name        TEXT NOT NULL PRIMARY KEY,
    description TEXT NOT NULL
);

CREATE TABLE membership (
    person       TEXT NOT NULL REFERENCES person (id),
    access_group TEXT NOT NULL REFERENCES access_group (name),
    PRIMARY KEY (person, access_group)
);

CREATE INDEX membership_group ON membership (access_group, person);

-- The access graph's edges that a person has set. What nobody has set, fleet.yaml says. `kind` is REQUIRES or OWNERS (of
-- an app), or GROUP_OWNERS; a row here with no edges means that somebody took the last one away.
CREATE TABLE edges_set (
    kind    TEXT   NOT NULL,
    subject TEXT   NOT NULL,
    set_by  TEXT   NOT NULL,
    set_at  BIGINT NOT NULL,
    PRIMARY KEY (kind, subject)
);

CREATE TABLE edge (
    kind    TEXT NOT NULL,
    subject TEXT NOT NULL,
    object  TEXT NOT NULL,
    PRIMARY KEY (kind, subject, object),
    FOREIGN KEY (kind, subject) REFERENCES edges_set (kind, subject)
);

-- Who changed what, when. Rows are only ever added.
CREATE TABLE audit_entry (
    number       BIGINT NOT NULL PRIMARY KEY,
    at           BIGINT NOT NULL,
    actor        TEXT   NOT NULL,
    actor_name   TEXT   NOT NULL,
    action       TEXT   NOT NULL,
    subject      TEXT   NOT NULL,
    before_value TEXT   NOT NULL,
    after_value  TEXT   NOT NULL,
    words        TEXT   NOT NULL
);

CREATE INDEX audit_subject ON audit_entry (subject, number);
