using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Deciding;

/// <summary>What holds for one conversation at one time; every value knows which rule set it and which it overrules.</summary>
public sealed record EffectiveRule
{
    public required Setting<ReplyMode> Mode { get; init; }

    /// <summary>Confidence, 0 to 1, from which a reply is sent.</summary>
    public required Setting<double> SendFrom { get; init; }

    /// <summary>Confidence from which it is sent and a person is told; never above <see cref="SendFrom"/>.</summary>
    public required Setting<double> NotifyFrom { get; init; }

    public required Setting<UncoveredReply> Uncovered { get; init; }

    public required Setting<NegativeReply> Negative { get; init; }

    /// <summary>Null when no rule fixes one.</summary>
    public Setting<FixedReply>? Reply { get; init; }
}

/// <param name="Text">Name of a text of the playbook.</param>
/// <param name="Only">It stands for whatever the bot would say; else it is said only where the bot has no answer.</param>
public sealed record FixedReply(string Text, bool Only);

/// <param name="Over">Weaker rules that say something too, strongest first.</param>
public sealed record Setting<T>(T Value, RuleOrigin By, IReadOnlyList<Overruled<T>> Over);

public sealed record Overruled<T>(T Value, RuleOrigin By);

public enum RuleLayer
{
    /// <summary>No rule of the playbook says anything.</summary>
    Default,
    Scope,
    Schedule,
    Date,
}

/// <param name="Name">For people: <c>schedule "night"</c>, <c>item MLA999</c>, <c>kind "price" of account 123</c>, <c>the general rule</c>.</param>
/// <param name="Source">Null for a default.</param>
/// <param name="Until">When a schedule or date ends, in the zone that it is written in; null when it doesn't or isn't one.</param>
/// <param name="Zone">Of <paramref name="Until"/>.</param>
public sealed record RuleOrigin(RuleLayer Layer, string Name, SourceSpan? Source = null, DateTimeOffset? Until = null, string? Zone = null);
