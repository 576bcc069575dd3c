using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Actions;
using MeliBot.Adapter.Claims.Writing;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reading;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Sales;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Claims;

/// <summary>Makes what people see of a claim out of what is stored.</summary>
internal static class ClaimViewReader
{
    /// <param name="conversation">Of kind <c>claims</c>.</param>
    /// <param name="detail">All that is stored of it; null while nothing was taken in.</param>
    /// <param name="claim">What Mercado Libre said last; null while that isn't known.</param>
    /// <param name="parked">What of it is parked.</param>
    public static ClaimView Read(ConversationRef conversation, ConversationDetail? detail, StoredClaim? claim, IReadOnlyList<Parked> parked)
    {
        var id = ClaimKeys.ClaimOf(conversation.Id);
        if (detail is null) return new ClaimView(conversation, id, claim, 0, Owner.Bot, [], [], [], [], []);
        var entries = detail.Snapshot.Activities.Select(entry => (Entry: entry, Said: StoredClaimEntry.Read(entry.Payload))).ToList();
        var written = entries.Where(read => read.Said.IsMessage).ToList();
        var acts = detail.Snapshot.Effects.Where(slot => slot.Kind == ClaimActionPayload.Kind).Select(slot => Act(slot, parked)).OfType<ClaimActView>().OrderBy(act => act.At).ToList();
        var drafts = detail.Drafts.Where(draft => draft.Draft.State == DraftState.Open).Select(draft => draft.Draft).ToList();
        return new ClaimView(
            conversation,
            id,
            claim,
            detail.Snapshot.Version,
            detail.Snapshot.Owner,
            [.. written.Select(read => Message(read.Entry, read.Said, detail, parked)), .. Leaving(detail, written, parked)],
            [.. drafts.Select(Draft)],
            claim?.IsOpen == false ? [] : Proposals(entries, acts),
            acts,
            [.. entries.Where(read => !read.Said.IsMessage && read.Said.Name is not (null or ClaimEventNames.Proposal or ClaimEventNames.SetReminder)).Select(read => Happening(read.Entry, read.Said, detail))])
        {
            DraftReceiver = drafts is [.., { Effects: [var first, ..] }] ? ClaimMessagePayload.Parse(first.Payload)?.Receiver : null,
        };
    }

    private static ClaimMessageView Message(ActivityEntry entry, StoredClaimEntry said, ConversationDetail detail, IReadOnlyList<Parked> parked)
    {
        var incoming = entry.Role == ActivityRole.Incoming;
        return new ClaimMessageView(entry.Id, said.Text, entry.At, incoming ? AuthorOf(said.Sender) : OwnAuthor(said.By), incoming ? said.Sender : said.By ?? "elsewhere", said.Moderation is null ? MessageState.Shown : MessageState.Moderated)
        {
            Key = said.Key,
            Receiver = said.Receiver,
            Moderation = said.Moderation,
            ReadAt = said.Resource?.DateRead,
            Files = [.. (said.Resource?.Attachments ?? []).Select(file => new FileView(file.OriginalFilename ?? file.Key ?? "?", file.Key, file.Size, file.Type, false))],
            Turns = TurnsOn(entry, detail),
            Turn = entry.Turn,
            Parked = Of(parked, entry.Id, isAnswer: false),
        };
    }

    /// <summary>
    /// What we say and the claim doesn't show yet. While one is being sent, its message may already be there without our knowing its key: then it is the one of the same author and words that no
    /// other slot accounts for.
    /// </summary>
    private static IEnumerable<ClaimMessageView> Leaving(ConversationDetail detail, List<(ActivityEntry Entry, StoredClaimEntry Said)> written, IReadOnlyList<Parked> parked)
    {
        var slots = detail.Snapshot.Effects.Where(slot => slot.Kind == ClaimMessagePayload.Kind).Select(slot => (Slot: slot, ClaimMessageResult.Parse(slot.Result)?.Key)).ToList();
        var known = slots.Select(slot => slot.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var free = written.Where(read => read.Entry.Role == ActivityRole.Outgoing && !known.Contains(read.Said.Key!)).Select(read => (read.Said.By, read.Said.Text)).ToList();
        var there = written.Select(read => read.Said.Key!).ToHashSet(StringComparer.Ordinal);
        foreach (var (slot, key) in slots)
        {
            if (ClaimMessagePayload.Parse(slot.Payload) is not { } payload) continue;
            if (key is not null ? there.Contains(key) : slot.State == EffectState.Sending && free.Remove((slot.Author, payload.Text))) continue;
            yield return new ClaimMessageView(slot.Key, payload.Text, slot.UpdatedAt, OwnAuthor(slot.Author), slot.Author, StateOf(slot.State))
            {
                Receiver = payload.Receiver,
                Sending = slot.State,
                Reason = slot.Reason,
                Files = [.. (payload.Files ?? []).Select(file => new FileView(file, null, null, null, false))],
                Parked = Of(parked, slot.Key, isAnswer: true),
            };
        }
    }

    private static ClaimActView? Act(EffectSlot slot, IReadOnlyList<Parked> parked) => ClaimActionPayload.Parse(slot.Payload) is not { } payload
        ? null
        : new ClaimActView(slot.Key, slot.UpdatedAt, payload.Action, payload.Percentage, payload.Amount, payload.Currency, slot.Author, slot.State, slot.Reason)
        {
            Proposal = payload.Proposal,
            Parked = Of(parked, slot.Key, isAnswer: true),
        };

    /// <summary>What a person followed or decided against, or did since of the same kind, waits no longer.</summary>
    private static IReadOnlyList<ProposalView> Proposals(List<(ActivityEntry Entry, StoredClaimEntry Said)> entries, List<ClaimActView> acts) =>
    [
        .. entries.Where(read => read.Said is { Name: ClaimEventNames.Proposal, Proposed.Action: not null })
            .Select(read => new ProposalView(read.Entry.Id, read.Entry.At, read.Said.Proposed.Action!, read.Said.Proposed.Percentage, read.Said.Proposed.Reason))
            .GroupBy(proposal => proposal.Action, StringComparer.Ordinal)
            .Select(same => same.Last())
            .Where(proposal => !entries.Exists(read => read.Said.Name == ClaimEventNames.ProposalDismissed && read.Said.Dismissed.Proposal == proposal.Id))
            .Where(proposal => !acts.Any(act => act.Proposal == proposal.Id || (act.Action == proposal.Action && act.At >= proposal.At))),
    ];

    private static HappeningView Happening(ActivityEntry entry, StoredClaimEntry said, ConversationDetail detail)
    {
        if (said.Name!.StartsWith("claim.", StringComparison.Ordinal)) return new HappeningView(entry.Id, said.Name, entry.At, said.Says) { Turns = TurnsOn(entry, detail) };
        if (said.Name == ClaimEventNames.ProposalDismissed) return new HappeningView(entry.Id, said.Name, entry.At, said.Says) { By = said.Dismissed.By };
        var activity = StoredActivity.Read(entry.Payload);
        return new HappeningView(entry.Id, said.Name, entry.At, activity.Says) { State = activity.State };
    }

    private static IReadOnlyList<TurnTrace> TurnsOn(ActivityEntry entry, ConversationDetail detail) => [.. detail.Turns.Where(turn => turn.Activity == entry.Id).Select(turn => TurnTrace.Parse(turn.Payload))];

    private static DraftView Draft(Draft draft)
    {
        var payload = DraftPayload.Parse(draft.Payload);
        return new DraftView(draft.Id, payload.Text, payload.Reasons, draft.At);
    }

    private static MessageState StateOf(EffectState state) => state switch
    {
        EffectState.Planned or EffectState.Sending => MessageState.OnItsWay,
        EffectState.Waiting => MessageState.Waiting,
        EffectState.Refused => MessageState.Refused,
        EffectState.Parked => MessageState.Parked,
        _ => MessageState.Shown,
    };

    private static ClaimAuthor AuthorOf(string? sender)
    {
        var role = ClaimRole.From(sender ?? "");
        if (role == ClaimRole.Mediator) return ClaimAuthor.Mediator;
        return role == ClaimRole.Complainant || role == ClaimRole.Respondent ? ClaimAuthor.Buyer : ClaimAuthor.Other;
    }

    private static ClaimAuthor OwnAuthor(string? by) => by switch
    {
        "bot" => ClaimAuthor.Bot,
        null or "elsewhere" => ClaimAuthor.Elsewhere,
        _ => ClaimAuthor.Person,
    };

    private static IReadOnlyList<ParkedView> Of(IReadOnlyList<Parked> parked, string key, bool isAnswer) =>
        [.. parked.Where(p => string.Equals(p.Key, key, StringComparison.Ordinal)).Select(p => new ParkedView(p.Id, isAnswer, p.Reason, p.Attempts, p.At))];
}
