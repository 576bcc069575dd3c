using System.Text.Json;
using MeliBot.Adapter;
using MeliBot.Adapter.Claims;
using MeliBot.Delivery;
using MeliBot.Delivery.Changes;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reading;
using MeliBot.Inbox.Claims;
using MeliBot.Inbox.Live;
using MeliBot.Inbox.Sales;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MeliBot.Inbox.Index;

/// <summary>Keeps the index true: reads every conversation once, then whatever changed, and tells the pages.</summary>
internal sealed partial class IndexProjector(IInboxIndex index, SaleProjector sales, ClaimStore claims, IDeliveryReader reader, IChangeFeed changes, InboxFeed feed, NameLearner names, TimeProvider time, ILogger<IndexProjector> logger) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var cursor = await index.CursorAsync(stoppingToken) ?? await FillAsync(stoppingToken);
                while (true)
                {
                    cursor = await FollowAsync(cursor, stoppingToken);
                    await changes.WaitAsync(cursor, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                Failed(logger, e is DeliveryUnavailableException ? null : e, e.GetType().Name);
                await PauseAsync(stoppingToken);
            }
        }
    }

    /// <summary>What is committed while it runs comes after the cursor, and is read again.</summary>
    private async Task<long> FillAsync(CancellationToken cancellationToken)
    {
        var cursor = await changes.LastAsync(cancellationToken);
        await sales.FillAsync(cancellationToken);
        ConversationRef? after = null;
        while (true)
        {
            var page = await reader.ConversationsAsync(after, Batch, cancellationToken);
            await PutAsync([.. page.Select(summary => summary.Conversation)], 0, cancellationToken);
            if (page.Count < Batch) break;
            after = page[^1].Conversation;
        }

        await index.PutAsync([], cursor, cancellationToken);
        return cursor;
    }

    private async Task<long> FollowAsync(long cursor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await changes.ReadAsync(cursor, Batch, cancellationToken);
            if (read.Count == 0) return cursor;
            cursor = read[^1].Sequence;
            // The board before the cursor: after a crash between the two it is only made again.
            var ofContacts = await sales.FollowAsync(read, cancellationToken);
            var conversations = read.Where(change => change.Conversation is not null).Select(change => (Conversation: change.Conversation!, change.Account)).Concat(ofContacts).Distinct().ToList();
            await PutAsync([.. conversations.Select(c => new ConversationRef(c.Conversation, c.Account, c.Conversation.Split(':', 2)[0]))], cursor, cancellationToken);
            feed.Tell(conversations.Select(c => c.Conversation).ToHashSet(StringComparer.Ordinal));
        }
    }

    private async Task PutAsync(IReadOnlyList<ConversationRef> conversations, long cursor, CancellationToken cancellationToken)
    {
        var entries = new List<IndexedEntry>(conversations.Count);
        foreach (var conversation in conversations)
        {
            if (await reader.ConversationAsync(conversation, cancellationToken) is not { } detail) continue;
            try
            {
                entries.Add(conversation.Kind switch
                {
                    MercadoLibreChannel.Orders => await SaleAsync(detail, cancellationToken),
                    MercadoLibreChannel.Claims => ClaimEntryMaker.Make(detail, await claims.FindAsync(conversation.Account, ClaimKeys.ClaimOf(conversation.Id), cancellationToken)),
                    _ => EntryMaker.Make(detail),
                });
            }
            catch (Exception e) when (e is JsonException or FormatException)
            {
                // One damaged row must not keep all others from being listed.
                Unreadable(logger, conversation.Id, e.Message);
            }
        }

        await index.PutAsync(entries, cursor, cancellationToken);
        foreach (var entry in entries.Where(indexed => !indexed.IsHidden).Select(indexed => indexed.Entry))
        {
            if (entry.Item is { } item) names.Want(entry.Account, item);
            if (entry.Buyer is { } buyer) names.Want(entry.Account, buyer.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private async Task<IndexedEntry> SaleAsync(ConversationDetail detail, CancellationToken cancellationToken)
    {
        var conversation = detail.Snapshot.Conversation;
        var (orders, contactDeleted) = await sales.OfConversationAsync(conversation.Id, conversation.Account, cancellationToken);
        return SaleEntryMaker.Make(detail, orders, contactDeleted);
    }

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(AfterFailure, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The loop ends by its own condition.
        }
    }

    [LoggerMessage(7003, LogLevel.Error, "Conversation {Conversation} isn't listed, because what is stored of it can't be read: {Why}. Repair its row, or restore the database from before.")]
    private static partial void Unreadable(ILogger logger, string conversation, string why);

    [LoggerMessage(7001, LogLevel.Warning, "The inbox's index could not be brought up to date ({Kind}); it is tried again.")]
    private static partial void Failed(ILogger logger, Exception? exception, string kind);
}
