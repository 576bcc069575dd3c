using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MeliBot.Adapter.Orders;
using MeliBot.Inbox.Designing;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Language;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Pages.Conversations;
using MeliBot.Inbox.Pages.Designing;
using MeliBot.Inbox.Pages.Queue;
using MeliBot.Inbox.Pages.Sales;
using MeliBot.Inbox.People;
using MeliBot.Inbox.Sales;
using MeliBot.Inbox.Writing;

namespace MeliBot.Inbox.Tests;

/// <summary>Every text of the pages is its English wording; the other languages have to know all of them.</summary>
public sealed partial class LanguageTests
{
    private static readonly ResourceManager Words = new(typeof(Words));

    public static TheoryData<string> Others => [.. Languages.All.Select(language => language.Code).Where(code => code != "en")];

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_text_of_the_pages_is_in_every_language(string language)
    {
        var known = Known(language);
        var used = InSources().Concat(ByCode()).Distinct(StringComparer.Ordinal).ToList();

        used.Count.ShouldBeGreaterThan(200);
        used.Where(text => !known.ContainsKey(text)).Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_translation_has_the_places_of_its_original(string language) =>
        Known(language).Where(pair => !Places(pair.Key).SetEquals(Places(pair.Value))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Others))]
    public void No_two_texts_differ_by_their_capitals_alone_because_the_second_would_be_lost(string language) =>
        XDocument.Load(Path.Combine(FindRepository(), "src", "Inbox", "Language", $"Words.{language}.resx")).Descendants("data")
            .Select(row => (string)row.Attribute("name")!).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();

    [Fact]
    public void The_languages_know_the_same_texts()
    {
        var known = Others.Select(other => Known(other).Keys).ToList();

        foreach (var other in known) other.ShouldBe(known[0], ignoreOrder: true);
    }

    private static Dictionary<string, string> Known(string language)
    {
        var resources = Words.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false).ShouldNotBeNull();
        return resources.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    /// <summary>Texts that stand in the pages themselves.</summary>
    private static IEnumerable<string> InSources()
    {
        var inbox = Path.Combine(FindRepository(), "src", "Inbox");
        var files = Directory.EnumerateFiles(inbox, "*.*", SearchOption.AllDirectories).Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var source = File.ReadAllText(file);
            foreach (Match match in Text().Matches(source)) yield return Regex.Unescape(match.Groups["text"].Value);
            // Tables of texts: what a switch in a page says, and the sheet of keys.
            if (!file.EndsWith(".razor", StringComparison.Ordinal)) continue;
            foreach (Match match in Arm().Matches(source)) yield return match.Groups["text"].Value;
            foreach (Match match in SheetRow().Matches(source)) yield return match.Groups["text"].Value;
        }
    }

    /// <summary>Texts that follow from a value.</summary>
    private static IEnumerable<string> ByCode() =>
    [
        .. Enum.GetValues<ConsoleProblem>().Select(ProblemText.Of),
        .. Enum.GetValues<QuestionState>().Select(StateText.Of),
        .. Enum.GetValues<WriteResult>().Where(result => result != WriteResult.Done).Select(WrittenText.Of),
        .. Enum.GetValues<InboxCause>().Where(cause => cause != InboxCause.None).Select(CauseText.Of),
        .. InboxRoles.All,
        .. OrderStages.All.Select(SaleText.Of),
        .. Enum.GetValues<MessageAuthor>().Select(SaleText.Of),
        .. Enum.GetValues<MessageState>().Select(SaleText.Of),
        .. new[] { "being prepared", "ready to ship", "shipped", "delivered", "not delivered", "called off" },
        .. new[] { "send", "draft", "hold", "drop", "shadow" }.Select(decision => "decision " + decision),
    ];

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MeliBot.sln"))) folder = folder.Parent;
        return folder.ShouldNotBeNull().FullName;
    }

    [GeneratedRegex("""\b(L|words)\["(?<text>(?:[^"\\]|\\.)+)"[\],]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Text();

    [GeneratedRegex("""(Alarm|TopicState)\.\w+ => "(?<text>[^"]+)"|_ => "(?<text>[^"]+)",?\s*\};""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arm();

    [GeneratedRegex("""\("[^"]+", "(?<text>[^"]+)"\)|\("(?<text>[^"]+)", \[$""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex SheetRow();

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
