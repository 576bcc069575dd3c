using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MeliBot.Architecture.Tests;

/// <summary>What the repository itself must hold to.</summary>
public class ContentTests
{
    [Fact]
    public void No_package_is_made_of_the_subset_that_stands_in_for_the_official_SDK() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "BotFramework"), "*.csproj", SearchOption.AllDirectories)
            .ShouldAllBe(file => !XDocument.Load(file).Descendants("IsPackable").Any());

    [Fact]
    public void The_subset_opens_its_internals_to_nobody() =>
        Sources("src/BotFramework").Where(file => File.ReadAllText(file).Contains("InternalsVisibleTo", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var broken = Documents()
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"\]\((?<to>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
                .Select(match => match.Groups["to"].Value)
                .Where(to => !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith("mailto:", StringComparison.Ordinal))
                .Where(to => !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, to)))
                .Select(to => $"{Path.GetRelativePath(Repository.Root, file)} -> {to}"))
            .ToList();

        broken.ShouldBeEmpty();
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".csproj", StringComparison.Ordinal));

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Repository.Root, "*.md").Concat(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories));
}
