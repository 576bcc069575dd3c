namespace MeliBot.Browser.Tests.Stage;

/// <summary>Finds what the build made beside this program.</summary>
internal static class Artifacts
{
    // artifacts/bin/{this project}/{configuration}/
    private static readonly DirectoryInfo Configuration = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>Where pictures of failures and for the guides go.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Configuration.Parent!.Parent!.Parent!.FullName, "test-results", "browser")).FullName;

    /// <param name="project">For example <c>MeliBot.Bot</c>.</param>
    public static string Assembly(string project)
    {
        var file = Path.Combine(Configuration.Parent!.Parent!.FullName, project, Configuration.Name, project + ".dll");
        return File.Exists(file) ? file : throw new FileNotFoundException($"{project} isn't built: build MeliBot.sln first.", file);
    }
}
