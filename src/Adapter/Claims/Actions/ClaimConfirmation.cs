using System.Text.Json;

namespace MeliBot.Adapter.Claims.Actions;

/// <summary>What may be done in a claim at one moment.</summary>
/// <param name="Claim">As it was read then.</param>
/// <param name="Version">Names that moment: a confirmation for another one is refused.</param>
public sealed record OfferedActions(StoredClaim Claim, string Version, IReadOnlyList<OfferedAction> Actions);

/// <param name="Action">One of <see cref="ClaimActionNames"/>.</param>
/// <param name="Percentage">Of a partial refund.</param>
/// <param name="Amount">What the buyer gets back; null where nothing, or nobody knows.</param>
/// <param name="Currency">Of the amount.</param>
/// <param name="Costs">It moves money or goods.</param>
/// <param name="IsIrreversible">Nothing takes it back.</param>
public sealed record OfferedAction(string Action, int? Percentage, decimal? Amount, string? Currency, bool Costs, bool IsIrreversible);

/// <summary>A person's yes to one action, as it was shown.</summary>
public sealed record ClaimConfirmation
{
    public required long Account { get; init; }

    public required long Claim { get; init; }

    /// <summary>Made when the page is shown: the same one twice acts once.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="OfferedActions.Version"/> of what was shown.</summary>
    public required string Version { get; init; }

    /// <summary>One of <see cref="ClaimActionNames"/>.</summary>
    public required string Action { get; init; }

    public int? Percentage { get; init; }

    /// <summary>Names that uploads gave.</summary>
    public IReadOnlyList<string>? Files { get; init; }

    /// <summary>The words of a failed review; the JSON of an evidence.</summary>
    public string? Text { get; init; }

    /// <summary>The platform's reason of a failed review; null when all came back well.</summary>
    public string? Code { get; init; }

    /// <summary>Id of the proposal that is followed.</summary>
    public string? Proposal { get; init; }
}

/// <param name="Id">Of the person.</param>
/// <param name="Role">Whose limit holds.</param>
/// <param name="MayAct">The role may act in claims at all.</param>
/// <param name="IsAdministrator">Nothing but a limit of its own bounds it.</param>
public sealed record ClaimPerson(string Id, string Role, bool MayAct, bool IsAdministrator);

/// <summary>What a person confirmed, and the claim as it was then.</summary>
public sealed record ClaimAudit(DateTimeOffset At, string Person, string Role, ClaimActionPayload Action, string? Stage, string? Status, IReadOnlyList<string> Available)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
