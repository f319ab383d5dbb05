-- What the home page remembers of a person, by the token's sub.
CREATE TABLE favourite (
    person TEXT NOT NULL,
    app    TEXT NOT NULL,
    PRIMARY KEY (person, app)
);

CREATE TABLE recent (
    person TEXT NOT NULL,
    app    TEXT NOT NULL,
    opened BIGINT NOT NULL,
    PRIMARY KEY (person, app)
);

-- What admins want everybody to read until it ends.
CREATE TABLE announcement (
    id      TEXT PRIMARY KEY,
    words   TEXT NOT NULL,
    urgent  INTEGER NOT NULL,
    ends    BIGINT NOT NULL,
    made_by TEXT NOT NULL
);
