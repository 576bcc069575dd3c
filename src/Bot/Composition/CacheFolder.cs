namespace MeliBot.Bot.Composition;

/// <summary>Where what can be made again is kept: a cache of the user's own.</summary>
internal static class CacheFolder
{
    /// <summary>Names the folder itself, whatever the machine's custom.</summary>
    public const string Variable = "MELIBOT_CACHE";

    /// <value><c>MELIBOT_CACHE</c>, else <c>melibot</c> in the machine's folder for caches: <c>XDG_CACHE_HOME</c> or <c>~/.cache</c>, <c>~/Library/Caches</c>, or the local application data.</value>
    public static string Path { get; } = Find();

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return System.IO.Path.GetFullPath(named);
        return System.IO.Path.Combine(Caches(), "melibot");
    }

    private static string Caches()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg && System.IO.Path.IsPathFullyQualified(xdg)) return xdg;
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        // A service may have no home.
        if (home.Length == 0) return System.IO.Path.GetTempPath();
        return OperatingSystem.IsMacOS() ? System.IO.Path.Combine(home, "Library", "Caches") : System.IO.Path.Combine(home, ".cache");
    }
}
