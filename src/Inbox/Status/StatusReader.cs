using MeliBot.Adapter;
using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Sweep;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Sending;
using MeliBot.Inbox.Index;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Inbox.Status;

/// <summary>Gathers the status from where each figure lives.</summary>
internal sealed class StatusReader(
    IDeliveryReader work,
    IParkingStore parking,
    AccountStore accounts,
    ITokenStore tokens,
    LagWatch lags,
    IRateBudget budget,
    IOptions<MercadoLibreOptions> options,
    HandledTopics topics,
    NotificationMeters notifications,
    IOptionsMonitor<SweepOptions> sweeping,
    SweepStatus sweeps,
    KeyRingReader keys,
    HostStart start,
    IInboxIndex index,
    IOptionsMonitor<ClaimOptions> claims,
    SendSwitch sends,
    TimeProvider time)
{
    private const int MostParked = 200;
    private const int MostPressing = 100;

    /// <summary>Counting everything takes a while in a large store, and pages read the status every second.</summary>
    private static readonly TimeSpan BalanceLasts = TimeSpan.FromMinutes(5);

    private readonly Lock _balancing = new();
    private Task<DeliveryBalance>? _counting;
    private DeliveryBalance? _balance;
    private DateTimeOffset? _balancedAt;

    public async Task<HostStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var standings = new List<AccountStanding>();
        foreach (var account in await accounts.ListAsync(cancellationToken)) standings.Add(await StandingAsync(account, cancellationToken));
        return new HostStatus(
            now,
            await work.CountsAsync(cancellationToken),
            await parking.ListAsync(null, MostParked, cancellationToken),
            standings,
            budget.State,
            options.Value.Budget.CallsPerSecond,
            [.. topics.All.Select(HandledTopics.Normalise).Order(StringComparer.Ordinal).Select(topic => Topic(topic, standings, now))],
            sweeps.States,
            keys.Read())
        {
            PressingClaims = await PressingAsync(now, cancellationToken),
            Sends = await sends.ReadAsync(cancellationToken),
            Balance = Balance(now),
        };
    }

    /// <summary>Asks Mercado Libre what each account has; a reading that follows knows it.</summary>
    public async Task LookAsync(bool fresh, CancellationToken cancellationToken)
    {
        foreach (var account in await accounts.ListAsync(cancellationToken))
        {
            if (account.State == AccountState.Active) await lags.ReadAsync(account, fresh, cancellationToken);
        }
    }

    /// <summary>What was counted last. Nobody waits for a new count, and one that fails leaves the old.</summary>
    private DeliveryBalance? Balance(DateTimeOffset now)
    {
        lock (_balancing)
        {
            if (_counting is { IsCompleted: true } done)
            {
                _balance = done.IsCompletedSuccessfully ? done.Result : _balance;
                (_counting, _balancedAt) = (null, now);
            }

            if (_counting is null && !(now - _balancedAt < BalanceLasts)) _counting = CountAsync();
            return _balance;
        }

        async Task<DeliveryBalance> CountAsync()
        {
            // Away from the page's own thread: a store in a file counts on whichever thread asks.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return await work.BalanceAsync(CancellationToken.None);
        }
    }

    /// <summary>The list begins with what is due soonest.</summary>
    private async Task<int> PressingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = now + claims.CurrentValue.RemindersInUse[^1];
        var page = await index.FindAsync(new InboxQuery(InboxState.Person, Kind: MercadoLibreChannel.Claims), 0, MostPressing, cancellationToken);
        return page.Entries.Count(entry => entry.DueAt <= until);
    }

    private async Task<AccountStanding> StandingAsync(Account account, CancellationToken cancellationToken)
    {
        var pair = await tokens.ReadAsync(account.UserId, cancellationToken);
        return new AccountStanding(account, pair?.ExpiresAt, pair?.RefreshToken is not null, lags.Last(account.UserId));
    }

    private TopicStanding Topic(string topic, List<AccountStanding> standings, DateTimeOffset now)
    {
        DateTimeOffset? last = notifications.LastByTopic.TryGetValue(topic, out var at) ? at : null;
        // Of questions we know by asking when the newest was asked; of other topics only what was told.
        var newest = topic == HandledTopics.Normalise(MercadoLibre.Topic.Questions) ? standings.Max(standing => standing.Newest?.AskedAt) : null;
        return TopicStanding.Judge(topic, last, newest, sweeping.CurrentValue.Polling, start.At, now);
    }
}
