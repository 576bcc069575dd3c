namespace MeliBot.Benchmarks.Running;

/// <summary>Finds what the build made beside this program.</summary>
internal static class Artifacts
{
    /// <param name="project">A project that this one builds first.</param>
    public static string Assembly(string project)
    {
        // artifacts/bin/{this project}/{configuration}/
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var file = Path.Combine(configuration.Parent!.Parent!.FullName, project, configuration.Name, project + ".dll");
        return File.Exists(file) ? file : throw new FileNotFoundException($"{project} isn't built: build MeliBot.sln first.", file);
    }
}
