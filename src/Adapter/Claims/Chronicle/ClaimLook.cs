using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims.Chronicle;

/// <summary>All that was known of a claim at one look, raw: the record is made of these alone, so that it can be made again.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="At">When it was looked at, here.</param>
/// <param name="Source">What made us look: a notification, a sweep, a person.</param>
/// <param name="Content">What was there.</param>
public sealed record ClaimLook(int Number, DateTimeOffset At, string Source, ClaimLookContent Content)
{
    public string ToJson() => JsonSerializer.Serialize(this, MercadoLibreJson.Options);

    public static ClaimLook Parse(string json) => JsonSerializer.Deserialize<ClaimLook>(json, MercadoLibreJson.Options) ?? throw new JsonException("A look at a claim is empty.");
}

public sealed record ClaimLookContent
{
    public required Claim Claim { get; init; }

    public ClaimDetail? Detail { get; init; }

    public ClaimReason? Reason { get; init; }

    public ClaimReputation? Reputation { get; init; }

    public IReadOnlyList<ExpectedResolution> Expected { get; init; } = [];

    public IReadOnlyList<ClaimStatusChange> StatusHistory { get; init; } = [];

    public IReadOnlyList<ClaimActionTaken> ActionsHistory { get; init; } = [];

    public Return? Return { get; init; }

    public ClaimSale? Sale { get; init; }

    public IReadOnlyList<WrittenMessage> Messages { get; init; } = [];

    /// <summary>What the bot decided and proposed, and what people did about it, from our own rows.</summary>
    public IReadOnlyList<OwnAct> Acts { get; init; } = [];

    /// <summary>The same for the same content.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this, MercadoLibreJson.Options))))[..32];
}

/// <param name="Message">As the platform shows it.</param>
/// <param name="By">Of the account's own: <c>bot</c>, <c>agent:{id}</c> or <c>elsewhere</c>; null of the others'.</param>
public sealed record WrittenMessage(ClaimMessage Message, string? By);

/// <param name="Id">Unique in the claim.</param>
/// <param name="Kind"><c>decision</c>, <c>proposal</c>, <c>dismissal</c>, <c>act</c>, <c>escalation</c> or <c>overdue</c>.</param>
/// <param name="At">When.</param>
/// <param name="Who"><c>bot</c> or <c>agent:{id}</c>; null when nobody in particular.</param>
/// <param name="What">The decision, or the act's name.</param>
/// <param name="State">What became of an act.</param>
public sealed record OwnAct(string Id, string Kind, DateTimeOffset At, string? Who, string? What, string? State = null);
