namespace MeliBot.Dialogs.Playbooks;

/// <summary>What happens to replies: the playbook's part of the policy.</summary>
/// <param name="General">Holds where nothing narrower says otherwise.</param>
/// <param name="Scopes">By account, category, item and kind of question.</param>
/// <param name="Schedules">Stronger than scopes while they hold.</param>
/// <param name="Dates">Stronger than schedules.</param>
public sealed record DecidingRules(DecidingRule General, IReadOnlyList<ScopeRule> Scopes, IReadOnlyList<ScheduleRule> Schedules, IReadOnlyList<DateRule> Dates);

/// <summary>Nulls are inherited from the next wider rule.</summary>
/// <param name="Mode"><c>auto</c>, <c>draft</c>, <c>shadow</c> or <c>off</c>.</param>
/// <param name="SendFrom">Confidence, 0 to 1, from which a reply is sent.</param>
/// <param name="NotifyFrom">Confidence from which it is sent and a person is told; below, it is held.</param>
/// <param name="Uncovered"><c>draft</c> or <c>send</c>: what happens when something asked isn't answered.</param>
/// <param name="Negative"><c>draft</c>, <c>off</c> or <c>ignore</c>: what happens when the buyer is angry.</param>
/// <param name="Reply">A fixed reply: the name of a text.</param>
/// <param name="Only">The fixed reply stands for whatever the bot would say; else it is said only where the bot has no answer.</param>
public sealed record DecidingRule(string? Mode, double? SendFrom, double? NotifyFrom, string? Uncovered, string? Negative, string? Reply, bool Only, SourceSpan Source)
{
    /// <summary>By kind of question (an intent's name, <c>negative</c>, <c>critical</c>): stronger than the rule that it stands in.</summary>
    public IReadOnlyDictionary<string, DecidingRule> Kinds { get; init; } = new Dictionary<string, DecidingRule>(StringComparer.Ordinal);
}

/// <summary>Holds where all that it names agrees.</summary>
/// <param name="Conversations"><c>questions</c>, <c>orders</c> or <c>claims</c>; null for all.</param>
public sealed record ScopeRule(string? Conversations, long? Account, string? Category, string? Item, DecidingRule Rule, SourceSpan Source)
{
    /// <summary>Only claims of this type; null for all, and for what isn't a claim.</summary>
    public string? ClaimType { get; init; }

    /// <summary>Only claims at this stage; null for all, and for what isn't a claim.</summary>
    public string? ClaimStage { get; init; }

    /// <summary>It is about claims and nothing else.</summary>
    public bool NamesClaims => string.Equals(Conversations, "claims", StringComparison.OrdinalIgnoreCase) || ClaimType is not null || ClaimStage is not null;
}

/// <param name="Days">Of the day on which a stretch begins.</param>
/// <param name="Hours">Local time; a stretch whose end isn't after its beginning goes over midnight.</param>
/// <param name="Zone">IANA name; null for the account's.</param>
public sealed record ScheduleRule(string Name, IReadOnlyList<DayOfWeek> Days, IReadOnlyList<HourRange> Hours, string? Zone, ScopeRule Scope, SourceSpan Source);

public sealed record HourRange(TimeOnly From, TimeOnly To);

/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Yearly">The year doesn't matter.</param>
public sealed record DateRule(string Name, DateOnly From, DateOnly To, bool Yearly, IReadOnlyList<HourRange> Hours, string? Zone, ScopeRule Scope, SourceSpan Source);
