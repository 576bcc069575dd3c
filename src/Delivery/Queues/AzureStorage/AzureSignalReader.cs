using System.Diagnostics;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Signals;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Queues.AzureStorage;

/// <summary>
/// Brings hints from the queues into the store. A message is deleted only when its signal is durable, so a crash in between repeats it, which a signal doesn't mind. What can't become a signal goes
/// to the poison queue after some tries, where a person finds it; a store that takes no writes is nobody's poison: then nothing is read until it does.
/// </summary>
internal sealed class AzureSignalReader(AzureQueues queues, ISignalStore signals, IOptions<AzureQueueOptions> options, DeliveryMeters meters, TimeProvider time, ILogger<AzureSignalReader> logger) : BackgroundService
{
    /// <summary>The most that the platform gives at once.</summary>
    private const int Batch = 32;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(queues.Partitions.Select(queue => ReadAsync(queue, stoppingToken)));

    private async Task ReadAsync(QueueClient queue, CancellationToken stopping)
    {
        var pause = ShortestPause;
        while (!stopping.IsCancellationRequested)
        {
            var took = 0;
            try
            {
                took = await ReadOnceAsync(queue, stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                queues.Failed(e);

                // Whatever it was (a sign-in that failed, a store that takes nothing): a reader that ended would leave what was accepted in the queue for good.
                Log.QueueUnread(logger, queue.Name, Thrown.Silent(e));
            }

            // An idle queue is looked at seldom, a busy one without a pause.
            pause = took > 0 ? ShortestPause : TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, options.Value.LongestPause.Ticks));
            if (took < Batch) await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>How many messages came.</returns>
    private async Task<int> ReadOnceAsync(QueueClient queue, CancellationToken cancellationToken)
    {
        await queues.EnsureAsync(cancellationToken).ConfigureAwait(false);
        QueueMessage[] messages = await queue.ReceiveMessagesAsync(Batch, options.Value.Visibility, cancellationToken).ConfigureAwait(false);
        if (messages.Length == 0) return 0;

        // What was received is brought to its end, whether or not a stop comes: left alone it would be hidden from every other host for a while.
        using var patience = new CancellationTokenSource(options.Value.Visibility, time);
        HeldMessage[] held = [.. messages.Select(message => new HeldMessage(queue, message))];
        using var renewing = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
        var renewal = RenewAsync(held, renewing.Token);
        try
        {
            await Task.WhenAll(held.Select(message => TakeAsync(message, patience.Token))).ConfigureAwait(false);
        }
        finally
        {
            await renewing.CancelAsync().ConfigureAwait(false);
            await renewal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var message in held) message.Dispose();
        }

        return messages.Length;
    }

    private async Task TakeAsync(HeldMessage message, CancellationToken cancellationToken)
    {
        if (SignalMessage.Read(message.Body) is not { } hint)
        {
            await PoisonAsync(message, null, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (await RaiseAsync(message, hint, cancellationToken).ConfigureAwait(false))
            await message.DeleteAsync(cancellationToken).ConfigureAwait(false);
        else
            await PoisonAsync(message, hint, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Whether the signal is durable.</returns>
    private async Task<bool> RaiseAsync(HeldMessage message, SignalHint hint, CancellationToken cancellationToken)
    {
        using var span = DeliverySpans.Start(DeliverySpans.SignalReceive, hint.Account, hint.Resource, hint.Trace, ActivityKind.Consumer);
        try
        {
            await signals.RaiseAsync(hint, cancellationToken).ConfigureAwait(false);
            meters.Dequeued(hint.At);
            return true;
        }
        catch (Exception e) when (e is not (DeliveryUnavailableException or OperationCanceledException))
        {
            span.Failed(e);
            Log.HintFailed(logger, message.Id, message.Dequeues, Thrown.Silent(e));
            return false;
        }
    }

    /// <summary>Into the parking, where people look, and copied before it is deleted: a crash in between leaves it twice, never nowhere.</summary>
    private async Task PoisonAsync(HeldMessage message, SignalHint? hint, CancellationToken cancellationToken)
    {
        if (message.Dequeues < options.Value.MaxDequeues) return;
        await signals.RaiseAsync(PoisonedHint.Of(hint, queues.Poison.Name, message.Id, time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        await queues.Poison.SendMessageAsync(message.Body ?? "", timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: cancellationToken).ConfigureAwait(false);
        await message.DeleteAsync(cancellationToken).ConfigureAwait(false);
        meters.Poisoned();
        Log.Poisoned(logger, message.Id, queues.Poison.Name);
    }

    private async Task RenewAsync(IReadOnlyList<HeldMessage> held, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(options.Value.Visibility / 2, time, cancellationToken).ConfigureAwait(false);
            foreach (var message in held)
            {
                try
                {
                    await message.RenewAsync(options.Value.Visibility, cancellationToken).ConfigureAwait(false);
                }
                catch (RequestFailedException e)
                {
                    Log.QueueUnread(logger, message.Id, Thrown.Silent(e));
                }
            }
        }
    }
}
