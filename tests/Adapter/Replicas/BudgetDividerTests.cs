using MeliBot.Adapter.Replicas;
using MeliBot.Delivery.Stores;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MeliBot.Adapter.Tests.Replicas;

/// <summary>However hosts come, hang and go, together they never spend more than the application has.</summary>
public sealed class BudgetDividerTests
{
    private const double CallsPerSecond = 20;
    private const double Tiny = 1e-9;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Records _records = new();

    [Fact]
    public async Task A_host_alone_has_all_of_it()
    {
        var host = Start("one");

        host.Share.Current.ShouldBe(0);
        await host.BeatAsync();

        host.Share.Current.ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_comes_waits_until_the_others_have_made_room_and_then_all_have_the_same()
    {
        var (one, two) = (Start("one"), Start("two"));
        await one.BeatAsync();

        (await two.BeatAsync()).ShouldBeTrue();
        (one.Share.Current, two.Share.Current).ShouldBe((1, 0));

        await one.BeatAsync();
        (one.Share.Current, two.Share.Current).ShouldBe((0.5, 0));

        (await two.BeatAsync()).ShouldBeFalse();
        (one.Share.Current, two.Share.Current).ShouldBe((0.5, 0.5));
    }

    [Fact]
    public async Task A_worker_has_more_than_a_host_that_only_takes_in()
    {
        var (worker, ingress) = (Start("worker", weight: 8), Start("ingress", weight: 1));
        foreach (var host in (Host[])[worker, ingress, worker, ingress]) await host.BeatAsync();

        worker.Share.Current.ShouldBe(8 / 9d, Tiny);
        ingress.Share.Current.ShouldBe(1 / 9d, Tiny);
    }

    [Fact]
    public async Task What_a_dead_host_had_goes_to_the_others_once_its_entry_has_ended()
    {
        var (dies, lives) = (Start("dies"), Start("lives"));
        foreach (var host in (Host[])[dies, lives, dies, lives]) await host.BeatAsync();

        for (var waited = TimeSpan.Zero; waited < BudgetDivider.Life; waited += BudgetDivider.Every)
        {
            await lives.BeatAsync();
            lives.Share.Current.ShouldBe(0.5);
            _time.Advance(BudgetDivider.Every);
        }

        await lives.BeatAsync();
        (dies.Share.Current, lives.Share.Current).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_host_that_goes_leaves_its_part_at_once()
    {
        var (goes, stays) = (Start("goes"), Start("stays"));
        foreach (var host in (Host[])[goes, stays, goes, stays]) await host.BeatAsync();

        await goes.Divider.StoppedAsync(default);
        await stays.BeatAsync();

        (goes.Share.Current, stays.Share.Current).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_host_that_cannot_reach_the_store_spends_nothing_once_another_may_have_its_part()
    {
        var host = Start("one");
        await host.BeatAsync();
        _records.IsAway = true;
        await Should.ThrowAsync<Delivery.DeliveryUnavailableException>(host.BeatAsync);

        host.Share.Current.ShouldBe(1);
        _time.Advance(BudgetDivider.Life - BudgetDivider.Margin);

        host.Share.Current.ShouldBe(0);
    }

    [Fact]
    public async Task Where_one_host_owns_the_store_nothing_is_divided()
    {
        var host = Start("one", shared: false);
        await host.Divider.StopAsync(default);
        await host.Divider.StoppedAsync(default);

        host.Share.Current.ShouldBe(1);
        (await _records.ListAsync("budget", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task However_hosts_come_hang_and_go_the_shares_never_add_up_to_more_than_the_whole()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var hosts = new List<Host>();
            for (var step = 0; step < 80; step++)
            {
                switch (random.Next(10))
                {
                    case 0 when hosts.Count < 6:
                        hosts.Add(Start($"{seed}/{step}", weight: random.Next(1, 9)));
                        break;
                    case 1 when hosts.Count > 0:
                        // Killed or stopped in the middle of something: it says nothing, and what it would still call counts.
                        hosts[random.Next(hosts.Count)].Hangs = true;
                        break;
                    case 2 when hosts.Count > 0 && hosts[random.Next(hosts.Count)] is var goes:
                        await goes.Divider.StoppedAsync(default);
                        hosts.Remove(goes);
                        break;
                    case 3 when hosts.Count > 0:
                        hosts[random.Next(hosts.Count)].Hangs = false;
                        break;
                    case < 7:
                        _time.Advance(TimeSpan.FromSeconds(random.Next(0, 8)));
                        break;
                    default:
                        if (hosts.Count > 0 && hosts[random.Next(hosts.Count)] is { Hangs: false } beats) await beats.BeatAsync();
                        break;
                }

                hosts.Sum(host => host.Share.Current).ShouldBeLessThanOrEqualTo(1 + Tiny, $"seed {seed}, step {step}");
            }

            foreach (var host in hosts) await host.Divider.StoppedAsync(default);
        }
    }

    [Fact]
    public async Task What_greedy_hosts_call_in_any_ten_seconds_is_within_the_applications_rate()
    {
        var calls = new List<DateTimeOffset>();
        var hosts = new List<Host>();
        for (var tick = 0; tick < 1200; tick++)
        {
            // One host, then two more, one dies, one goes.
            if (tick is 0 or 100 or 150) hosts.Add(Start($"host {tick}"));
            if (tick == 500) hosts[0].Hangs = true;
            if (tick == 900) await hosts[1].Divider.StoppedAsync(default);
            for (var number = 0; number < hosts.Count; number++)
            {
                if (!hosts[number].Hangs && (number != 1 || tick < 900) && (tick % 50 == number * 7 || hosts[number].Share.Current == 0)) await hosts[number].BeatAsync();
                calls.AddRange(Enumerable.Repeat(_time.GetUtcNow(), await hosts[number].CallAsync()));
            }

            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        foreach (var from in calls.Distinct())
        {
            // A burst may come on top of the rate, and one call for each host.
            calls.Count(call => call >= from && call < from.AddSeconds(10)).ShouldBeLessThanOrEqualTo((int)((CallsPerSecond * 10) + CallsPerSecond) + 3);
        }

        // Nor is the budget left lying: once all have theirs, all of it is spent.
        calls.Count(call => call >= calls[^1].AddSeconds(-20)).ShouldBeGreaterThan((int)(CallsPerSecond * 20 * 0.9));
    }

    private Host Start(string id, double weight = 1, bool shared = true)
    {
        var options = new MercadoLibreOptions();
        (options.Budget.Weight, options.Budget.CallsPerSecond, options.Budget.Burst, options.Budget.LongestWait) = (weight, CallsPerSecond, (int)CallsPerSecond, TimeSpan.FromHours(1));
        var share = new BudgetShare(_time);
        var divider = new BudgetDivider(new BudgetLedger(_records), share, new StoreInUse("records", shared), Options.Create(options), id, _time, NullLogger<BudgetDivider>.Instance);
        divider.StartingAsync(default).GetAwaiter().GetResult();
        return new Host(divider, share, new RateBudget(Options.Create(options), _time, NullLogger<RateBudget>.Instance, share));
    }

    private sealed class Host(BudgetDivider divider, BudgetShare share, RateBudget budget)
    {
        private Task? _waiting;

        public BudgetDivider Divider => divider;

        public BudgetShare Share => share;

        public bool Hangs { get; set; }

        public Task<bool> BeatAsync() => divider.BeatAsync(default);

        /// <summary>As many calls as go at this moment.</summary>
        public async Task<int> CallAsync()
        {
            for (var calls = 0; ; calls++)
            {
                _waiting ??= budget.AcquireAsync(1, CallKind.Conversation);

                // A permit that was granted reaches its caller on another thread.
                while (!_waiting.IsCompleted && budget.State.Waiting == 0) await Task.Yield();
                if (!_waiting.IsCompleted) return calls;
                _waiting = null;
            }
        }
    }
}
