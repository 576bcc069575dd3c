using System.Text.RegularExpressions;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Inbox.Writing;

/// <summary>What stands for <c>{{name}}</c> in the texts of one conversation.</summary>
/// <param name="Values">By name; null where nothing is known.</param>
public sealed partial record TextVariables(IReadOnlyDictionary<string, string?> Values)
{
    public const string BuyerNickname = "buyer.nickname";
    public const string ItemTitle = "item.title";
    public const string ItemPrice = "item.price";
    public const string ItemStock = "item.stock";
    public const string ItemLink = "item.link";
    public const string AccountNickname = "account.nickname";
    public const string AgentName = "agent.name";

    public static readonly TextVariables None = new(new Dictionary<string, string?>(StringComparer.Ordinal));

    public static IReadOnlyList<string> Names { get; } = [BuyerNickname, ItemTitle, ItemPrice, ItemStock, ItemLink, AccountNickname, AgentName];

    /// <summary>Variables that no conversation will ever have.</summary>
    public static IReadOnlyList<Reason> UnknownIn(string text) =>
        [.. Variable().Matches(text).Select(match => match.Groups["name"].Value.Trim()).Where(name => !Names.Contains(name)).Distinct().Select(Unknown), .. HasLooseBraces(text) ? (Reason[])[WritingReasons.LooseBraces] : []];

    /// <summary>The text with every variable replaced; what can't be stays, and is a problem.</summary>
    public Expanded Expand(string text)
    {
        if (!text.Contains("{{", StringComparison.Ordinal)) return new Expanded(text, []);
        var problems = new List<Reason>(UnknownIn(text));
        var expanded = Variable().Replace(text, match =>
        {
            var name = match.Groups["name"].Value.Trim();
            if (!Names.Contains(name)) return match.Value;
            if (Values.GetValueOrDefault(name) is { Length: > 0 } value) return value;
            problems.Add(WritingReasons.NotKnown.With(name));
            return match.Value;
        });
        return new Expanded(expanded, [.. problems.Distinct()]);
    }

    private static Reason Unknown(string name) => WritingReasons.UnknownVariable.With(name, string.Join(", ", Names));

    private static bool HasLooseBraces(string text) => Variable().Replace(text, "").Contains("{{", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{(?<name>[^{}]*)\}\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}

/// <param name="Problems">Why it can't be sent so.</param>
public sealed record Expanded(string Text, IReadOnlyList<Reason> Problems);
