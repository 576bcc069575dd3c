namespace MeliBot.Benchmarks.Running;

/// <summary>A database's folder for one run.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("melibot-benchmark-").FullName;

    public string Path => _path;

    public string Database => System.IO.Path.Combine(_path, "melibot.db");

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
