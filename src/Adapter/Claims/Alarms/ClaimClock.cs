using MeliBot.Delivery;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Turns;
using MeliBot.Delivery.Work;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Claims.Alarms;

/// <summary>
/// Points out what is due in claims when its moment comes. It looks at the claim first; where that can't be done it goes by what is known, because an alarm too many is better than one that nobody
/// heard. One host rings, of all that share the store.
/// </summary>
public sealed class ClaimClock(
    ClaimAlarms alarms,
    ClaimKeeper keeper,
    ClaimStore claims,
    ClaimActivities activities,
    ITurnRunner turns,
    ClaimClockLease lease,
    IOptionsMonitor<ClaimOptions> options,
    TimeProvider time,
    ILogger<ClaimClock> logger) : BackgroundService, IWorkerService
{
    private const int AtOnce = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RepeatAsync(stoppingToken).ConfigureAwait(false);
        }
        finally
        {
            await lease.GiveBackAsync().ConfigureAwait(false);
        }
    }

    private async Task RepeatAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await lease.HoldAsync(stoppingToken).ConfigureAwait(false)) await RingAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                ClaimLog.ClockStopped(logger, e);
            }

            await Task.Delay(options.CurrentValue.ClockEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>All alarms whose moment has come.</summary>
    public async Task RingAsync(CancellationToken cancellationToken)
    {
        var ended = AtOnce;
        while (ended > 0 && await alarms.DueAsync(time.GetUtcNow(), AtOnce, cancellationToken).ConfigureAwait(false) is { Count: > 0 } due)
        {
            ended = 0;
            foreach (var alarm in due)
            {
                if (!await lease.HoldAsync(cancellationToken).ConfigureAwait(false)) return;
                if (await RingAsync(alarm, cancellationToken).ConfigureAwait(false)) ended++;
            }
        }
    }

    /// <summary>False when it couldn't be pointed out now: it rings again, and holds up none of the others.</summary>
    private async Task<bool> RingAsync(ClaimAlarm alarm, CancellationToken cancellationToken)
    {
        try
        {
            if (await CurrentAsync(alarm, cancellationToken).ConfigureAwait(false) is { } claim && Holds(alarm, claim))
                await TellAsync(alarm, claim, cancellationToken).ConfigureAwait(false);
            await alarms.EndAsync(alarm, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is not DeliveryUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            ClaimLog.AlarmFailed(logger, alarm.Account, alarm.Claim, Delivery.Diagnostics.Thrown.Silent(e));
            return false;
        }
    }

    private async Task<StoredClaim?> CurrentAsync(ClaimAlarm alarm, CancellationToken cancellationToken)
    {
        try
        {
            return (await keeper.LookAsync(alarm.Account, alarm.Claim, "clock", cancellationToken).ConfigureAwait(false))?.Claim;
        }
        catch (MercadoLibreException failure)
        {
            ClaimLog.AlarmUnread(logger, alarm.Account, alarm.Claim, failure.Error.ToString());
            return await claims.FindAsync(alarm.Account, alarm.Claim, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What was due may have been done, and the claim may be over.</summary>
    private static bool Holds(ClaimAlarm alarm, StoredClaim claim) => claim.IsOpen && (alarm.DueAt is null || claim.DueAt == alarm.DueAt);

    private Task<CommitResult> TellAsync(ClaimAlarm alarm, StoredClaim claim, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var reason = ReasonOf(alarm);
        var value = new JObject { ["reason"] = reason.Text };
        var entry = activities.Event(new ClaimHappening(alarm.Name, alarm.What, now, alarm.Duty, Wants: false), claim, ActivityTurn.Pending, now, value, alarm.Duty);
        var toPerson = alarm.Name == ClaimEventNames.Overdue || (alarm.DueAt is { } due && due - now <= options.CurrentValue.EscalateFrom);
        if (alarm.Name == ClaimEventNames.Overdue) ClaimLog.Overdue(logger, claim.Account, claim.Id, alarm.Duty);
        return turns.RunAsync(
            new ConversationRef(ClaimKeys.Conversation(claim.Account, claim.Id), claim.Account, MercadoLibreChannel.Claims),
            (snapshot, _) => Task.FromResult<TurnCommit?>(new TurnCommit
            {
                Conversation = snapshot.Conversation,
                ExpectedVersion = snapshot.Version,
                Handled = [],
                Activities = [entry],
                Owner = toPerson && snapshot.Owner.Kind == OwnerKind.Bot ? Owner.Waiting : null,
            }),
            cancellationToken);
    }

    private static Reason ReasonOf(ClaimAlarm alarm)
    {
        var duty = alarm.Duty?.Split('/')[0] ?? "";
        var due = alarm.DueAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return alarm.Name switch
        {
            ClaimEventNames.Overdue => ClaimReasons.Overdue.With(duty, due),
            ClaimEventNames.DueSoon => ClaimReasons.DueSoon.With(duty, due),
            _ => new Reason(alarm.Reason ?? ""),
        };
    }
}
