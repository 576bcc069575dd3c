using MeliBot.Adapter.Claims;
using MeliBot.Delivery.Conversations;
using MeliBot.Inbox.Conversations;

namespace MeliBot.Inbox.Claims;

/// <summary>A claim as people see it, with what was written in it and what was done about it.</summary>
/// <param name="Id">The claim.</param>
/// <param name="Claim">What Mercado Libre said last; null while only messages are known.</param>
/// <param name="Version">0 while nothing was taken in.</param>
/// <param name="Messages">Oldest first, those that are on their way last.</param>
/// <param name="Drafts">Replies that wait for a person, oldest first.</param>
/// <param name="Proposals">Actions that the bot proposes and nobody has decided on; the newest of each.</param>
/// <param name="Acts">What people confirmed, oldest first.</param>
/// <param name="Happenings">What happened to it, and hand-overs; oldest first.</param>
public sealed record ClaimView(
    ConversationRef Conversation,
    long Id,
    StoredClaim? Claim,
    long Version,
    Owner Owner,
    IReadOnlyList<ClaimMessageView> Messages,
    IReadOnlyList<DraftView> Drafts,
    IReadOnlyList<ProposalView> Proposals,
    IReadOnlyList<ClaimActView> Acts,
    IReadOnlyList<HappeningView> Happenings)
{
    /// <summary>To whom the newest proposed reply would go, in the platform's word; null when to nobody.</summary>
    public string? DraftReceiver { get; init; }

    public bool IsOpen => Claim?.IsOpen != false;

    public long? Buyer => Claim?.Counterpart;

    public string? Site => Claim?.Claim.SiteId;

    /// <summary>The other sides' messages after our last one that arrived.</summary>
    public IReadOnlyList<ClaimMessageView> Waiting => ClaimStanding.Unanswered(Messages);

    /// <summary>The same conversation as what is common to all kinds shows it.</summary>
    public ConversationView Common => new(Conversation, Version, Owner, Site, null, Buyer, [], Happenings);
}
