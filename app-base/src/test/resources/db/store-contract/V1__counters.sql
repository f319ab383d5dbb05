CREATE TABLE counter (name TEXT PRIMARY KEY, amount BIGINT NOT NULL);
CREATE TABLE entry (id BIGINT PRIMARY KEY, counter TEXT NOT NULL REFERENCES counter (name));
INSERT INTO counter (name, amount) VALUES ('a', 0), ('b', 0);
