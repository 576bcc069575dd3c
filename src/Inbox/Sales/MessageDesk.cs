using System.Globalization;
using MeliBot.Adapter;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Outbound.Messages;
using MeliBot.Adapter.Outbound.Sending;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Writing;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Sales;

/// <summary>Sends what a person writes to the buyer of a sale. All messages of one reply are planned in one transaction, and go out one after the other.</summary>
internal sealed class MessageDesk(AgentPlans plans, IMercadoLibreClient client, TimeProvider time)
{
    /// <param name="view">The sale.</param>
    /// <param name="draft">The proposal that the text replaces; null when it replaces none.</param>
    /// <param name="parts">The messages; none where only files are sent.</param>
    /// <param name="files">Names that uploads gave; the first message carries them.</param>
    /// <param name="send">Names this send: the same one twice sends once.</param>
    /// <param name="agent">Who writes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Written> SendAsync(SaleView view, DraftView? draft, IReadOnlyList<MessagePart> parts, IReadOnlyList<string> files, string send, string agent, CancellationToken cancellationToken)
    {
        if (parts.Count == 0 && files.Count == 0) return new Written(WriteResult.NotAllowed, WritingReasons.EmptyText);
        List<MessagePayload> payloads = [.. (parts.Count == 0 ? [""] : parts.Select(part => part.Text)).Select((text, n) => new MessagePayload(view.Pack, text, n == 0 && files.Count > 0 ? files : null))];
        return await plans.StoreAsync(view.Conversation, draft, Plans(view, payloads, send, agent), agent, cancellationToken);
    }

    /// <summary>Opens the thread of a sale in which the buyer hasn't written, by one of the reasons that Mercado Libre offers.</summary>
    /// <param name="view">The sale.</param>
    /// <param name="option">One of those that were offered.</param>
    /// <param name="text">Of a reason that is said in words of one's own.</param>
    /// <param name="values">What fills the template of a reason that has one.</param>
    /// <param name="send">Names this contact: the same one twice contacts once.</param>
    /// <param name="agent">Who writes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Written> ContactAsync(SaleView view, ContactOption option, string? text, IReadOnlyDictionary<string, string> values, string send, string agent, CancellationToken cancellationToken)
    {
        var isText = option.Type == ContactText.FreeText;
        var payload = new ContactPayload(view.Pack, option.Id.Value ?? "", isText ? null : option.Templates is [var template, ..] ? template.Id : null, isText ? text : null, values.Count > 0 ? values : null);
        var plan = new EffectPlan
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{view.Conversation.Account}:contact:{view.Pack}:{send}"),
            Kind = ContactPayload.Kind,
            Payload = payload.ToJson(),
            Author = "agent:" + agent,
            DueAt = time.GetUtcNow(),
        };
        return await plans.StoreAsync(view.Conversation, [plan], cancellationToken);
    }

    /// <summary>Uploads a file that was looked at before. An upload that no message carries is gone after two days.</summary>
    /// <returns>The name that a message carries, or why there is none.</returns>
    public async Task<(string? Key, Reason? Problem)> UploadAsync(SaleView view, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (view.Site is not { } site) return (null, SaleReasons.SiteUnknown);
        try
        {
            return ((await client.For(view.Conversation.Account).MessageFiles.UploadAsync(site, name, FileRules.TypeOf(name) ?? "application/octet-stream", content, cancellationToken)).Key, null);
        }
        catch (MercadoLibreException failure)
        {
            return (null, PlatformReasons.Of(failure.Error));
        }
    }

    private List<EffectPlan> Plans(SaleView view, List<MessagePayload> payloads, string send, string agent)
    {
        var account = view.Conversation.Account;
        var now = time.GetUtcNow();
        return [.. payloads.Select((payload, n) => new EffectPlan
        {
            Key = MessageKeys.Slot(account, view.Pack, send, n),
            Kind = MessagePayload.Kind,
            Payload = payload.ToJson(),
            Author = "agent:" + agent,
            Activity = view.Waiting is [.., var newest] ? newest.Id : null,
            Chain = MessageKeys.Slot(account, view.Pack, send, 0),
            Position = n,
            DueAt = now,
        })];
    }
}
