namespace MeliBot.Dialogs.Playbooks;

/// <summary>What a folder holds, as far as its directory says: enough to see that something was written.</summary>
internal static class FolderState
{
    /// <returns>Null while it can't be read, as in the middle of a replacement.</returns>
    public static string? Of(string path)
    {
        try
        {
            return string.Join('\n', new DirectoryInfo(path)
                .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 8, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
                .Select(f => $"{f.FullName}|{f.Length}|{f.LastWriteTimeUtc.Ticks}")
                .Order(StringComparer.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
