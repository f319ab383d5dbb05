-- Tokens that machines show to the API. The token itself is not kept; revoked ones stay, so that the audit can name them.
CREATE TABLE machine_token (
    id      TEXT    NOT NULL PRIMARY KEY,
    name    TEXT    NOT NULL,
    sha256  TEXT    NOT NULL UNIQUE,
    writes  INTEGER NOT NULL,
    made_by TEXT    NOT NULL,
    made    BIGINT  NOT NULL,
    used    BIGINT,
    revoked BIGINT
);
