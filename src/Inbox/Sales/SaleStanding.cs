using MeliBot.Adapter.Policy;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;
using MeliBot.Inbox.Index;

namespace MeliBot.Inbox.Sales;

/// <summary>Whose move a sale's conversation is.</summary>
internal static class SaleStanding
{
    /// <summary>The other side's messages after the last one of ours that reached it.</summary>
    public static IReadOnlyList<MessageView> Unanswered(IReadOnlyList<MessageView> messages)
    {
        var last = LastHeard(messages);
        return [.. messages.Skip(last + 1).Where(message => message.IsIncoming)];
    }

    public static (InboxState State, InboxCause Cause, Reason? Reason) Judge(SaleView view)
    {
        if (view.Drafts is [.., var draft]) return (InboxState.Person, InboxCause.Draft, draft.Reasons is [var why, ..] ? why : null);
        // What was said since, and arrived, has made up for it.
        var failed = view.Messages.Skip(LastHeard(view.Messages) + 1).LastOrDefault(message => message.State is MessageState.Refused or MessageState.Parked || (!message.IsIncoming && message.State == MessageState.Moderated));
        if (failed is not null) return (InboxState.Person, failed.State == MessageState.Parked ? InboxCause.Parked : InboxCause.Refused, failed.Reason);
        if (view.Messages.Any(message => message.State is MessageState.OnItsWay or MessageState.Waiting)) return (InboxState.Moving, InboxCause.None, null);
        if (view.Waiting is not [.., var newest]) return (InboxState.Done, InboxCause.None, null);
        if (newest.Turn == ActivityTurn.Parked) return (InboxState.Person, InboxCause.Parked, ReasonOf(newest));
        if (view.Owner.Kind == OwnerKind.Agent) return (InboxState.Person, InboxCause.Taken, ReasonOf(newest));
        if (newest.Turn == ActivityTurn.Pending) return (InboxState.Moving, InboxCause.None, null);
        // A "thank you" that is answered is a message that nobody needs, which the platform counts against the seller.
        return view.Waiting.All(message => ReasonOf(message)?.Code == PolicyReasons.NoAnswerNeeded.Name) ? (InboxState.Done, InboxCause.None, null) : (InboxState.Person, InboxCause.Held, ReasonOf(newest));
    }

    private static int LastHeard(IReadOnlyList<MessageView> messages)
    {
        for (var i = messages.Count - 1; i >= 0; i--)
        {
            if (messages[i] is { IsIncoming: false, State: MessageState.Shown }) return i;
        }

        return -1;
    }

    private static Reason? ReasonOf(MessageView message) => message.Turns is [.., { Reasons: [var reason, ..] }] ? reason : null;
}
