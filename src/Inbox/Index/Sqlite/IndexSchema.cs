namespace MeliBot.Inbox.Index.Sqlite;

internal static class IndexSchema
{
    /// <summary>Raised whenever the tables or what goes into them change: an index of another version is thrown away.</summary>
    public const int Version = 6;

    // rank is what lists are ordered by: how urgent it is among its state. Each filter's index ends with state and rank, so that counters and the first rows are read from it alone.
    public const string Tables =
        """
        CREATE TABLE conversations (
            number        INTEGER PRIMARY KEY,
            id            TEXT    NOT NULL UNIQUE,
            account       INTEGER NOT NULL,
            kind          TEXT    NOT NULL,
            item          TEXT,
            buyer         INTEGER,
            state         INTEGER NOT NULL,
            cause         INTEGER NOT NULL,
            reason        TEXT,
            agent         TEXT,
            owner         INTEGER NOT NULL,
            asked         INTEGER NOT NULL,
            open          INTEGER NOT NULL,
            waiting_since INTEGER,
            last_at       INTEGER NOT NULL,
            excerpt       TEXT    NOT NULL,
            title         TEXT,
            contact       TEXT,
            due_at        INTEGER,
            words         TEXT    NOT NULL,
            rank          INTEGER NOT NULL
        );
        CREATE INDEX conversations_state ON conversations (state, rank);
        CREATE INDEX conversations_account ON conversations (account, state, rank);
        CREATE INDEX conversations_agent ON conversations (agent, state, rank) WHERE agent IS NOT NULL;
        CREATE INDEX conversations_kind ON conversations (kind, state, rank);
        CREATE INDEX conversations_owner ON conversations (owner, state, rank);
        CREATE INDEX conversations_cause ON conversations (cause, state, rank) WHERE cause <> 0;
        CREATE INDEX conversations_item ON conversations (item);
        CREATE INDEX conversations_buyer ON conversations (buyer);
        CREATE VIRTUAL TABLE found USING fts5 (words, scope, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
        CREATE TABLE names (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE progress (only INTEGER PRIMARY KEY CHECK (only = 1), cursor INTEGER NOT NULL);
        """ + SaleSchema.Tables;
}
