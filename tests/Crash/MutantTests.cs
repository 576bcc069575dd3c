using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace MeliBot.Crash.Tests;

/// <summary>eng/mutants.sh breaks the product with these patches and takes minutes; here only that it still could.</summary>
public class MutantTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    public static TheoryData<string> Patches => [.. Directory.EnumerateFiles(Path.Combine(Root, "tests", "Crash", "Mutants"), "*.patch").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Patches))]
    public async Task A_mutant_still_applies_and_names_a_test_that_is_there(string patch)
    {
        Assert.SkipUnless(Path.Exists(Path.Combine(Root, ".git")), "The patches are held against a git checkout, and this isn't one.");
        var file = Path.Combine(Root, "tests", "Crash", "Mutants", patch);

        (await ApplyAsync(file)).ShouldBe("");
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        var project = Field(lines, "Project");
        var test = Field(lines, "Test").Split('.')[^1];
        Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(source => source.Contains($"{Path.DirectorySeparatorChar}{project}{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || source.Contains("Contracts", StringComparison.Ordinal))
            .Any(source => File.ReadAllText(source).Contains($" {test}(", StringComparison.Ordinal)).ShouldBeTrue($"{project} has no test {test}");
    }

    private static string Field(string[] lines, string name) => lines.Single(line => line.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];

    private static async Task<string> ApplyAsync(string patch)
    {
        var start = new ProcessStartInfo("git") { UseShellExecute = false, RedirectStandardError = true, WorkingDirectory = Root };
        foreach (var argument in (string[])["apply", "--check", patch])
            start.ArgumentList.Add(argument);
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git could not be started.");
        var errors = await git.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        return errors;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
