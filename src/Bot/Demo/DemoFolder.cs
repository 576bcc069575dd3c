namespace MeliBot.Bot.Demo;

/// <summary>Database, settings and logs of one run; gone after a run that worked.</summary>
internal sealed class DemoFolder : IDisposable
{
    public DemoFolder() => Path = Directory.CreateTempSubdirectory("melibot-demo-").FullName;

    public string Path { get; }

    /// <summary>Leave it for a person to look at.</summary>
    public bool Keep { get; set; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Keep) return;
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // Left to the system's own cleaning of its temporary folder.
        }
    }
}
