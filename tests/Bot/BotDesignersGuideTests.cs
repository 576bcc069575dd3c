using System.Text;
using System.Text.RegularExpressions;

namespace MeliBot.Bot.Tests;

/// <summary>Does what docs/bot-designers.md tells a designer to do, and sees what it says one sees.</summary>
public sealed partial class BotDesignersGuideTests : IDisposable
{
    private static readonly string Guide = Path.Combine(FindRepository(), "docs", "bot-designers.md");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("melibot-guide-");

    [Fact]
    public async Task Every_step_of_the_ten_minutes_gives_what_the_guide_shows()
    {
        var guide = await File.ReadAllTextAsync(Guide, TestContext.Current.CancellationToken);
        var seen = new StringBuilder();
        var at = 0;
        foreach (Match block in Block().Matches(guide))
        {
            seen.Append(guide, at, block.Index - at);
            at = block.Index + block.Length;
            seen.Append(await DoAsync(block));
        }

        seen.Append(guide, at, guide.Length - at);
        if (Environment.GetEnvironmentVariable("WRITE_EXPECTED") is "1") await File.WriteAllTextAsync(Guide, seen.ToString(), TestContext.Current.CancellationToken);
        else Steady(seen.ToString()).ShouldBe(Steady(guide), "WRITE_EXPECTED=1 writes what is seen now");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Scores may differ in their last digit between processors, and the version with every edit of what ships.</summary>
    private static string Steady(string guide) => Changing().Replace(guide, "#");

    /// <returns>The block with what one really sees.</returns>
    private async Task<string> DoAsync(Match block)
    {
        var (language, file, body) = (block.Groups["language"].Value, block.Groups["file"].Value, block.Groups["body"].Value);
        if (language is "yaml" or "json" && file.Length > 0)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder.FullName, file))!);
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, file), body, TestContext.Current.CancellationToken);
            return block.Value;
        }

        if (language != "console") return block.Value;
        var command = body.Split('\n')[0];
        command.ShouldStartWith("$ melibot ");
        var run = await ConsoleRun.OfAsync(Words().Matches(command["$ melibot ".Length..]).Select(w => w.Value.Trim('"')), folder: _folder.FullName);
        var output = (run.Out + run.Error).TrimEnd('\n');
        return $"```console\n{command}\n{output}{(output.Length > 0 ? "\n" : "")}```";
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MeliBot.sln"))) folder = folder.Parent;
        return folder.ShouldNotBeNull().FullName;
    }

    [GeneratedRegex(@"```(?<language>\w+)(?: (?<file>\S+))?\n(?<body>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\b0\.[0-9]{2}\b|\b[0-9a-f]{12}\b", RegexOptions.None, 1000)]
    private static partial Regex Changing();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
