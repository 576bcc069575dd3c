using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace MeliBot.Deploy.Tests;

/// <summary>What the templates set is what the program reads.</summary>
public sealed partial class SettingTests
{
    private readonly Bicep _bicep;

    public SettingTests(Bicep bicep)
    {
        Bicep.SkipWithout();
        _bicep = bicep;
    }

    private static readonly IReadOnlyDictionary<string, Type> Sections = Rooms()
        .SelectMany(room => room.GetTypes())
        .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static | BindingFlags.NonPublic) is { IsLiteral: true } field ? field.GetRawConstantValue() as string : null))
        .Where(found => found.Section is not null)
        .ToDictionary(found => found.Section!, found => found.Type, StringComparer.Ordinal);

    [Fact]
    public void Every_setting_of_an_app_is_one_of_the_program()
    {
        var names = TemplateTests.Templates(_bicep.Template).SelectMany(template => Name().Matches(template["variables"]?.ToJsonString() ?? "")).Select(match => match.Value.Replace("{0}", "0", StringComparison.Ordinal)).Distinct().ToList();
        names.Count.ShouldBeGreaterThan(10);
        names.Where(name => !IsRead(name.Replace("__", ":", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void A_setting_that_the_program_doesnt_read_would_be_found()
    {
        IsRead("Bot:Rolls").ShouldBeFalse();
        IsRead("Delivery:AzureQueues:ServiceUrl").ShouldBeFalse();
        IsRead("MercadoLibre:Application:ClientSecret").ShouldBeTrue();
    }

    private static bool IsRead(string key) => Sections.Any(section => key.StartsWith(section.Key + ":", StringComparison.Ordinal) && Leads(section.Value, key[(section.Key.Length + 1)..].Split(':')));

    private static bool Leads(Type type, ReadOnlySpan<string> path)
    {
        if (path.Length == 0) return true;
        if (typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string)) return int.TryParse(path[0], out _) && path.Length == 1;
        return type.GetProperty(path[0]) is { } property && Leads(property.PropertyType, path[1..]);
    }

    private static IEnumerable<Assembly> Rooms()
    {
        var bot = Assembly.Load("MeliBot.Bot");
        return bot.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("MeliBot.", StringComparison.Ordinal)).Select(Assembly.Load).Append(bot);
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+(__[A-Za-z0-9{}]+)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
