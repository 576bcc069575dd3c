namespace MeliBot.Browser.Tests.Stage;

/// <summary>The browser that the journeys drive: the system's Chromium, without its windows where that comes by itself, and never one that is downloaded.</summary>
public static class Chromium
{
    public const string Missing = "There is no Chromium on this machine. Install it (apt-get install chromium), or name one in CHROMIUM.";

    private static readonly string[] Usual = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    /// <summary>Null where there is none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? (File.Exists(named) ? named : null) : Usual.FirstOrDefault(File.Exists);
}
