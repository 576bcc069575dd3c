using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using MeliBot.Adapter;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Reasons;
using MeliBot.Inbox.Language;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace MeliBot.Inbox.Tests;

public sealed partial class ReasonTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<ReasonText>().BuildServiceProvider();
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    [Theory]
    [InlineData("es")]
    [InlineData("pt")]
    public void Every_code_has_words_that_name_the_same_arguments(string language)
    {
        Speak(language);
        var words = _services.GetRequiredService<IStringLocalizer<ReasonWords>>();
        var codes = Codes();

        codes.Count.ShouldBeGreaterThan(90);
        codes.Where(code => words[code.Name].ResourceNotFound).Select(code => code.Name).ShouldBeEmpty();
        codes.Where(code => !code.Name.StartsWith("platform.", StringComparison.Ordinal) && !Holes(words[code.Name].Value).SetEquals(Holes(code.English))).Select(code => code.Name).ShouldBeEmpty();
    }

    [Fact]
    public void No_two_codes_share_a_name() => Codes().GroupBy(code => code.Name).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Theory]
    [InlineData("en", "'price' was recognised with 0.40, less than 0.60.")]
    [InlineData("es", "«price» se reconoció con 0,40, menos que 0,60.")]
    [InlineData("pt", "“price” foi reconhecida com 0,40, menos que 0,60.")]
    public void A_reason_is_read_in_the_persons_language(string language, string expected)
    {
        Speak(language);

        Text(Code("policy.unsure").With("price", "0.40", "0.60")).ShouldBe(expected);
    }

    [Fact]
    public void A_reason_within_a_reason_is_translated_too()
    {
        Speak("es");

        Text(Code("turn.not-run").With(Code("question.deleted").With().Store())).ShouldBe("El bot no intervino: La pregunta fue borrada.");
    }

    [Fact]
    public void What_an_older_version_stored_is_shown_as_it_is()
    {
        Speak("pt");
        const string Old = """{"activity":"1:question:2","cause":"question","clock":"2026-01-01T00:00:00+00:00","seed":1,"decision":"hold","reasons":["The bot has nothing to say."],"dropped":[{"role":"core","text":"x","reason":"Too long."}]}""";

        var trace = TurnTrace.Parse(Old);

        _services.GetRequiredService<ReasonText>().Of(trace.Reasons).ShouldBe("The bot has nothing to say.");
        Text(trace.Dropped.ShouldHaveSingleItem().Reason).ShouldBe("Too long.");
        Text(Reason.Parse("Mercado Libre refused the answer: no.")).ShouldBe("Mercado Libre refused the answer: no.");
    }

    [Fact]
    public void A_code_that_this_version_has_lost_is_shown_in_its_own_sentence() =>
        Text(Reason.Parse("""{"code":"policy.from-the-future","args":["a"],"text":"A newer version said this."}""")).ShouldBe("A newer version said this.");

    [Fact]
    public void A_stored_reason_comes_back_with_its_code_and_arguments()
    {
        var reason = Code("policy.hand-off-why").With("quiere {0} y \"más\"");

        var read = Reason.Parse(reason.Store());

        (read.Code, read.Text).ShouldBe(("policy.hand-off-why", "The bot asked for a person: quiere {0} y \"más\"."));
        read.Arguments.ShouldBe(["quiere {0} y \"más\""]);
        JsonSerializer.Deserialize<Reason>(JsonSerializer.Serialize(reason)).ShouldBe(reason);
    }

    [Fact]
    public void A_designers_rule_keeps_its_name_and_gets_the_words_around_it()
    {
        Speak("es");

        Text(new ReasonCode("playbook.by-source", "{0:rule} ({1})").With("schedule \"kind of night\" for account 123", "deciding.yaml:3:1"))
            .ShouldBe("horario \"kind of night\" para cuenta 123 (deciding.yaml:3:1)");
    }

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = _before;
        _services.Dispose();
    }

    private static void Speak(string language) => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);

    private static ReasonCode Code(string name) => Codes().Single(code => code.Name == name);

    private static List<ReasonCode> Codes() =>
        [.. ((Assembly[])[typeof(Reason).Assembly, typeof(TurnTrace).Assembly, typeof(ReasonText).Assembly])
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(ReasonCode))
            .Select(field => (ReasonCode)field.GetValue(null)!)
            .Concat(PlatformReasons.All)];

    private static HashSet<string> Holes(string template) => [.. Hole().Matches(template).Select(match => match.Value)];

    private string Text(Reason reason) => _services.GetRequiredService<ReasonText>().Of(reason);

    [GeneratedRegex(@"\{\d+(:[a-z]+)?\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Hole();
}
