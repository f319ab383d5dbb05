-- What people have set of an app's listing in the portal; a column that is null is fleet.yaml's to say.
CREATE TABLE listing (
    app         TEXT PRIMARY KEY,
    title       TEXT,
    description TEXT,
    team        TEXT,
    contact     TEXT,
    logo        TEXT,
    version     BIGINT NOT NULL,
    changed_at  BIGINT NOT NULL,
    changed_by  TEXT NOT NULL
);

-- Logos by what they look like. One that no listing names is a draft, and is removed after a day.
CREATE TABLE logo (
    hash  TEXT PRIMARY KEY,
    large BYTEA NOT NULL,
    small BYTEA NOT NULL,
    made  BIGINT NOT NULL
);
