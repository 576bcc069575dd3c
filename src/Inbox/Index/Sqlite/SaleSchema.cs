namespace MeliBot.Inbox.Index.Sqlite;

/// <summary>The board's tables. Each filter's index goes on with stage and rank, so that counters and the first cards are read from it alone.</summary>
internal static class SaleSchema
{
    public const string Tables =
        """

        CREATE TABLE sales (
            number  INTEGER PRIMARY KEY,
            account INTEGER NOT NULL,
            id      INTEGER NOT NULL,
            buyer   INTEGER,
            stage   INTEGER NOT NULL,
            deleted INTEGER NOT NULL,
            rank    INTEGER NOT NULL,
            shown   TEXT    NOT NULL,
            UNIQUE (account, id)
        );
        CREATE INDEX sales_stage ON sales (deleted, stage, rank);
        CREATE INDEX sales_account ON sales (account, deleted, stage, rank);
        CREATE INDEX sales_buyer ON sales (account, buyer) WHERE buyer IS NOT NULL;
        CREATE TABLE sale_tags (
            sale    INTEGER NOT NULL,
            tag     TEXT    NOT NULL,
            account INTEGER NOT NULL,
            stage   INTEGER NOT NULL,
            deleted INTEGER NOT NULL,
            rank    INTEGER NOT NULL,
            PRIMARY KEY (sale, tag)
        ) WITHOUT ROWID;
        CREATE INDEX sale_tags_tag ON sale_tags (tag, deleted, stage, rank, account);
        CREATE VIRTUAL TABLE sales_found USING fts5 (words, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
        """;
}
