using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
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

/// <summary>
/// Writes one message into a sale's thread. Reads the thread before anything else: it says whether the seller may write, and to whom. Nothing guards a message against being posted twice, so
/// after a post whose fate is unknown the thread is read back: there it is ours, and it was sent; absent after two reads apart it is posted once more; whatever then stays unknown is a person's.
/// </summary>
public sealed class MessageSender(
    IMercadoLibreClient client,
    AccountStore accounts,
    OrderStore orders,
    ITurnStore turns,
    MessageActivities activities,
    IOptions<MercadoLibreAdapterOptions> options,
    IOptions<DeliveryOptions> delivery,
    TimeProvider time) : IEffectSender
{
    /// <summary>The first try posts, the second only reads, the third reads and posts.</summary>
    private const int SecondPost = 3;

    /// <summary>The last try that waits for the second post to appear; within the tries that any effect has.</summary>
    private const int LastRead = 4;

    // Its clock isn't ours, and it writes seconds.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public string Kind => MessagePayload.Kind;

    private TimeSpan ReadBackAfter => options.Value.MessageReadBackAfter;

    public async Task<EffectOutcome> ExecuteAsync(EffectLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var slot = lease.Slot;
        if (MessagePayload.Parse(slot.Payload) is not { } payload)
            return new EffectOutcome.Park("What should be written can't be read. Write the message by hand.");
        if (await accounts.FindAsync(slot.Account, cancellationToken).ConfigureAwait(false) is not { } account)
            return new EffectOutcome.Park(Words(new SendBlock(SendCause.SourceDisabled)));

        var messages = client.For(slot.Account).Messages;
        var sales = await orders.OfConversationAsync(slot.Account, payload.Pack, cancellationToken).ConfigureAwait(false);
        MessageThread thread;
        try
        {
            thread = await messages.ThreadAsync(payload.Pack, slot.Account, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure)
        {
            return NotRead(lease, failure.Error);
        }

        if (lease.Recovering)
        {
            if (await OursAsync(lease, payload, thread, cancellationToken).ConfigureAwait(false) is { } ours) return Sent(slot, payload, ours, sales);
            if (slot.Attempt > LastRead)
                return new EffectOutcome.Park("It was posted twice, both times without an answer, and it isn't in the thread. Look at the sale on Mercado Libre before writing it again.");
            // One post only among these tries, however long each of them took.
            if (slot.Attempt != SecondPost)
                return new EffectOutcome.Unknown(ReadBackAfter, "It isn't in the thread yet; it is looked for again.");
            if (lease.FirstSendingAt + (2 * ReadBackAfter) - time.GetUtcNow() is { Ticks: > 0 } early)
                return new EffectOutcome.Retry(early, "It isn't in the thread yet; a little later it may be posted again.", Counts: false);
        }

        var permit = SendRules.Decide(Situation(slot, account, thread, sales));
        if (permit.Way != SendWay.Plain) return Blocked(permit.Block!);
        if (Recipient.Of(thread, slot.Account, sales.Select(sale => sale.Site).FirstOrDefault(site => site is not null) ?? account.SiteId, sales.Select(sale => sale.Buyer).FirstOrDefault(id => id is not null)) is not { } to)
            return new EffectOutcome.Park("Nothing says to whom this message has to go: neither the thread nor the sale names the buyer. Write it on Mercado Libre.");
        if (slot.SendingAt is { } since && time.GetUtcNow() - since > delivery.Value.EffectLease / 2)
            return new EffectOutcome.Retry(TimeSpan.Zero, "Reading the thread took so long that another worker may take over soon.", Counts: false);

        try
        {
            var sent = await messages.SendAsync(
                payload.Pack, slot.Account, new MessageRequest(new(slot.Account), new(to), payload.Text, payload.Files is { Count: > 0 } files ? files : null), cancellationToken).ConfigureAwait(false);
            return sent.Key is null ? new EffectOutcome.Unknown(ReadBackAfter, "Mercado Libre took the message but doesn't name it.") : Sent(slot, payload, sent, sales);
        }
        catch (MercadoLibreException failure)
        {
            return NotPosted(failure.Error);
        }
    }

    public Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ActivityEntry>>([]);

    private static SendSituation Situation(EffectSlot slot, Account account, MessageThread thread, IReadOnlyList<StoredOrder> sales) => new()
    {
        Author = slot.Author.StartsWith("agent:", StringComparison.Ordinal) ? SendAuthor.Person : SendAuthor.Bot,
        Stage = OrderStages.OfPack(sales.Select(sale => sale.Stage)),
        NeedsReconnect = account.State == AccountState.Reconnect,
        Thread = thread.ConversationStatus,
        BuyerWrote = thread.All.Any(message => message.From?.UserId is { } from && from != slot.Account),
        LastIsSellers = thread.All is [.., { From.UserId: { } last }] && last == slot.Account,
        BeforeLinking = sales.Count > 0 && sales.All(sale => sale.CreatedAt < account.LinkedAt),
        IsFraudRisk = sales.Any(sale => sale.FraudRisk),
        Delivery = sales.Select(sale => sale.Shipment?.PromisedFor).Max(),
    };

    /// <summary>The message of ours that a post of this slot left, if one did: the same text, since it was announced, and no other slot's.</summary>
    private async Task<Message?> OursAsync(EffectLease lease, MessagePayload payload, MessageThread thread, CancellationToken cancellationToken)
    {
        var slot = lease.Slot;
        var snapshot = await turns.LoadAsync(new ConversationRef(slot.Conversation, slot.Account, MercadoLibreChannel.Orders), cancellationToken).ConfigureAwait(false);
        var others = snapshot.Effects.Where(other => other.Key != slot.Key).Select(other => MessageResult.Parse(other.Result)?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return thread.All.FirstOrDefault(message =>
            message.From?.UserId == slot.Account
            && message.Key is { } id && !others.Contains(id)
            && (message.At is null || message.At >= lease.FirstSendingAt - Skew)
            && AnswerText.Same(payload.Text, message.Text)
            && (payload.Files ?? []).All(file => message.Files.Any(there => there.Key == file)));
    }

    private EffectOutcome Sent(EffectSlot slot, MessagePayload payload, Message message, IReadOnlyList<StoredOrder> sales)
    {
        var result = new MessageResult(message.Key!, message.Status.Value, message.At).ToJson();
        var entry = activities.Entry(
            message with { From = message.From ?? new MessageParty { UserId = slot.Account }, Text = string.IsNullOrEmpty(message.Text) ? payload.Text : message.Text },
            slot.Account, payload.Pack, sales.Select(sale => sale.Buyer).FirstOrDefault(id => id is not null), slot.Author, ActivityTurn.None, time.GetUtcNow());
        // A yes of the platform's isn't delivery.
        return message.IsDelivered
            ? new EffectOutcome.Sent(result) { Activities = [entry] }
            : new EffectOutcome.Refused($"Mercado Libre's moderation kept the message from the buyer: {message.Moderated?.Reason.Value ?? message.Status.Value}.", result) { Activities = [entry] };
    }

    private EffectOutcome Blocked(SendBlock block) => block.Until switch
    {
        SendUntil.Payment or SendUntil.Delivery or SendUntil.ReviewEnds or SendUntil.AgentAnswers or SendUntil.Moments => new EffectOutcome.Waiting(time.GetUtcNow() + options.Value.ReviewRecheck, Words(block)),
        SendUntil.Action => new EffectOutcome.Park(Words(block)),
        _ => new EffectOutcome.Refused(Words(block)),
    };

    private EffectOutcome NotRead(EffectLease lease, MercadoLibreError error) => error.Kind switch
    {
        ErrorKind.NotFound => new EffectOutcome.Refused("Mercado Libre knows no such sale."),
        ErrorKind.ReconnectRequired or ErrorKind.Unauthorized => new EffectOutcome.Retry(options.Value.ReconnectRecheck, Words(new SendBlock(SendCause.ReconnectRequired)), Counts: false),
        ErrorKind.ApplicationRejected => new EffectOutcome.Retry(options.Value.ReconnectRecheck, PlatformReasons.Of(error), Counts: false),
        ErrorKind.MissingPermission => new EffectOutcome.Park(Words(new SendBlock(SendCause.PermissionMissing))),
        ErrorKind.Forbidden => new EffectOutcome.Park(Words(new SendBlock(SendCause.OrderOfAnotherSeller))),
        ErrorKind.LegalBlock => new EffectOutcome.Park(Words(new SendBlock(SendCause.BuyerDeactivated))),
        ErrorKind.RateLimited or ErrorKind.HeldBack => new EffectOutcome.Retry(error.RetryAfter ?? options.Value.RateLimitPause, error.Message, Counts: false),
        // Long outages pass; what fails for an hour is shown to a person. What may have arrived stays to be read back.
        _ => new EffectOutcome.Retry(error.RetryAfter ?? options.Value.RateLimitPause, $"The thread can't be read: {error.Message}", Counts: time.GetUtcNow() - lease.FirstSendingAt > TimeSpan.FromHours(1)),
    };

    private EffectOutcome NotPosted(MercadoLibreError error)
    {
        switch (error.Kind)
        {
            case ErrorKind.Forbidden when MessageErrors.IsBlocked(error):
                // Blocked between the reading and the post: the thread says more than the refusal.
                return new EffectOutcome.Retry(ReadBackAfter, $"Mercado Libre refused it: {error.Message} The thread is read again.");
            case ErrorKind.RateLimited or ErrorKind.HeldBack when !error.IsAmbiguous:
                return new EffectOutcome.Retry(error.RetryAfter ?? options.Value.RateLimitPause, error.Message, Counts: false);
            case ErrorKind.ReconnectRequired or ErrorKind.Unauthorized:
                return new EffectOutcome.Waiting(time.GetUtcNow() + options.Value.ReconnectRecheck, Words(new SendBlock(SendCause.ReconnectRequired)));
            case ErrorKind.ApplicationRejected:
                return new EffectOutcome.Waiting(time.GetUtcNow() + options.Value.ReconnectRecheck, PlatformReasons.Of(error));
            case ErrorKind.MissingPermission or ErrorKind.Forbidden or ErrorKind.LegalBlock:
                return new EffectOutcome.Park(PlatformReasons.Of(error));
            case ErrorKind.Invalid when error.Status == 422:
                return new EffectOutcome.Park(Words(new SendBlock(SendCause.FileExpired)));
            case ErrorKind.Invalid or ErrorKind.Unknown or ErrorKind.NotFound when !error.IsAmbiguous && error.Status is >= 400 and < 500:
                return new EffectOutcome.Refused($"Mercado Libre refused the message: {error.Message}");
            default:
                return new EffectOutcome.Unknown(error.RetryAfter ?? ReadBackAfter, $"It isn't known whether the message arrived: {error.Message}");
        }
    }

    private static Reason Words(SendBlock block) => block.Sentence("en");
}
