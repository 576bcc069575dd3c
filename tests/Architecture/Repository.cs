namespace MeliBot.Architecture.Tests;

internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MeliBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("MeliBot.sln isn't above the tests' output folder.");
    }
}
