using System.Globalization;
using MeliBot.Adapter.Orders;
using MeliBot.Delivery.Reading;
using MeliBot.Inbox.Index;

namespace MeliBot.Inbox.Sales;

/// <summary>Sums a sale's conversation up for lists.</summary>
internal static class SaleEntryMaker
{
    /// <param name="detail">All that is stored of the conversation.</param>
    /// <param name="sales">Its sales, as far as they are known.</param>
    /// <param name="contactDeleted">Its name and texts are neither shown nor found.</param>
    public static IndexedEntry Make(ConversationDetail detail, IReadOnlyList<StoredOrder> sales, bool contactDeleted)
    {
        var view = SaleReader.Read(detail.Snapshot.Conversation, detail, sales, [], null);
        var (state, cause, reason) = SaleStanding.Judge(view);
        var waiting = view.Waiting;
        var shown = waiting is [.., var newest] ? newest : view.Messages is [.., var last] ? last : null;
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
            contactDeleted || shown is null ? "" : EntryMaker.Excerpt(shown.Text.Length > 0 ? shown.Text : string.Join(", ", shown.Files.Select(file => file.Name))))
        {
            Owner = view.Owner.Kind,
            Title = sales.Count == 0 ? view.Pack.ToString(CultureInfo.InvariantCulture) : string.Join("; ", sales.Select(SaleRow.SoldText)),
            Contact = contactDeleted ? view.Buyer?.ToString(CultureInfo.InvariantCulture) : view.Contact,
        };
        var words = sales.Select(sale => IndexedSale.WordsOf(sale, contactDeleted)).Prepend(view.Pack.ToString(CultureInfo.InvariantCulture));
        if (!contactDeleted) words = words.Concat(view.Messages.Select(message => message.Text)).Concat(view.Drafts.Select(draft => draft.Text)).Concat(view.Messages.SelectMany(message => message.Files).Select(file => file.Name));
        return new IndexedEntry(entry, string.Join(' ', words)) { IsHidden = view.Deletion is not null };
    }
}
