using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Deciding;

/// <summary>
/// Evaluates a playbook's rules. Dates are stronger than schedules, schedules than scopes; inside a layer an item is stronger than a kind of question, that than a
/// category, that than an account, that than a claim's type, that than its stage, that than the general rule; of two that are equal in all of it the one written last holds. Every value is decided on its own:
/// what a rule doesn't set is inherited from the next weaker one. Of several kinds asked at once each is judged alone, and the strictest outcome holds for the reply.
/// Claims are drafts unless a rule that names claims says auto.
/// </summary>
public sealed class DecidingTable
{
    internal static readonly TimeSpan Horizon = TimeSpan.FromDays(400);

    private const int MostKept = 1_000;

    private readonly List<TimedRule> _rules = [];

    /// <summary>What held before, by all that it depends on: the same few kinds of question are asked again and again, and most rules hold at any time.</summary>
    private readonly ConcurrentDictionary<string, EffectiveRule> _known = new(StringComparer.Ordinal);

    public DecidingTable(DecidingRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Add(RuleLayer.Scope, null, new ScopeRule(null, null, null, null, rules.General, rules.General.Source), null);
        foreach (var scope in rules.Scopes) Add(RuleLayer.Scope, null, scope, null);
        foreach (var schedule in rules.Schedules) Add(RuleLayer.Schedule, $"schedule \"{schedule.Name}\"", schedule.Scope, new Stretches(schedule));
        foreach (var date in rules.Dates) Add(RuleLayer.Date, $"date \"{date.Name}\"", date.Scope, new Stretches(date));
    }

    /// <summary>Whether any rule asks for the category of an item.</summary>
    public bool AsksForCategory => _rules.Exists(rule => rule.Scope.Category is not null);

    public EffectiveRule At(DecidingQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var holding = _rules.FindAll(rule => rule.Concerns(query) && rule.Holds(query));
        // What a timed rule says holds until another time each time.
        if (holding.Exists(rule => rule.IsTimed)) return Of(holding, query);
        var key = Key(holding, query);
        if (_known.TryGetValue(key, out var known)) return known;
        if (_known.Count >= MostKept) _known.Clear();
        return _known[key] = Of(holding, query);
    }

    /// <summary>When another outcome holds; null when that isn't within 400 days.</summary>
    public DateTimeOffset? NextChange(DecidingQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var end = query.At + Horizon;
        var timed = _rules.FindAll(rule => rule.IsTimed && rule.Concerns(query));
        var now = Values(At(query));
        for (var at = query; timed.Min(rule => rule.NextChange(at, end)) is { } next;)
        {
            at = at with { At = next };
            if (Values(At(at)) != now) return next;
        }

        return null;
    }

    private static EffectiveRule Of(List<TimedRule> holding, DecidingQuery query)
    {
        var kinds = query.Kinds.Distinct(StringComparer.Ordinal).ToLookup(DecidingQuery.IsMarker);
        // A marker is no question of its own: it adds what rules say of it, and inherits nothing.
        var voices = kinds[false].DefaultIfEmpty(null).Select(kind => new Voice(holding, query, kind, false))
            .Concat(kinds[true].Select(kind => new Voice(holding, query, kind, true)))
            .ToList();
        var send = Voice.Strictest(voices, rule => rule.SendFrom, 0.75);
        var notify = Voice.Strictest(voices, rule => rule.NotifyFrom, 0.60);
        return new EffectiveRule
        {
            Mode = Voice.Strictest(voices, rule => DecidingWords.Mode(rule.Mode), query.IsClaim ? ReplyMode.Draft : ReplyMode.Auto),
            SendFrom = send,
            NotifyFrom = notify.Value > send.Value ? notify with { Value = send.Value } : notify,
            Uncovered = Voice.Strictest(voices, rule => DecidingWords.Uncovered(rule.Uncovered), UncoveredReply.Draft),
            Negative = Voice.Strictest(voices, rule => DecidingWords.Negative(rule.Negative), NegativeReply.Draft),
            Reply = Voice.Reply(voices),
        };
    }

    private static (ReplyMode, double, double, UncoveredReply, NegativeReply, FixedReply?) Values(EffectiveRule rule) =>
        (rule.Mode.Value, rule.SendFrom.Value, rule.NotifyFrom.Value, rule.Uncovered.Value, rule.Negative.Value, rule.Reply?.Value);

    /// <summary>Rules that hold at any time say the same to whoever asks the same, wherever the item stands in the same category.</summary>
    private static string Key(List<TimedRule> holding, DecidingQuery query)
    {
        var key = new StringBuilder(query.IsClaim ? "claim" : "");
        foreach (var rule in holding) key.Append(CultureInfo.InvariantCulture, $"|{rule.Place}:{rule.Depth(query)}");
        foreach (var kind in query.Kinds) key.Append('\n').Append(kind);
        return key.ToString();
    }

    private void Add(RuleLayer layer, string? name, ScopeRule scope, Stretches? stretches) => _rules.Add(new TimedRule(layer, name, scope, stretches, _rules.Count));
}
