using System.Collections.Concurrent;
using MeliBot.Adapter;
using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Outbound.Sending;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Logging;

namespace MeliBot.Inbox.Sales;

/// <summary>Whether a person may write in a sale's thread now, by the rules that the sender goes by.</summary>
/// <param name="Permit">Null when it can't be told; <paramref name="Problem"/> says why.</param>
/// <param name="Longest">What one message may have.</param>
/// <param name="IsSingle">One message at a time: Mercado Libre's agent sits in the thread.</param>
/// <param name="At">When the thread was read; null when it wasn't.</param>
internal sealed record SaleSending(SendPermit? Permit, Reason? Problem, int Longest, bool IsSingle, DateTimeOffset? At);

/// <summary>Looks at threads on Mercado Libre for people, and remembers them for a while.</summary>
internal sealed partial class SaleThreads(IMercadoLibreClient client, AccountStore accounts, TimeProvider time, ILogger<SaleThreads> logger)
{
    private const int MostMarked = 10_000;

    private readonly Sharing<(long Account, long Pack), (Seen? Thread, MercadoLibreError? Error)> _reads = new(TimeSpan.FromSeconds(20), 2_000, time);
    private readonly ConcurrentDictionary<(long Account, long Pack), string> _marked = new();

    /// <param name="view">The sale.</param>
    /// <param name="fresh">Reads the thread now, whatever is remembered.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SaleSending> LookAsync(SaleView view, bool fresh, CancellationToken cancellationToken)
    {
        var key = (view.Conversation.Account, view.Pack);
        if (await accounts.FindAsync(key.Account, cancellationToken) is not { } account) return No(new SendBlock(SendCause.SourceDisabled));
        if (account.State == AccountState.Reconnect) return No(new SendBlock(SendCause.ReconnectRequired));
        var (seen, error) = await _reads.ReadAsync(key, fresh, () => ReadAsync(key.Account, key.Pack)).WaitAsync(cancellationToken);
        if (seen is null) return SendBlock.OfUnread(error!) is { } block ? No(block) : new SaleSending(null, PlatformReasons.Of(error!), MessageThread.UsualLength, false, null);

        var situation = SendSituation.Of(SendAuthor.Person, account, view.Orders, seen.State, seen.BuyerWrote || view.BuyerWrote, seen.LastIsSellers);
        var permit = SendRules.Decide(situation);
        if (permit.Way == SendWay.Reason)
        {
            try
            {
                permit = SendRules.Decide(situation with { Guide = await client.For(key.Account).Messages.ActionGuideAsync(key.Pack, cancellationToken) });
            }
            catch (MercadoLibreException failure)
            {
                if (MessageErrors.WantsPlainMessage(failure.Error)) permit = SendPermit.Plain;
                else return new SaleSending(permit, PlatformReasons.Of(failure.Error), seen.Longest, seen.HasAgent, seen.At);
            }
        }

        return new SaleSending(permit, null, seen.Longest, seen.HasAgent, seen.At);
    }

    /// <summary>A person has opened it: Mercado Libre is told that what the buyer wrote is read, once.</summary>
    public async Task MarkReadAsync(SaleView view, CancellationToken cancellationToken)
    {
        if (view.Messages.LastOrDefault(message => message.IsIncoming) is not { ReadAt: null } newest) return;
        var key = (view.Conversation.Account, view.Pack);
        if (_marked.TryGetValue(key, out var marked) && marked == newest.Id) return;
        try
        {
            await client.For(key.Account).Messages.MarkReadAsync(key.Pack, key.Account, cancellationToken);
            if (_marked.Count >= MostMarked) _marked.Clear();
            _marked[key] = newest.Id;
        }
        catch (MercadoLibreException failure)
        {
            // It stays unread there; the next who opens it tells it again.
            NotMarked(logger, key.Account, key.Pack, failure.Error.Kind.ToString());
        }
    }

    private async Task<((Seen? Thread, MercadoLibreError? Error) Read, bool Keep)> ReadAsync(long account, long pack)
    {
        try
        {
            var thread = await client.For(account).Messages.PageAsync(pack, account, 0, MessageReads.PageSize);
            var newest = thread.All.OrderBy(message => message.At).ThenBy(message => message.Key, StringComparer.Ordinal).LastOrDefault();
            return ((new Seen(
                thread.ConversationStatus,
                thread.LongestText,
                thread.All.Any(message => message.From?.UserId is { } from && from != account),
                newest?.From?.UserId == account,
                time.GetUtcNow()), null), true);
        }
        catch (MercadoLibreException failure)
        {
            return ((null, failure.Error), false);
        }
    }

    private static SaleSending No(SendBlock block) => new(SendPermit.No(block), null, MessageThread.UsualLength, false, null);

    [LoggerMessage(7005, LogLevel.Information, "The thread of sale {Pack} of account {Account} couldn't be marked as read: {Kind}.")]
    private static partial void NotMarked(ILogger logger, long account, long pack, string kind);

    private sealed record Seen(MessageThreadState? State, int Longest, bool BuyerWrote, bool LastIsSellers, DateTimeOffset At)
    {
        public bool HasAgent => State?.HasAgent == true;
    }
}
