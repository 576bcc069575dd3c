namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>A file beside the database that the operating system unlocks when its process ends, however it ends.</summary>
internal sealed class HostLock : IDisposable
{
    // What Unix calls ENOSPC and EROFS.
    private const int DiskFull = 28;
    private const int ReadOnly = 30;

    private readonly FileStream _file;

    private HostLock(FileStream file) => _file = file;

    public static HostLock Take(string databasePath)
    {
        var path = databasePath + ".lock";
        try
        {
            return new HostLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e.HResult is DiskFull or ReadOnly)
        {
            throw new DeliveryUnavailableException($"The store {databasePath} can't be opened: {e.Message} Free space, or give this user the right to write the file and its folder.", e);
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
