-- The monitors that share this database; whose beat stands still is dead.
CREATE TABLE monitor (
    id   TEXT   NOT NULL PRIMARY KEY,
    beat BIGINT NOT NULL
);
