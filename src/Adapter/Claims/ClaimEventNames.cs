namespace MeliBot.Adapter.Claims;

/// <summary>
/// Names of the <c>event</c> activities that tell a bot what happened to a claim. <c>ChannelData</c> is <c>{"kind": "claim", "account", "claimId", "siteId", "events": [...]}</c>; what else is known
/// of the claim is kept as <see cref="StoredClaim"/>.
/// </summary>
public static class ClaimEventNames
{
    public const string Opened = "claim.opened";
    public const string Reopened = "claim.reopened";
    public const string StageChanged = "claim.stage-changed";

    /// <summary>Mercado Libre set an act that the seller has to do, with a due date.</summary>
    public const string ActionRequired = "claim.action-required";

    public const string ReturnChanged = "claim.return-changed";

    /// <summary>A reminder that the bot set.</summary>
    public const string Reminder = "claim.reminder";

    /// <summary>What the seller has to do is due soon.</summary>
    public const string DueSoon = "claim.due-soon";

    /// <summary>What the seller had to do wasn't done in time.</summary>
    public const string Overdue = "claim.overdue";

    public const string Closed = "claim.closed";

    /// <summary>Sent by a bot: an act for a person to decide on. <c>Value</c> is <c>{"action", "percentage", "reason"}</c>.</summary>
    public const string Proposal = "mercadolibre/claim-proposal";

    /// <summary>A person decided against a proposal. <c>Value</c> is <c>{"proposal", "action", "by"}</c>: the proposal's id, what it proposed, and <c>agent:{id}</c>.</summary>
    public const string ProposalDismissed = "mercadolibre/claim-proposal-dismissed";

    /// <summary>Sent by a bot: remind it, as <see cref="Reminder"/>. <c>Value</c> is <c>{"at", "reason"}</c>.</summary>
    public const string SetReminder = "mercadolibre/claim-reminder";
}
