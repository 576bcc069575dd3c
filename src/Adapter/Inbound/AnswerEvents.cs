using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Inbound;

/// <summary>What became of an answer, as an entry that awaits a turn of the bot.</summary>
public sealed class AnswerEvents(string serviceUrl)
{
    /// <param name="name">One of <see cref="MercadoLibreEvents"/>.</param>
    /// <param name="slot">The answer's slot.</param>
    /// <param name="reason">What happened.</param>
    /// <param name="text">What was said, or was to be said.</param>
    /// <param name="open">True while a person could still answer the question.</param>
    /// <param name="at">When we learnt of it.</param>
    public ActivityEntry Create(string name, EffectSlot slot, Reason reason, string? text, bool open, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return Create(name, slot.Account, slot.Conversation, QuestionKeys.QuestionOf(slot.Key), slot.Revision, reason, text, open, at);
    }

    /// <inheritdoc cref="Create(string, EffectSlot, Reason, string, bool, DateTimeOffset)"/>
    public ActivityEntry Create(string name, long account, string conversationId, long question, int revision, Reason reason, string? text, bool open, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (item, site) = (ItemOf(conversationId), Sites.OfItem(ItemOf(conversationId)));
        return new EventEntry
        {
            // One event per name and revision: seeing the same end again appends nothing.
            Id = $"{QuestionKeys.Answer(account, question)}:{MercadoLibreEvents.End(name)}:{revision}",
            Name = name,
            Conversation = new(conversationId, account, MercadoLibreChannel.Questions),
            About = QuestionKeys.Activity(account, question),
            Buyer = conversationId.Split(':') is [_, _, _, var buyer] && long.TryParse(buyer, out var number) ? number : null,
            Site = site,
            ServiceUrl = serviceUrl,
            Reason = reason,
            Text = text,
            Open = open,
            OrderKey = QuestionKeys.EventOrder(at, question),
            At = at,
            ChannelData = new QuestionChannelData { Kind = QuestionChannelData.EventKind, Account = account, SiteId = site, ItemId = item, QuestionId = question }.ToJson(),
        }.ToEntry();
    }

    private static string ItemOf(string conversation) => conversation.Split(':') is [_, _, var item, ..] ? item : "";
}
