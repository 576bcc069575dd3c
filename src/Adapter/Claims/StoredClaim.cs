using System.Text.Json;
using System.Text.Json.Serialization;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims;

/// <summary>A claim as it is kept here: what the platform said last, in its own words, each part with the time of its reading.</summary>
public sealed record StoredClaim
{
    public required long Account { get; init; }

    public required long Id { get; init; }

    public required Claim Claim { get; init; }

    /// <summary>When the claim itself was read last.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Title, description, problem, who must act and by when, as Mercado Libre words it for the reader; null when it couldn't be read.</summary>
    public ClaimDetail? Detail { get; init; }

    public DateTimeOffset? DetailSeenAt { get; init; }

    public ClaimReason? Reason { get; init; }

    public ClaimReputation? Reputation { get; init; }

    public DateTimeOffset? ReputationSeenAt { get; init; }

    /// <summary>What the parties want, newest first.</summary>
    public IReadOnlyList<ExpectedResolution> Expected { get; init; } = [];

    public DateTimeOffset? ExpectedSeenAt { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ClaimStatusChange> StatusHistory { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ClaimActionTaken> ActionsHistory { get; init; } = [];

    public DateTimeOffset? HistoriesSeenAt { get; init; }

    public Return? Return { get; init; }

    public DateTimeOffset? ReturnSeenAt { get; init; }

    /// <summary>The sale that it is about; null when that isn't known.</summary>
    public ClaimSale? Sale { get; init; }

    /// <summary>How many looks at it are kept for the record.</summary>
    public int Looks { get; init; }

    /// <summary>What the last look held, as a hash: one that holds the same is no new one.</summary>
    public string? LastLook { get; init; }

    [JsonIgnore]
    public bool IsOpen => Claim.Status != ClaimStatus.Closed;

    /// <summary>The account's own side in it; null when the claim doesn't name the account.</summary>
    [JsonIgnore]
    public ClaimPlayer? Us => Claim.Seller(Account);

    /// <summary>What the account may do now; nothing else may be tried.</summary>
    [JsonIgnore]
    public IReadOnlyList<ClaimAction> Actions => Us?.AvailableActions ?? [];

    /// <summary>What the account has to do; the first due of several.</summary>
    [JsonIgnore]
    public ClaimAction? Mandatory => Claim.MandatoryOf(Account);

    /// <summary>By when the account has to act; null while it needn't, or the platform names no time.</summary>
    [JsonIgnore]
    public DateTimeOffset? DueAt => Mandatory is { } must ? must.DueDate ?? (IsOurTurn ? Detail?.DueDate : null) : IsOurTurn ? Detail?.DueDate : null;

    /// <summary>The other party: the buyer, in all claims but those that the seller opened.</summary>
    [JsonIgnore]
    public long? Counterpart => Claim.Players.FirstOrDefault(player => player.UserId != Account && (player.Role == ClaimRole.Complainant || player.Role == ClaimRole.Respondent))?.UserId;

    /// <summary>To whom the platform lets the account write now; null when to nobody.</summary>
    [JsonIgnore]
    public ClaimRole? Receiver => ClaimReceiver.Of(Actions);

    private bool IsOurTurn => Detail is { } detail && (detail.ActionResponsible == ClaimParty.Seller || (Us?.Role.Value is { } role && detail.ActionResponsible == ClaimParty.From(role)));

    public string ToJson() => JsonSerializer.Serialize(this, MercadoLibreJson.Options);

    public static StoredClaim Parse(string json) => JsonSerializer.Deserialize<StoredClaim>(json, MercadoLibreJson.Options) ?? throw new JsonException("A stored claim is empty.");
}

/// <summary>The sale of a claim.</summary>
/// <param name="Order">Null for a claim about a whole pack.</param>
/// <param name="Conversation">The pack, or the order of a sale without one: what names the sale's conversation.</param>
public sealed record ClaimSale(long? Order, long Conversation);
