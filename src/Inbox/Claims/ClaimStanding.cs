using MeliBot.Adapter.Policy;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Sales;

namespace MeliBot.Inbox.Claims;

/// <summary>Whose move a claim is.</summary>
internal static class ClaimStanding
{
    /// <summary>The other sides' messages after the last one of ours that arrived.</summary>
    public static IReadOnlyList<ClaimMessageView> Unanswered(IReadOnlyList<ClaimMessageView> messages) =>
        [.. messages.Skip(LastHeard(messages) + 1).Where(message => message.IsIncoming)];

    public static (InboxState State, InboxCause Cause, Reason? Reason) Judge(ClaimView view)
    {
        // What was to be done and couldn't be told apart from not done is a person's, also when the claim is over.
        if (view.Acts is [.., { State: EffectState.Parked } stuck]) return (InboxState.Person, InboxCause.Parked, stuck.Reason);
        if (!view.IsOpen) return (InboxState.Done, InboxCause.None, null);
        if (view.Drafts is [.., var draft]) return (InboxState.Person, InboxCause.Draft, draft.Reasons is [var why, ..] ? why : null);
        if (view.Proposals.Count > 0) return (InboxState.Person, InboxCause.Proposal, null);
        if (view.Acts is [.., { State: EffectState.Refused } refused]) return (InboxState.Person, InboxCause.Refused, refused.Reason);
        var failed = view.Messages.Skip(LastHeard(view.Messages) + 1).LastOrDefault(message => message.State is MessageState.Refused or MessageState.Parked || (!message.IsIncoming && message.State == MessageState.Moderated));
        if (failed is not null) return (InboxState.Person, failed.State == MessageState.Parked ? InboxCause.Parked : InboxCause.Refused, failed.Reason);
        if (view.Messages.Any(message => message.State is MessageState.OnItsWay or MessageState.Waiting) || view.Acts.Any(act => act.IsOnItsWay)) return (InboxState.Moving, InboxCause.None, null);
        return Due(view) ?? Said(view);
    }

    private static (InboxState, InboxCause, Reason?)? Due(ClaimView view)
    {
        if (view.Claim?.Mandatory is null) return null;
        if (view.Owner.Kind == OwnerKind.Agent) return (InboxState.Person, InboxCause.Taken, null);
        // The bot has just been told, and may have something to say.
        return view.Waiting is [.., { Turn: ActivityTurn.Pending }] ? (InboxState.Moving, InboxCause.None, null) : (InboxState.Person, InboxCause.Due, null);
    }

    private static (InboxState, InboxCause, Reason?) Said(ClaimView view)
    {
        if (view.Waiting is not [.., var newest])
            return view.Owner.Kind == OwnerKind.Waiting ? (InboxState.Person, InboxCause.Held, null) : (InboxState.Moving, InboxCause.None, null);
        if (newest.Turn == ActivityTurn.Parked) return (InboxState.Person, InboxCause.Parked, ReasonOf(newest));
        if (view.Owner.Kind == OwnerKind.Agent) return (InboxState.Person, InboxCause.Taken, ReasonOf(newest));
        if (newest.Turn == ActivityTurn.Pending) return (InboxState.Moving, InboxCause.None, null);
        return view.Waiting.All(message => ReasonOf(message)?.Code == PolicyReasons.NoAnswerNeeded.Name) ? (InboxState.Moving, InboxCause.None, null) : (InboxState.Person, InboxCause.Held, ReasonOf(newest));
    }

    private static int LastHeard(IReadOnlyList<ClaimMessageView> messages)
    {
        for (var i = messages.Count - 1; i >= 0; i--)
        {
            if (messages[i] is { IsIncoming: false, State: MessageState.Shown }) return i;
        }

        return -1;
    }

    private static Reason? ReasonOf(ClaimMessageView message) => message.Turns is [.., { Reasons: [var reason, ..] }] ? reason : null;
}
