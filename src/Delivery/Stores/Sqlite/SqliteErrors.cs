using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace MeliBot.Delivery.Stores.Sqlite;

internal static class SqliteErrors
{
    /// <summary>Says whether the failure is the file's or the machine's, not the statement's: repeating later may succeed.</summary>
    public static bool IsUnavailable(this SqliteException e) => e.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED or SQLITE_FULL or SQLITE_IOERR
        or SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_PROTOCOL or SQLITE_NOMEM or SQLITE_CORRUPT or SQLITE_NOTADB or SQLITE_PERM or SQLITE_AUTH;

    /// <summary>After these the connection's own view of the file isn't trusted any more.</summary>
    public static bool NeedsReopening(this SqliteException e) => e.SqliteErrorCode is SQLITE_IOERR or SQLITE_CANTOPEN or SQLITE_READONLY or SQLITE_CORRUPT or SQLITE_NOTADB;

    public static DeliveryUnavailableException ToUnavailable(this SqliteException e, string path)
    {
        var (what, todo) = e.SqliteErrorCode switch
        {
            SQLITE_FULL => ("the disk (or the file's own limit) is full", "Free space, or raise Delivery:Sqlite:MaxFileBytes if it is set; nothing needs to be restarted."),
            SQLITE_BUSY or SQLITE_LOCKED => ("another program holds a lock on it", "Close what has it open for writing (a database browser, a backup)."),
            SQLITE_READONLY or SQLITE_PERM or SQLITE_AUTH => ("it may not be written", "Give this user the right to write the file and its folder."),
            SQLITE_CORRUPT or SQLITE_NOTADB => ("it is damaged", "Stop, keep a copy of the file with its -wal, and restore the last backup."),
            _ => ($"reading or writing it failed (SQLite error {e.SqliteErrorCode}/{e.SqliteExtendedErrorCode})", "Look at the disk."),
        };
        return new DeliveryUnavailableException($"The store {path} can't be used now: {what}. Nothing was stored; repeat later. {todo}", e);
    }
}
