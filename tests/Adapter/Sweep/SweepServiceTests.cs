using System.Diagnostics.Metrics;
using System.Threading.Channels;
using MeliBot.Adapter.Sweep;
using MeliBot.Delivery.Leases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace MeliBot.Adapter.Tests.Sweep;

public sealed class SweepServiceTests
{
    private readonly Clock _time = new();
    private readonly SweepOptions _options = new();
    private readonly Leases _leases = new();

    [Fact]
    public async Task A_sweep_runs_at_once_and_then_at_its_cadence()
    {
        await using var host = Start("one");
        await host.Sweep.RanAsync();
        await _time.PausesAsync(1);
        _time.Advance(TimeSpan.FromSeconds(119));
        host.Sweep.Runs.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        await host.Sweep.RanAsync();
        host.Sweep.Runs.ShouldBe(2);
    }

    [Fact]
    public void Questions_are_looked_for_more_often_when_polling_is_the_only_source()
    {
        var sweep = new QuestionSweep(null!, null!, null!, null!, null!, null!, _time);
        sweep.Cadence(new SweepOptions()).ShouldBe(TimeSpan.FromMinutes(2));
        sweep.Cadence(new SweepOptions { Polling = true }).ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task One_host_sweeps_and_another_takes_over_when_its_right_has_lapsed()
    {
        await using var one = Start("one");
        await one.Sweep.RanAsync();
        await using var two = Start("two");
        await two.UntilAsync(state => state.StandBy);
        two.Sweep.Runs.ShouldBe(0);

        // The first host hangs: it renews nothing, and its right ends.
        _leases.Freeze("one");
        await _time.PausesAsync(2);
        _time.Advance(TimeSpan.FromMinutes(2));
        await two.Sweep.RanAsync();
        one.Sweep.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_stops_gives_the_right_back()
    {
        var one = Start("one");
        await one.Sweep.RanAsync();
        await one.DisposeAsync();
        (await _leases.TryAcquireAsync(SweepLease.Name, "two", _time.GetUtcNow(), TimeSpan.FromMinutes(1), CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_sweep_that_fails_runs_again_and_says_what_is_wrong_until_it_succeeds()
    {
        await using var host = Start("one");
        await host.Sweep.RanAsync();
        await _time.PausesAsync(1);
        host.Sweep.Next = _ => throw new InvalidOperationException("The file is locked.");
        _time.Advance(TimeSpan.FromMinutes(2));
        await host.Sweep.RanAsync();
        await host.UntilAsync(state => state.Problem == "The file is locked.");
        await _time.PausesAsync(2);
        host.Sweep.Next = run => run.Fail(100, "Reconnect it.");
        _time.Advance(TimeSpan.FromMinutes(2));
        await host.Sweep.RanAsync();
        await host.UntilAsync(state => state.Problem?.Contains("Reconnect it.") == true);
        await _time.PausesAsync(3);
        host.Sweep.Next = null;
        _time.Advance(TimeSpan.FromMinutes(2));
        await host.Sweep.RanAsync();
        await host.UntilAsync(state => state.Problem is null && state.LastSuccess == _time.GetUtcNow());
    }

    [Fact]
    public async Task What_a_run_has_found_is_told_while_it_goes_on()
    {
        await using var host = Start("one");
        await host.Sweep.RanAsync();
        await _time.PausesAsync(1);
        SweepState? midway = null;
        host.Sweep.Next = run =>
        {
            run.Accounts = 3;
            run.CountFound();
            run.CountDone();
            midway = host.Status.States.Single();
        };
        _time.Advance(TimeSpan.FromMinutes(2));
        await host.Sweep.RanAsync();
        await host.UntilAsync(state => state is { IsRunning: false, Found: 1 });
        (midway!.IsRunning, midway.Found, midway.Done, midway.Accounts).ShouldBe((true, 1, 1, 3));
    }

    private Host Start(string name)
    {
        var sweep = new Fake();
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var status = new SweepStatus(meters.GetRequiredService<IMeterFactory>(), _time);
        var lease = new SweepLease(_leases, Options.Create(_options), _time, name);
        var service = new SweepService([sweep], lease, status, Mock.Of<IOptionsMonitor<SweepOptions>>(m => m.CurrentValue == _options), _time, NullLogger<SweepService>.Instance);
        service.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        return new(service, sweep, status, lease, meters);
    }

    private sealed record Host(SweepService Service, Fake Sweep, SweepStatus Status, SweepLease Lease, ServiceProvider Meters) : IAsyncDisposable
    {
        /// <summary>The state follows its run at once, though not in the same instant.</summary>
        public async Task UntilAsync(Func<SweepState, bool> isSo)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (!Status.States.Any(isSo))
            {
                patience.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await Service.StopAsync(CancellationToken.None);
            Service.Dispose();
            Lease.Dispose();
            await Meters.DisposeAsync();
        }
    }

    private sealed class Fake : ISweep
    {
        private readonly Channel<int> _ran = Channel.CreateUnbounded<int>();
        private int _runs;

        public string Name => "questions";

        public int Runs => _runs;

        public Action<SweepRun>? Next { get; set; }

        public TimeSpan Cadence(SweepOptions options) => options.QuestionsEvery;

        public Task RunAsync(SweepRun run, CancellationToken cancellationToken)
        {
            _ran.Writer.TryWrite(Interlocked.Increment(ref _runs));
            Next?.Invoke(run);
            return Task.CompletedTask;
        }

        public Task<int> RanAsync() => _ran.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Stands still until it is moved, and knows who waits for it.</summary>
    private sealed class Clock() : FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
    {
        private int _timers;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Interlocked.Increment(ref _timers);
            return timer;
        }

        public async Task PausesAsync(int count)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (Volatile.Read(ref _timers) < count)
            {
                patience.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
    }

    private sealed class Leases : ILeaseStore
    {
        private readonly Lock _gate = new();
        private readonly HashSet<string> _frozen = [];
        private Lease? _lease;

        public void Freeze(string holder)
        {
            lock (_gate) _frozen.Add(holder);
        }

        public Task<Lease?> TryAcquireAsync(string name, string holder, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                if (_frozen.Contains(holder)) return Task.FromResult<Lease?>(null);
                if (_lease is { } held && held.Until > now && held.Holder != holder) return Task.FromResult<Lease?>(null);
                _lease = new(name, holder, (_lease?.Epoch ?? 0) + (_lease?.Holder == holder ? 0 : 1), now + duration);
                return Task.FromResult<Lease?>(_lease);
            }
        }

        public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                if (_lease?.Epoch == lease.Epoch) _lease = null;
                return Task.CompletedTask;
            }
        }
    }
}
