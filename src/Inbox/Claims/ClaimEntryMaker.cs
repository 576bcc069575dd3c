using System.Globalization;
using MeliBot.Adapter.Claims;
using MeliBot.Delivery.Reading;
using MeliBot.Inbox.Index;

namespace MeliBot.Inbox.Claims;

/// <summary>Sums a claim up for lists.</summary>
internal static class ClaimEntryMaker
{
    /// <param name="detail">All that is stored of the conversation.</param>
    /// <param name="claim">What Mercado Libre said last; null while that isn't known.</param>
    public static IndexedEntry Make(ConversationDetail detail, StoredClaim? claim)
    {
        var view = ClaimViewReader.Read(detail.Snapshot.Conversation, detail, claim, []);
        var (state, cause, reason) = ClaimStanding.Judge(view);
        var waiting = view.Waiting;
        var shown = waiting is [.., var newest] ? newest.Text : claim?.Detail?.Problem ?? (view.Messages is [.., var last] ? last.Text : "");
        var entry = new InboxEntry(
            view.Conversation.Id,
            view.Conversation.Account,
            view.Conversation.Kind,
            null,
            view.Buyer,
            state,
            cause,
            reason,
            view.Owner.Agent,
            view.Messages.Count,
            waiting.Count,
            waiting.Count == 0 ? null : waiting[0].At,
            detail.Snapshot.Activities.Select(activity => activity.At).DefaultIfEmpty().Max(),
            EntryMaker.Excerpt(shown))
        {
            Owner = view.Owner.Kind,
            Title = TitleOf(view),
            DueAt = view.IsOpen ? claim?.DueAt : null,
        };
        return new IndexedEntry(entry, Words(view));
    }

    private static string TitleOf(ClaimView view) => view.Claim?.Detail?.Title is { Length: > 0 } title
        ? string.Create(CultureInfo.InvariantCulture, $"{view.Id} · {title}")
        : view.Id.ToString(CultureInfo.InvariantCulture);

    private static string Words(ClaimView view)
    {
        var claim = view.Claim;
        return string.Join(
            ' ',
            ((string?[])[Number(view.Id), Number(claim?.Claim.ResourceId), Number(claim?.Sale?.Order), Number(claim?.Sale?.Conversation), Number(view.Buyer), claim?.Claim.ReasonId, claim?.Claim.Type.Value,
                claim?.Claim.Stage.Value, claim?.Detail?.Title, claim?.Detail?.Problem, claim?.Reason?.Detail])
                .Concat(view.Messages.Select(message => message.Text))
                .Concat(view.Drafts.Select(draft => draft.Text))
                .Concat(view.Messages.SelectMany(message => message.Files).Select(file => file.Name))
                .Where(word => !string.IsNullOrEmpty(word)));
    }

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
