using System.Collections.Concurrent;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Sweep;

/// <summary>
/// Raises every thread with messages that the seller hasn't read. A thread that a person leaves unread is looked at once for each new message: reading it marks nothing, so it stays in the
/// platform's list.
/// </summary>
public sealed class UnreadSweep(IAccountDirectory accounts, IMercadoLibreClient client, ISignalQueue queue, IOptionsMonitor<SweepOptions> options, TimeProvider time) : ISweep
{
    /// <summary>Who says so, in the signal.</summary>
    public const string Source = "sweep";

    // After a start everything is looked at once more.
    private readonly ConcurrentDictionary<long, Dictionary<long, int>> _seen = new();

    public string Name => "unread";

    public TimeSpan Cadence(SweepOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Polling ? options.PollingEvery : options.UnreadEvery;
    }

    public async Task RunAsync(SweepRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var linked = await accounts.ListAsync(cancellationToken);
        await run.EachAsync(linked, options.CurrentValue.Concurrency, (account, token) => SweepAsync(account, run, token), cancellationToken);
    }

    /// <summary>True: the platform lists at most 500 and has no pages, so what it shows is all that can be seen.</summary>
    private async Task<bool> SweepAsync(long account, SweepRun run, CancellationToken cancellationToken)
    {
        if (!await run.MayGoOnAsync(cancellationToken)) return false;
        var unread = await client.For(account, CallKind.Sweep).Messages.UnreadAsync(cancellationToken);
        var before = _seen.GetValueOrDefault(account);
        var now = new Dictionary<long, int>();
        foreach (var thread in unread.Results)
        {
            // Threads in which the account is the buyer are listed too; they can't be read as a seller.
            if (!thread.TryRead(out var pack, out var seller) || (seller is { } owner && owner != account)) continue;
            run.CountFound();
            var count = thread.Count ?? 0;
            now[pack] = count;
            if (before is not null && before.TryGetValue(pack, out var known) && known == count) continue;
            await queue.SendAsync(new(account, HandledTopics.Normalise(Topic.Messages), ThreadResource.Of(pack, account), time.GetUtcNow(), Source), cancellationToken);
            run.CountRaised();
        }

        _seen[account] = now;
        return true;
    }
}
