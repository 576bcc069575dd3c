using System.Globalization;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Records;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Sweep;

/// <summary>
/// Raises the notifications that the platform gave up on. It keeps them for two days, so each is raised once: a stored mark says until when they were received that are done, and what lies near it
/// is remembered, because one appears only when its last attempt has failed.
/// </summary>
public sealed class MissedFeedSweep(
    IAccountDirectory accounts,
    IMercadoLibreClient client,
    ISignalQueue queue,
    IRecordStore records,
    HandledTopics topics,
    IOptions<MercadoLibreOptions> application,
    TimeProvider time,
    ILogger<MissedFeedSweep> logger) : ISweep
{
    public const string Source = "missed-feeds";

    private const string RecordKind = "sweep";
    private const string RecordKey = "missed-feeds";
    private const int PageSize = 50;
    private const int MostPages = 400;

    /// <summary>Attempts go on for an hour; twice that, because clocks differ.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(2);

    private readonly Dictionary<(string Topic, long Account, string Resource, DateTimeOffset? Received), DateTimeOffset> _raised = [];
    private bool _said;

    public string Name => "missed-feeds";

    public TimeSpan Cadence(SweepOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.MissedFeedsEvery;
    }

    public async Task RunAsync(SweepRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        ApplicationClient owner;
        try
        {
            owner = client.ForApplication();
        }
        catch (InvalidOperationException e)
        {
            Skip(run, e.Message);
            return;
        }

        var record = await records.ReadAsync(RecordKind, RecordKey, cancellationToken);
        var mark = DateTimeOffset.TryParse(record.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var stored) ? stored : DateTimeOffset.MinValue;
        var newest = mark;
        try
        {
            foreach (var topic in topics.All)
            {
                if (await SweepAsync(owner, topic, mark, run, cancellationToken) is not { } last) return;
                if (last > newest) newest = last;
            }
        }
        catch (MercadoLibreException e) when (e.Error.Kind is ErrorKind.Forbidden or ErrorKind.MissingPermission)
        {
            Skip(run, $"Mercado Libre refuses them to this application's owner ({e.Error.Status}): a test user's application can't read them.");
            return;
        }

        run.Accounts = 1;
        run.CountDone();
        foreach (var old in _raised.Where(entry => entry.Value < newest - Overlap - Overlap).Select(entry => entry.Key).ToList()) _raised.Remove(old);
        if (newest > mark) await records.WriteAsync(RecordKind, RecordKey, newest.ToString("O", CultureInfo.InvariantCulture), null, cancellationToken);
    }

    /// <summary>When the newest was received; null when this host lost the right to go on.</summary>
    private async Task<DateTimeOffset?> SweepAsync(ApplicationClient owner, Topic topic, DateTimeOffset mark, SweepRun run, CancellationToken cancellationToken)
    {
        var newest = mark;
        var offset = 0;
        for (var page = 0; page < MostPages; page++)
        {
            if (!await run.MayGoOnAsync(cancellationToken)) return null;
            var feeds = await owner.MissedFeeds.GetAsync(application.Value.Application.ClientId, topic.Value, null, offset, PageSize, cancellationToken);
            if (feeds.Messages.Count == 0) break;
            offset += feeds.Messages.Count;
            foreach (var feed in feeds.Messages)
            {
                run.CountFound();
                if (feed.Received > newest && feed.Received <= time.GetUtcNow()) newest = feed.Received.Value;
                await RaiseAsync(feed, mark, run, cancellationToken);
            }
        }

        return newest;
    }

    private async Task RaiseAsync(MissedFeed feed, DateTimeOffset mark, SweepRun run, CancellationToken cancellationToken)
    {
        if (mark > DateTimeOffset.MinValue + Overlap && feed.Received < mark - Overlap) return;
        // As distrustful as with a body from outside: the same checks.
        if (feed.ToNotification() is not { } notification || !topics.Contains(notification.Topic)) return;
        if (!ResourcePath.TryParse(notification.Topic, notification.Resource, out var path, out _)) return;
        if (!await accounts.IsLinkedAsync(notification.ApplicationId, notification.UserId, cancellationToken)) return;
        var topic = HandledTopics.Normalise(notification.Topic);
        if (!_raised.TryAdd((topic, notification.UserId, path.Path, feed.Received), feed.Received ?? time.GetUtcNow())) return;
        await queue.SendAsync(new(notification.UserId, topic, path.Path, time.GetUtcNow(), Source), cancellationToken);
        run.CountRaised();
    }

    private void Skip(SweepRun run, string reason)
    {
        run.Skipped = reason;
        if (_said) return;
        _said = true;
        SweepLog.NoMissedFeeds(logger, reason);
    }
}
