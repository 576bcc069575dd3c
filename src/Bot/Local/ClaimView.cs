using MeliBot.Adapter.Claims;
using MeliBot.MercadoLibre;

namespace MeliBot.Bot.Local;

/// <summary>A claim as commands show it. What isn't known is null.</summary>
/// <param name="Sale">The pack or order that it is about.</param>
/// <param name="Reason">The platform's id of it.</param>
/// <param name="ReasonName">In Mercado Libre's words.</param>
/// <param name="Title">As Mercado Libre words it for the seller.</param>
/// <param name="MustAct">Who has to act: seller, buyer, mediator.</param>
/// <param name="Must">What the seller has to do.</param>
/// <param name="DueAt">By when the seller has to act.</param>
/// <param name="Reputation">affected, not_affected, not_applies.</param>
/// <param name="IncentiveUntil">Until when solving it spares reputation.</param>
/// <param name="Actions">What the seller may do.</param>
/// <param name="Wanted">What the parties want: who, what, and its state.</param>
public sealed record ClaimView(
    long Account,
    long Id,
    long? Sale,
    string? Type,
    string? Stage,
    string? Status,
    string? Reason,
    string? ReasonName,
    string Group,
    string? Title,
    string? Description,
    string? Problem,
    string? MustAct,
    string? Must,
    DateTimeOffset? DueAt,
    string? Reputation,
    bool? HasIncentive,
    DateTimeOffset? IncentiveUntil,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Wanted,
    string? Resolution,
    IReadOnlyList<string> Benefited,
    string? Return,
    long? Buyer,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt,
    DateTimeOffset SeenAt)
{
    public static ClaimView Of(StoredClaim claim) => new(
        claim.Account, claim.Id, claim.Sale?.Conversation,
        claim.Claim.Type.Value, claim.Claim.Stage.Value, claim.Claim.Status.Value,
        claim.Claim.ReasonId, claim.Reason?.Detail ?? claim.Reason?.Name, GroupOf(claim.Claim.ReasonGroup),
        claim.Detail?.Title, claim.Detail?.Description, claim.Detail?.Problem,
        claim.IsOpen ? claim.Detail?.ActionResponsible.Value : null, claim.Mandatory?.Action.Value, claim.IsOpen ? claim.DueAt : null,
        claim.Reputation?.AffectsReputation.Value, claim.Reputation?.HasIncentive, claim.Reputation?.DueDate,
        [.. claim.Actions.Select(action => action.Action.Value).OfType<string>()],
        [.. claim.Expected.Select(wish => $"{wish.PlayerRole}: {wish.Expectation}{(wish.Percentage is { } part ? $" {part:0.##} %" : "")} ({wish.Status})")],
        claim.Claim.Resolution?.Reason.Value, [.. (claim.Claim.Resolution?.Benefited ?? []).Select(role => role.ToString())],
        claim.Return?.Status.Value, claim.Counterpart, claim.Claim.DateCreated, claim.Claim.LastUpdated, claim.SeenAt);

    private static string GroupOf(ClaimReasonGroup group) => group switch
    {
        ClaimReasonGroup.NotReceived => "not received",
        ClaimReasonGroup.DifferentOrDefective => "different or defective",
        ClaimReasonGroup.CancelledPurchase => "cancelled",
        _ => "unknown",
    };
}

/// <summary>A claim with all that happened in it, oldest first.</summary>
public sealed record ClaimStory(ClaimView Claim, IReadOnlyList<ClaimLine> Lines);

/// <param name="At">When, at the platform where it says so.</param>
/// <param name="Who">complainant, mediator, bot, agent:…, elsewhere; null for what nobody in particular did.</param>
/// <param name="What">What happened, in the record's words; "said" for a message.</param>
/// <param name="Text">What was said, or what it was about.</param>
public sealed record ClaimLine(DateTimeOffset At, string? Who, string What, string? Text);
