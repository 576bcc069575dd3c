namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>A file beside the database that the operating system unlocks when its process ends, however it ends.</summary>
internal sealed class HostLock : IDisposable
{
    private readonly FileStream _file;

    private HostLock(FileStream file) => _file = file;

    public static HostLock Take(string databasePath)
    {
        var path = databasePath + ".lock";
        try
        {
            return new HostLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new StoreInUseException(
                $"The store {databasePath} is in use by another running host (it holds {path}). Two hosts on one SQLite file would answer the same question twice. "
                + "Stop the other host, or give this one a file of its own (Delivery:Sqlite:Path). Several hosts share the work on PostgreSQL.",
                e);
        }
    }

    // The file stays: deleting it would let a third host lock another file of the same name.
    public void Dispose() => _file.Dispose();
}
