using System.Diagnostics.Metrics;
using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Sweep;
using MeliBot.Adapter.Webhooks;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Standing;

/// <summary>Gauges of how accounts, topics and calls stand; the same that the status page shows.</summary>
public sealed class StandingMeters
{
    public const string Name = "MeliBot.Adapter.Standing";

    /// <summary>So many accounts are told one by one: whoever has more behind has another problem.</summary>
    private const int MostBehind = 100;

    private readonly IRateBudget _budget;
    private readonly SweepNews _news;
    private readonly NotificationMeters _notifications;
    private readonly IOptionsMonitor<SweepOptions> _sweeps;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _since;
    private volatile IReadOnlyDictionary<AccountState, int>? _accounts;
    private volatile bool _stopped;

    public StandingMeters(
        IMeterFactory meters, IRateBudget budget, IOptions<MercadoLibreOptions> options, SweepNews news, NotificationMeters notifications, IOptionsMonitor<SweepOptions> sweeps, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_budget, _news, _notifications, _sweeps, _time, _since) = (budget, news, notifications, sweeps, time, time.GetUtcNow());
        var allowed = options.Value.Budget.CallsPerSecond;
        var meter = meters.Create(Name);
        meter.CreateObservableGauge("melibot.budget.rate", () => _budget.State.CallsPerSecond, "{call}/s", "Calls a second that are made at most now; 429s lower it.");
        meter.CreateObservableGauge("melibot.budget.allowed", () => allowed, "{call}/s", "Calls a second when all is well.");
        meter.CreateObservableGauge("melibot.budget.waiting", () => _budget.State.Waiting, "{call}", "Calls that wait for their turn.");
        meter.CreateObservableGauge("melibot.budget.breakers", () => _budget.State.OpenBreakers.Count, description: "Accounts whose calls are held back; the whole application counts as one.");
        meter.CreateObservableGauge("melibot.accounts", Accounts, "{account}", "Linked accounts, by state.");
        meter.CreateObservableGauge("melibot.accounts.lag", Lag, "s", "For how long a question had been at Mercado Libre without being known here, when the account was last swept.");
        meter.CreateObservableGauge("melibot.sends.stopped", Stopped, description: "1 while somebody stopped whatever the bot sends.");
        meter.CreateObservableGauge("melibot.notifications.silent", Silent, description: "1 where something happened minutes ago of which no notification told: the topic seems switched off.");
    }

    internal void Counted(IReadOnlyDictionary<AccountState, int> accounts, bool stopped) => (_accounts, _stopped) = (accounts, stopped);

    private IEnumerable<Measurement<int>> Accounts() => _accounts is not { } accounts ? [] :
        Enum.GetValues<AccountState>().Select(state => new Measurement<int>(accounts.GetValueOrDefault(state), new KeyValuePair<string, object?>("state", state.ToString().ToLowerInvariant())));

    private IEnumerable<Measurement<int>> Stopped() => _accounts is null ? [] : [new(_stopped ? 1 : 0)];

    private IEnumerable<Measurement<double>> Lag()
    {
        var behind = _news.Behind.OrderByDescending(account => account.Value).Take(MostBehind).ToList();
        return behind.Count == 0 ? [Of("-", 0)] : behind.Select(account => Of(account.Key, account.Value.TotalSeconds));

        static Measurement<double> Of(object account, double value) => new(value, new KeyValuePair<string, object?>("account", account));
    }

    private IEnumerable<Measurement<int>> Silent()
    {
        var heard = _notifications.LastByTopic;
        foreach (var (topic, at) in _news.Untold)
        {
            var standing = TopicStanding.Judge(topic, heard.TryGetValue(topic, out var last) ? last : null, at, _sweeps.CurrentValue.Polling, _since, _time.GetUtcNow());
            yield return new(standing.State == TopicState.Silent ? 1 : 0, new KeyValuePair<string, object?>("topic", topic));
        }
    }
}
