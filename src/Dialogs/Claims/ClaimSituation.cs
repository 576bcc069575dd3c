using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Claims;

/// <summary>All of a claim and its turn that decides which dialog begins. Null is not known.</summary>
public sealed record ClaimSituation
{
    /// <summary>Of <see cref="ClaimEvents"/>, or ones that this version doesn't know.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>opened or closed.</summary>
    public string? Status { get; init; }

    public string? Type { get; init; }

    public string? Stage { get; init; }

    public string? Group { get; init; }

    public string? Triage { get; init; }

    public IReadOnlyList<string>? Actions { get; init; }

    public string? MustAct { get; init; }

    public string? Reputation { get; init; }

    /// <summary>Below zero once it is over.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>What was recognised in the message.</summary>
    public IReadOnlyList<string> Intents { get; init; } = [];

    public static ClaimSituation Of(ClaimFacts claim, IReadOnlyList<string> events, IReadOnlyList<string> intents, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new ClaimSituation
        {
            Events = events,
            Status = claim.Status?.Value,
            Type = claim.Type?.Value,
            Stage = claim.Stage?.Value,
            Group = claim.Group?.Value,
            Triage = claim.Triage?.Value,
            Actions = claim.Actions?.Value,
            MustAct = claim.MustAct?.Value,
            Reputation = claim.Reputation?.Value,
            Left = claim.Due is { } due ? due.Value - now : null,
            Intents = intents,
        };
    }
}
