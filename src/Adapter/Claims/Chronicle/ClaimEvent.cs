using System.Text.Json;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims.Chronicle;

/// <summary>Something that happened to a claim, once and for all: rows are only ever added.</summary>
/// <param name="Id">Unique in the claim; the same however often the record is made again.</param>
/// <param name="Name">One of <see cref="ClaimEventKinds"/>.</param>
/// <param name="At">When it happened at the platform; null when the platform doesn't say.</param>
/// <param name="SeenAt">When we learnt of it.</param>
/// <param name="Source">What made us look then.</param>
/// <param name="Look">Number of the look that shows it: there is the raw resource.</param>
/// <param name="Who">Who did it: a role of the claim, <c>bot</c>, <c>agent:{id}</c>, <c>elsewhere</c>.</param>
/// <param name="What">What it is about: a stage, an act, a reason.</param>
public sealed record ClaimEvent(string Id, long Account, long Claim, string Name, DateTimeOffset? At, DateTimeOffset SeenAt, string Source, int Look, string? Who = null, string? What = null)
{
    public string ToJson() => JsonSerializer.Serialize(this, MercadoLibreJson.Options);

    public static ClaimEvent Parse(string json) => JsonSerializer.Deserialize<ClaimEvent>(json, MercadoLibreJson.Options) ?? throw new JsonException("An event of a claim is empty.");
}

/// <summary>Names of what the record holds.</summary>
public static class ClaimEventKinds
{
    public const string Opened = "opened";
    public const string Ingested = "ingested";
    public const string BotDecided = "bot-decided";
    public const string BotReplied = "bot-replied";
    public const string AgentReplied = "agent-replied";
    public const string SellerRepliedElsewhere = "seller-replied-elsewhere";
    public const string CounterpartWrote = "counterpart-wrote";
    public const string MediatorSpoke = "mediator-spoke";

    /// <summary>Any party's act, as the platform's own history tells it.</summary>
    public const string ActionTaken = "action-taken";

    public const string MandatorySet = "mandatory-set";
    public const string MandatoryMet = "mandatory-met";
    public const string MandatoryMissed = "mandatory-missed";

    /// <summary>It went away before it was due without being done.</summary>
    public const string MandatoryLifted = "mandatory-lifted";

    public const string Proposed = "proposed";

    /// <summary>A person decided against what was proposed.</summary>
    public const string ProposalDismissed = "proposal-dismissed";

    public const string ActionExecuted = "action-executed";
    public const string ActionFailed = "action-failed";
    public const string Escalated = "escalated";
    public const string StageChanged = "stage-changed";
    public const string ReturnChanged = "return-changed";
    public const string Resolved = "resolved";
    public const string Closed = "closed";
    public const string Reopened = "reopened";

    /// <summary>
    /// It closed and opened again between two looks, or before the first. The platform no longer says why it closed then, so nobody can tell whether a date of the seller's passed unmet.
    /// </summary>
    public const string ClosedUnseen = "closed-unseen";

    public const string ReputationDecided = "reputation-decided";
    public const string ReputationChanged = "reputation-changed";
}
