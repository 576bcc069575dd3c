using System.Globalization;
using System.Runtime.InteropServices;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Deciding;

/// <summary>A rule of any layer: whom it concerns, when it holds, and how strong it is.</summary>
/// <param name="name">Null for a scope, which is named by whom it concerns.</param>
/// <param name="stretches">Null for a rule that always holds.</param>
internal sealed class TimedRule(RuleLayer layer, string? name, ScopeRule scope, Stretches? stretches, int place)
{
    /// <summary>The same at any time, for a rule that always holds.</summary>
    private RuleOrigin? _timeless;
    private string? _name;

    public ScopeRule Scope => scope;

    /// <summary>In the playbook; no two rules have the same.</summary>
    public int Place => place;

    public bool IsTimed => stretches is not null;

    public bool Concerns(DecidingQuery query) =>
        (scope.Conversations is null || string.Equals(scope.Conversations, query.Conversations, StringComparison.OrdinalIgnoreCase))
        && (!scope.NamesClaims || query.IsClaim)
        && (scope.ClaimType is null || string.Equals(scope.ClaimType, query.ClaimType, StringComparison.OrdinalIgnoreCase))
        && (scope.ClaimStage is null || string.Equals(scope.ClaimStage, query.ClaimStage, StringComparison.OrdinalIgnoreCase))
        && (scope.Account is null || scope.Account == query.Account)
        && (scope.Item is null || string.Equals(scope.Item, query.Item, StringComparison.OrdinalIgnoreCase))
        && (scope.Category is null || Depth(query) >= 0);

    public bool Holds(DecidingQuery query) => stretches is null || stretches.Holds(query.At, query.TimeZone);

    public DateTimeOffset? NextChange(DecidingQuery query, DateTimeOffset end) => stretches?.NextChange(query.At, query.TimeZone, end);

    /// <summary>0 for the item's own category, more for those above it, -1 for any other.</summary>
    public int Depth(DecidingQuery query)
    {
        for (var i = 0; i < query.Categories.Count; i++)
        {
            if (string.Equals(query.Categories[i], scope.Category, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }

    /// <summary>The rule itself, and what it says of the kind in particular.</summary>
    public IEnumerable<Candidate> For(DecidingQuery query, string? kind)
    {
        var origin = Origin(query);
        yield return new Candidate(Careful(scope.Rule, query), origin, Rank(query, false), false);
        if (kind is not null && scope.Rule.Kinds.TryGetValue(kind, out var own))
            yield return new Candidate(Careful(own, query), origin with { Name = $"kind \"{kind}\" of {origin.Name}", Source = own.Source }, Rank(query, true), true);
    }

    /// <summary>What says auto of everything doesn't say it of claims.</summary>
    private DecidingRule Careful(DecidingRule rule, DecidingQuery query) => query.IsClaim && !scope.NamesClaims && DecidingWords.Mode(rule.Mode) == ReplyMode.Auto ? rule with { Mode = null } : rule;

    private RuleRank Rank(DecidingQuery query, bool ofKind) => new(
        layer,
        // Bits in order of strength.
        (scope.Item is null ? 0 : 64) + (ofKind ? 32 : 0) + (scope.Category is null ? 0 : 16) + (scope.Account is null ? 0 : 8)
            + (scope.ClaimType is null ? 0 : 4) + (scope.ClaimStage is null ? 0 : 2) + (scope.Conversations is null ? 0 : 1),
        scope.Category is null ? 0 : -Depth(query),
        place);

    private RuleOrigin Origin(DecidingQuery query)
    {
        if (stretches is null) return _timeless ??= new RuleOrigin(layer, Name(), scope.Source, null, null);
        var until = stretches.NextChange(query.At, query.TimeZone, query.At + DecidingTable.Horizon);
        return new RuleOrigin(layer, _name ??= Name(), scope.Source, until, stretches.ZoneOr(query.TimeZone).Id);
    }

    private string Name()
    {
        string?[] parts =
        [
            scope.Item is null ? null : $"item {scope.Item}",
            scope.Category is null ? null : $"category {scope.Category}",
            scope.Account is null ? null : string.Create(CultureInfo.InvariantCulture, $"account {scope.Account}"),
            scope.ClaimStage is null ? null : $"stage {scope.ClaimStage}",
            scope.ClaimType is null ? null : $"type {scope.ClaimType}",
            scope.Conversations ?? (scope.NamesClaims ? "claims" : null),
        ];
        var whom = string.Join(" of ", parts.Where(part => part is not null));
        return (name, whom) switch
        {
            (null, "") => "the general rule",
            (null, _) => whom,
            (_, "") => name,
            _ => $"{name} for {whom}",
        };
    }
}

/// <param name="OfKind">It speaks of the kind that was asked, not of all.</param>
internal sealed record Candidate(DecidingRule Rule, RuleOrigin Origin, RuleRank Rank, bool OfKind);

/// <param name="Narrowness">Bits: item, kind, category, account, type and stage of a claim, kind of conversation.</param>
/// <param name="Nearness">Of a category: the item's own is nearest.</param>
/// <param name="Place">In the file: of equals the last holds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RuleRank(RuleLayer Layer, int Narrowness, int Nearness, int Place) : IComparable<RuleRank>
{
    public int CompareTo(RuleRank other) => (Layer, Narrowness, Nearness, Place).CompareTo((other.Layer, other.Narrowness, other.Nearness, other.Place));
}
