using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Tests.Playbooks;

/// <summary>Every kind of mistake, with what is printed of it: one file a kind under <c>Wrong</c>.</summary>
public class WrongFilesTests
{
    private static readonly string Cases = Path.Combine(AppContext.BaseDirectory, "Playbooks", "Wrong");

    public static TheoryData<string> Names() => [.. Directory.EnumerateFiles(Cases, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_told_where_it_stands_with_why_and_what_to_do(string name)
    {
        var text = File.ReadAllText(Path.Combine(Cases, name + ".txt"));
        var says = text.IndexOf("\n#says\n", StringComparison.Ordinal);
        var files = text[..says].Split("#file ", StringSplitOptions.RemoveEmptyEntries).Select(f => (Path: f[..f.IndexOf('\n', StringComparison.Ordinal)], Text: f[(f.IndexOf('\n', StringComparison.Ordinal) + 1)..])).ToList();
        if (files.TrueForAll(f => f.Path != "playbook.yaml")) files.Add(("playbook.yaml", "playbook: shop\nvoices: [MLA]\n"));

        var reading = PlaybookReader.Read(new MemoryFolder("shop", files.Where(f => f.Text != "(none)\n").Select(f => new PlaybookFile(f.Path, Bytes(f.Text)))), Host);

        var said = string.Join("\n\n", reading.Diagnostics);
        if (Environment.GetEnvironmentVariable("WRITE_EXPECTED") is "1") File.WriteAllText(Path.Combine(SourceFolder(), name + ".txt"), $"{text[..says]}\n#says\n{said}\n");
        else said.ShouldBe(text[(says + 7)..].TrimEnd('\n'));
        reading.Diagnostics.ShouldContain(d => d.Code == name.Split('-')[0]);
    }

    [Fact]
    public void Every_kind_of_mistake_has_a_case()
    {
        var told = Names().Select(n => n.Data.Split('-')[0]).ToHashSet(StringComparer.Ordinal);
        Problems.All.Select(p => p.Code).Where(code => !told.Contains(code)).ShouldBeEmpty();
    }

    [Fact]
    public void No_two_kinds_of_mistakes_share_a_code() => Problems.All.GroupBy(p => p.Code).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    /// <summary>With WRITE_EXPECTED=1 what is printed now becomes what is expected; read the difference before you commit it.</summary>
    private static string SourceFolder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Wrong");

    private static PlaybookAbilities Host => new()
    {
        Dialogs = ["survey"],
        Acts = ["tag"],
        Guards = ["phone"],
        HeldOf = text => text.IndexOf("11 5555", StringComparison.Ordinal) is >= 0 and var at ? [new HeldText("phone", "it names a phone number", at, 7)] : [],
    };

    /// <summary>What a file can't show is written <c>\xE1</c>.</summary>
    private static byte[] Bytes(string text) => text.Contains("\\xE1", StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(text.Replace("\\xE1", "á", StringComparison.Ordinal)) : Encoding.UTF8.GetBytes(text);
}

internal static class Problems
{
    public static IReadOnlyList<Problem> All { get; } =
        [.. typeof(Problem).Assembly.GetTypes().SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public)).Where(f => f.FieldType == typeof(Problem)).Select(f => (Problem)f.GetValue(null)!)];
}
