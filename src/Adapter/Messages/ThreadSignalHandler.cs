using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Outbound.Sending;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Turns;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Messages;

/// <summary>Reads the thread of a sale with its seller's own token, which proves the hint, and stores what it finds. The hint names a message, or, from a sweep, the thread itself.</summary>
public sealed class ThreadSignalHandler(
    IMercadoLibreClient client,
    AccountStore accounts,
    SaleOfThread sales,
    ITurnStore turns,
    ThreadSight sight,
    Leads leads,
    IOptions<MercadoLibreAdapterOptions> options,
    TimeProvider time,
    ILogger<ThreadSignalHandler> logger) : ITopicHandler
{
    public string Topic => MercadoLibre.Topic.Messages.Value!;

    public async Task<SignalOutcome> HandleAsync(Signal signal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (await accounts.FindAsync(signal.Account, cancellationToken).ConfigureAwait(false) is not { } account)
            return Drop(signal, "the account isn't linked (any more)");
        var messages = client.For(signal.Account).Messages;
        try
        {
            if (!ThreadResource.TryParse(signal.Resource, out var pack, out var seller))
            {
                if (!ResourcePath.TryParse(MercadoLibre.Topic.Messages, signal.Resource, out var path, out var why) || path.Id is not { } id)
                    return new SignalOutcome.Park(SignalReasons.Unreadable.With(why ?? "it names no message."));
                var found = (await messages.GetAsync(id, cancellationToken).ConfigureAwait(false)).Found;
                if (found.PackId is not > 0) return new SignalOutcome.Park(MessageReasons.NoThread.With(id));
                (pack, seller) = (found.PackId.Value, found.SellerId ?? signal.Account);
            }

            return seller == signal.Account
                ? new SignalOutcome.Done(new Ingest([await LookAsync(account, messages, pack, cancellationToken).ConfigureAwait(false)]))
                : Drop(signal, "the thread belongs to another seller");
        }
        catch (MercadoLibreException failure)
        {
            return NotRead(signal, failure.Error);
        }
    }

    private async Task<ConversationIngest> LookAsync(Account account, IMessagesApi messages, long pack, CancellationToken cancellationToken)
    {
        var conversation = new ConversationRef(MessageKeys.Conversation(account.UserId, pack), account.UserId, MercadoLibreChannel.Orders);
        var stored = await turns.LoadAsync(conversation, cancellationToken).ConfigureAwait(false);

        // Only the buyer's: ours are stored when they are sent, before what the buyer wrote meanwhile was seen.
        var known = stored.Activities.Where(entry => entry.Role == ActivityRole.Incoming).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        var thread = await messages.ThreadAsync(pack, account.UserId, message => message.Key is { } key && known.Contains(MessageKeys.Activity(account.UserId, key)), cancellationToken).ConfigureAwait(false);
        var sale = await sales.FindAsync(account.UserId, pack, cancellationToken).ConfigureAwait(false);
        if (thread.All.Any(message => message.Key is { } key && message.From?.UserId != account.UserId && !known.Contains(MessageKeys.Activity(account.UserId, key))))
            await leads.BuyerWroteAsync(account.UserId, pack, cancellationToken).ConfigureAwait(false);
        return sight.See(
            new SeenThread(thread, stored, pack, sale.Select(order => order.Buyer).FirstOrDefault(buyer => buyer is not null) ?? Counterpart(thread, account.UserId), sale.Select(order => order.Site).FirstOrDefault(site => site is not null) ?? account.SiteId),
            options.Value.MessageSettle, options.Value.MessageReplyWithin, time.GetUtcNow());
    }

    /// <summary>Of a sale that isn't known: whoever writes and isn't Mercado Libre's agent.</summary>
    private static long? Counterpart(MessageThread thread, long seller) =>
        thread.All.Select(message => message.From?.UserId).FirstOrDefault(from => from is { } user && user != seller && !Recipient.IsAgent(user));

    private SignalOutcome NotRead(Signal signal, MercadoLibreError error)
    {
        var now = time.GetUtcNow();
        if (error.Kind != ErrorKind.NotFound) return UnreadResource.Outcome(signal, error, PlatformReasons.Of(error), options.Value, now);

        // A read right after the notice may come too early.
        return now - signal.LastAt < options.Value.NotFoundPatience
            ? new SignalOutcome.Later(UnreadResource.Backoff(signal, TimeSpan.FromSeconds(30), now), MessageReasons.NotYet)
            : Drop(signal, "Mercado Libre doesn't find the message");
    }

    private SignalOutcome.Done Drop(Signal signal, string reason)
    {
        InboundLog.Dropped(logger, signal.Account, signal.Resource, reason);
        return new SignalOutcome.Done(Ingest.Nothing);
    }
}
