using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Outbound.Sending;
using MeliBot.Delivery;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Turns;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>What all writing in a sale's thread shares: the thread is read first, what was posted becomes an entry, and every refusal has its meaning.</summary>
public sealed class SaleWriting(
    IMercadoLibreClient client,
    AccountStore accounts,
    OrderStore orders,
    SaleOfThread sold,
    ITurnStore turns,
    MessageActivities activities,
    MessageEvents events,
    IOptions<MercadoLibreAdapterOptions> options,
    IOptions<DeliveryOptions> delivery,
    TimeProvider time)
{
    // What was sent isn't marked as sent until it ends.
    private static readonly TimeSpan MarkReadPatience = TimeSpan.FromSeconds(2);

    // The platform's clock isn't ours, and it writes seconds.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public TimeSpan ReadBackAfter => options.Value.MessageReadBackAfter;

    /// <summary>The thread, or what becomes of the effect without it.</summary>
    internal async Task<(SaleThread? Thread, EffectOutcome? Instead)> ReadAsync(EffectLease lease, long pack, CancellationToken cancellationToken)
    {
        var slot = lease.Slot;
        if (await accounts.FindAsync(slot.Account, cancellationToken).ConfigureAwait(false) is not { } account)
            return (null, new EffectOutcome.Park(SendReason.Of(new SendBlock(SendCause.SourceDisabled))));
        try
        {
            var stored = await turns.LoadAsync(new ConversationRef(slot.Conversation, slot.Account, MercadoLibreChannel.Orders), cancellationToken).ConfigureAwait(false);
            var known = stored.Activities.Where(entry => entry.Role == ActivityRole.Incoming).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);

            // Back to what the buyer wrote before the first try: nothing of ours from this slot can be older.
            var since = lease.FirstSendingAt - Skew;
            var thread = await client.For(slot.Account).Messages.ThreadAsync(
                pack, slot.Account, message => message.At < since && message.Key is { } key && known.Contains(MessageKeys.Activity(slot.Account, key)), cancellationToken).ConfigureAwait(false);
            var sales = await sold.FindAsync(slot.Account, pack, cancellationToken).ConfigureAwait(false);
            return (new SaleThread(pack, account, thread, sales, stored, new MessageAuthors(thread, stored)), null);
        }
        catch (MercadoLibreException failure)
        {
            return (null, NotRead(lease, failure.Error));
        }
    }

    /// <summary>Reading took so long that another worker may take the slot over soon.</summary>
    internal EffectOutcome? TooSlow(EffectSlot slot) => slot.SendingAt is { } since && time.GetUtcNow() - since > delivery.Value.EffectLease / 2
        ? new EffectOutcome.Retry(TimeSpan.Zero, MessageReasons.SlowRead, Counts: false)
        : null;

    /// <summary>Absent after a post whose fate is unknown: what to do; null when it may be posted once more.</summary>
    internal EffectOutcome? Absent(EffectLease lease) => ReadBack.Absent(lease, ReadBackAfter, time.GetUtcNow(), MessageReasons.NotThereYet, MessageReasons.PostedTwice);

    /// <summary>Posts a plain message, once.</summary>
    internal async Task<EffectOutcome> PostAsync(EffectSlot slot, string text, IReadOnlyList<string>? files, SaleThread thread, CancellationToken cancellationToken)
    {
        if (Recipient.Of(thread.Thread, slot.Account, thread.Site, thread.Buyer) is not { } to) return new EffectOutcome.Park(MessageReasons.NobodyNamed);
        if (TooSlow(slot) is { } slow) return slow;
        try
        {
            var sent = await client.For(slot.Account).Messages.SendAsync(
                thread.Pack, slot.Account, new MessageRequest(new(slot.Account), new(to), text, files is { Count: > 0 } ? files : null), cancellationToken).ConfigureAwait(false);
            return await TakenAsync(slot, sent, text, thread, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure)
        {
            return Told(slot, NotPosted(failure.Error), thread);
        }
    }

    /// <summary>The platform said yes; without the message's name nobody can tell whether it is there.</summary>
    internal async Task<EffectOutcome> TakenAsync(EffectSlot slot, Message sent, string? said, SaleThread thread, CancellationToken cancellationToken) => sent.Key is null
        ? new EffectOutcome.Unknown(ReadBackAfter, MessageReasons.NotNamed)
        : await SentAsync(slot, sent, said, thread, cancellationToken).ConfigureAwait(false);

    /// <param name="slot">What was posted.</param>
    /// <param name="message">As the platform gives it back.</param>
    /// <param name="said">The text, where the platform leaves it out.</param>
    /// <param name="thread">Where it stands.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<EffectOutcome> SentAsync(EffectSlot slot, Message message, string? said, SaleThread thread, CancellationToken cancellationToken)
    {
        var result = new MessageResult(message.Key!, message.Status.Value, message.At).ToJson();
        var entry = activities.Entry(
            message with { From = new MessageParty { UserId = slot.Account }, Text = string.IsNullOrEmpty(message.Text) ? said : message.Text, SiteId = message.SiteId ?? thread.Site },
            slot.Account, thread.Pack, thread.Buyer, slot.Author, ActivityTurn.None, time.GetUtcNow());

        // A yes of the platform's isn't delivery.
        if (!message.IsDelivered)
        {
            var refused = new EffectOutcome.Refused(MessageReasons.Moderated.With(ThreadSight.Moderation(message)), result);
            return refused with { Activities = [entry, Event(MercadoLibreEvents.MessageRefused, slot, refused.Reason, thread)] };
        }

        await MarkReadAsync(slot.Account, thread.Pack, cancellationToken).ConfigureAwait(false);
        return new EffectOutcome.Sent(result) { Activities = [entry] };
    }

    /// <summary>The bot is told of what was refused.</summary>
    internal EffectOutcome Told(EffectSlot slot, EffectOutcome outcome, SaleThread thread) => outcome is EffectOutcome.Refused refused
        ? refused with { Activities = [Event(MercadoLibreEvents.MessageRefused, slot, refused.Reason, thread)] }
        : outcome;

    internal EffectOutcome Blocked(SendBlock block) => block.Until switch
    {
        SendUntil.Payment or SendUntil.Delivery or SendUntil.ReviewEnds or SendUntil.AgentAnswers or SendUntil.Moments => new EffectOutcome.Waiting(time.GetUtcNow() + options.Value.ReviewRecheck, SendReason.Of(block)),
        SendUntil.Action => new EffectOutcome.Park(SendReason.Of(block)),
        _ => new EffectOutcome.Refused(SendReason.Of(block)),
    };

    internal async Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, long pack, Reason reason, CancellationToken cancellationToken)
    {
        var sales = await orders.OfConversationAsync(slot.Account, pack, cancellationToken).ConfigureAwait(false);
        var (buyer, site) = (sales.Select(sale => sale.Buyer).FirstOrDefault(id => id is not null), sales.Select(sale => sale.Site).FirstOrDefault(known => known is not null));
        return [events.Create(MercadoLibreEvents.MessageParked, slot, reason, open: true, buyer, site, time.GetUtcNow())];
    }

    /// <summary>What a refusal of the post means.</summary>
    internal EffectOutcome NotPosted(MercadoLibreError error)
    {
        switch (error.Kind)
        {
            case ErrorKind.Forbidden when MessageErrors.IsBlocked(error):
                // Blocked between the reading and the post: the thread says more than the refusal.
                return new EffectOutcome.Retry(ReadBackAfter, MessageReasons.ReadAgain.With(PlatformReasons.Of(error).Store()));
            case ErrorKind.RateLimited or ErrorKind.HeldBack when !error.IsAmbiguous:
                return new EffectOutcome.Retry(error.RetryAfter ?? options.Value.RateLimitPause, PlatformReasons.Of(error), Counts: false);
            case ErrorKind.ReconnectRequired or ErrorKind.Unauthorized:
                return new EffectOutcome.Waiting(time.GetUtcNow() + options.Value.ReconnectRecheck, SendReason.Of(new SendBlock(SendCause.ReconnectRequired)));
            case ErrorKind.ApplicationRejected:
                return new EffectOutcome.Waiting(time.GetUtcNow() + options.Value.ReconnectRecheck, PlatformReasons.Of(error));
            case ErrorKind.LegalBlock:
                return new EffectOutcome.Refused(SendReason.Of(new SendBlock(SendCause.BuyerDeactivated)));
            case ErrorKind.MissingPermission or ErrorKind.Forbidden:
                return new EffectOutcome.Park(PlatformReasons.Of(error));
            case ErrorKind.Invalid when error.Status == 422:
                return new EffectOutcome.Park(SendReason.Of(new SendBlock(SendCause.FileExpired)));
            case ErrorKind.Invalid or ErrorKind.Unknown or ErrorKind.NotFound when !error.IsAmbiguous && error.Status is >= 400 and < 500:
                return new EffectOutcome.Refused(MessageReasons.Refused.With(PlatformReasons.Of(error).Store()));
            default:
                return new EffectOutcome.Unknown(error.RetryAfter ?? ReadBackAfter, MessageReasons.Unknown.With(PlatformReasons.Of(error).Store()));
        }
    }

    /// <summary>What it means that something had to be read before the post, and couldn't be.</summary>
    internal EffectOutcome NotRead(EffectLease lease, MercadoLibreError error) => error.Kind switch
    {
        ErrorKind.NotFound => new EffectOutcome.Refused(SendReason.Of(SendBlock.OfUnread(error)!)),
        ErrorKind.ReconnectRequired or ErrorKind.Unauthorized => new EffectOutcome.Retry(options.Value.ReconnectRecheck, SendReason.Of(new SendBlock(SendCause.ReconnectRequired)), Counts: false),
        ErrorKind.ApplicationRejected => new EffectOutcome.Retry(options.Value.ReconnectRecheck, PlatformReasons.Of(error), Counts: false),
        ErrorKind.MissingPermission or ErrorKind.Forbidden or ErrorKind.LegalBlock => new EffectOutcome.Park(SendReason.Of(SendBlock.OfUnread(error)!)),
        ErrorKind.RateLimited or ErrorKind.HeldBack => new EffectOutcome.Retry(error.RetryAfter ?? options.Value.RateLimitPause, PlatformReasons.Of(error), Counts: false),
        // Long outages pass; what fails for longer is shown to a person. What may have arrived stays to be read back.
        _ => new EffectOutcome.Retry(error.RetryAfter ?? options.Value.RateLimitPause, MessageReasons.NotRead.With(PlatformReasons.Of(error).Store()), Counts: lease.HasLasted(delivery.Value.GiveUpAfter, time.GetUtcNow())),
    };

    /// <summary>Who is answered was read. Only a courtesy: nothing depends on it.</summary>
    private async Task MarkReadAsync(long account, long pack, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(MarkReadPatience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await client.For(account).Messages.MarkReadAsync(pack, account, both.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is MercadoLibreException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The sweep of unread threads looks at it once more; it finds nothing new.
        }
    }

    private ActivityEntry Event(string name, EffectSlot slot, Reason reason, SaleThread thread) => events.Create(name, slot, reason, open: true, thread.Buyer, thread.Site, time.GetUtcNow());
}
