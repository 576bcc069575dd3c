using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MeliBot.MercadoLibre.Tests;

public sealed class RateBudgetTests
{
    private readonly FakeTimeProvider _time = Clock.At();
    private readonly List<(RateBudget Budget, Task Call)> _asked = [];

    private RateBudget Create(Action<BudgetOptions>? configure = null)
    {
        var options = new MercadoLibreOptions();
        options.Budget.CallsPerSecond = 10;
        options.Budget.Burst = 10;
        options.Budget.LongestWait = TimeSpan.FromHours(1);
        configure?.Invoke(options.Budget);
        return new RateBudget(Options.Create(options), _time, NullLogger<RateBudget>.Instance);
    }

    private List<Task> Ask(RateBudget budget, int calls, long account = 1, CallKind kind = CallKind.Conversation) =>
        [.. Enumerable.Range(0, calls).Select(_ => Ask(budget, account, kind))];

    private Task Ask(RateBudget budget, long account, CallKind kind)
    {
        var call = budget.AcquireAsync(account, kind);
        _asked.Add((budget, call));
        return call;
    }

    private static int Granted(IEnumerable<Task> calls) => calls.Count(c => c.IsCompletedSuccessfully);

    /// <summary>Lets the clock run in steps small enough that no two permits fall together.</summary>
    private async Task RunAsync(double seconds)
    {
        for (var done = 0.0; done < seconds - 0.0001; done += 0.05)
        {
            _time.Advance(TimeSpan.FromSeconds(0.05));
            await Task.Yield();
        }

        // A permit that was granted reaches its caller on another thread.
        foreach (var budget in _asked.GroupBy(a => a.Budget))
        {
            while (budget.Count(a => !a.Call.IsCompleted) > budget.Key.State.Waiting)
                await Task.Yield();
        }
    }

    [Fact]
    public async Task After_the_burst_calls_go_at_the_rate()
    {
        using var budget = Create();
        var calls = Ask(budget, 100);
        Granted(calls).ShouldBe(10);
        await RunAsync(3);
        Granted(calls).ShouldBe(40);
        budget.State.Waiting.ShouldBe(60);
    }

    [Fact]
    public void No_sequence_of_calls_exceeds_burst_plus_rate() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[0, 400], Gen.Int[0, 2], Gen.Long[1, 4]).Array[1, 40].Sample(steps =>
        {
            var time = Clock.At();
            var options = new MercadoLibreOptions();
            (options.Budget.CallsPerSecond, options.Budget.Burst, options.Budget.BulkCallsPerSecond) = (7, 5, 2);
            options.Budget.LongestWait = TimeSpan.FromHours(1);
            using var budget = new RateBudget(Options.Create(options), time, NullLogger<RateBudget>.Instance);
            var calls = new List<Task>();
            var elapsed = 0.0;
            foreach (var (count, milliseconds, kind, account) in steps)
            {
                calls.AddRange(Enumerable.Range(0, count).Select(_ => budget.AcquireAsync(account, (CallKind)kind)));
                time.Advance(TimeSpan.FromMilliseconds(milliseconds));
                elapsed += milliseconds / 1000.0;
                if (Granted(calls) > 5 + (7 * elapsed) + 0.001)
                    return false;
            }

            return true;
        });

    [Fact]
    public async Task A_conversation_goes_before_a_thousand_waiting_bulk_calls_of_a_hundred_accounts()
    {
        using var budget = Create(o => o.BulkCallsPerSecond = 1000);
        var bulk = Enumerable.Range(1, 100).SelectMany(account => Ask(budget, 10, account, CallKind.Bulk)).ToList();
        await RunAsync(2);
        var before = Granted(bulk);
        var conversation = Ask(budget, 5, CallKind.Conversation);
        await RunAsync(0.2);
        conversation.IsCompletedSuccessfully.ShouldBeTrue();
        Granted(bulk).ShouldBeLessThanOrEqualTo(before + 1);
    }

    [Fact]
    public async Task Sweeps_and_bulk_move_even_when_conversations_never_pause()
    {
        using var budget = Create(o => o.BulkCallsPerSecond = 1000);
        var conversations = Ask(budget, 1000);
        var sweeps = Ask(budget, 100, 2, CallKind.Sweep);
        var bulk = Ask(budget, 100, 3, CallKind.Bulk);
        await RunAsync(32);
        Granted(conversations).ShouldBeGreaterThan(250);
        Granted(sweeps).ShouldBeGreaterThanOrEqualTo(15);
        Granted(bulk).ShouldBeGreaterThanOrEqualTo(15);
    }

    [Fact]
    public async Task Accounts_share_fairly()
    {
        using var budget = Create();
        var greedy = Ask(budget, 500, account: 1);
        var modest = Ask(budget, 20, account: 2);
        await RunAsync(4.2);
        Granted(modest).ShouldBe(20);
        Granted(greedy).ShouldBeLessThan(40);
    }

    [Fact]
    public async Task Bulk_goes_at_each_accounts_own_throughput()
    {
        using var budget = Create(o => o.BulkCallsPerSecondOf["2"] = 3);
        var one = Ask(budget, 50, 1, CallKind.Bulk);
        var two = Ask(budget, 50, 2, CallKind.Bulk);
        await RunAsync(5);
        Granted(one).ShouldBe(6);
        Granted(two).ShouldBe(18);
    }

    [Fact]
    public async Task A_429_halves_the_rate_once_a_storm_and_quiet_time_wins_it_back()
    {
        using var budget = Create();
        for (var i = 0; i < 30; i++)
            budget.Report(1, CallOutcome.RateLimited);
        budget.State.CallsPerSecond.ShouldBe(5);
        await RunAsync(1.1);
        budget.Report(1, CallOutcome.RateLimited);
        budget.State.CallsPerSecond.ShouldBe(2.5);
        for (var i = 0; i < 60; i++)
        {
            await RunAsync(1);
            budget.Report(1, CallOutcome.Fine);
        }

        budget.State.CallsPerSecond.ShouldBe(10);
    }

    [Fact]
    public async Task The_rate_never_falls_below_the_lowest()
    {
        using var budget = Create();
        for (var i = 0; i < 20; i++)
        {
            budget.Report(1, CallOutcome.RateLimited);
            await RunAsync(1.1);
        }

        budget.State.CallsPerSecond.ShouldBe(0.5);
    }

    [Fact]
    public async Task Retry_After_pauses_the_account_and_two_limited_accounts_pause_the_application()
    {
        using var budget = Create();
        budget.Report(1, CallOutcome.RateLimited, TimeSpan.FromSeconds(20));
        var limited = Ask(budget, 1, CallKind.Conversation);
        var other = Ask(budget, 2, CallKind.Conversation);
        await RunAsync(10);
        limited.IsCompleted.ShouldBeFalse();
        other.IsCompletedSuccessfully.ShouldBeTrue();

        budget.Report(2, CallOutcome.RateLimited, TimeSpan.FromSeconds(30));
        budget.Report(1, CallOutcome.RateLimited, TimeSpan.FromSeconds(30));
        var third = Ask(budget, 3, CallKind.Conversation);
        await RunAsync(29);
        third.IsCompleted.ShouldBeFalse();
        await RunAsync(2);
        third.IsCompletedSuccessfully.ShouldBeTrue();
        limited.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task Too_many_refusals_of_one_account_stop_that_account_and_no_other()
    {
        using var budget = Create();
        for (var i = 0; i < 20; i++)
            budget.Report(1, CallOutcome.Refused);

        var error = (await Should.ThrowAsync<MercadoLibreException>(() => budget.AcquireAsync(1, CallKind.Conversation))).Error;
        error.Kind.ShouldBe(ErrorKind.HeldBack);
        error.IsTransient.ShouldBeTrue();
        error.IsAmbiguous.ShouldBeFalse();
        error.RetryAfter.ShouldBe(TimeSpan.FromMinutes(1));
        await budget.AcquireAsync(2, CallKind.Conversation);
        budget.State.OpenBreakers.ShouldBe([1]);
    }

    [Fact]
    public async Task After_the_pause_one_call_decides()
    {
        using var budget = Create();
        for (var i = 0; i < 20; i++)
            budget.Report(1, CallOutcome.Refused);
        await RunAsync(61);
        await budget.AcquireAsync(1, CallKind.Conversation);
        await Should.ThrowAsync<MercadoLibreException>(() => budget.AcquireAsync(1, CallKind.Conversation));
        budget.Report(1, CallOutcome.Refused);
        await RunAsync(61);
        await budget.AcquireAsync(1, CallKind.Conversation);
        budget.Report(1, CallOutcome.Fine);
        await budget.AcquireAsync(1, CallKind.Conversation);
        budget.State.OpenBreakers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refusals_of_many_accounts_stop_the_application()
    {
        using var budget = Create();
        for (var i = 0; i < 100; i++)
            budget.Report(i + 1, CallOutcome.Refused);
        await Should.ThrowAsync<MercadoLibreException>(() => budget.AcquireAsync(999, CallKind.Conversation));
        budget.State.OpenBreakers.ShouldBe([0]);
    }

    [Fact]
    public async Task Tokens_of_many_accounts_that_die_in_one_moment_do_not_stop_the_application()
    {
        using var budget = Create();
        for (var account = 1; account <= 500; account++)
            budget.Report(account, CallOutcome.TokenRefused);
        await budget.AcquireAsync(999, CallKind.Conversation);
        budget.State.OpenBreakers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_that_is_refused_again_and_again_stops_its_account()
    {
        using var budget = Create();
        for (var i = 0; i < 20; i++)
            budget.Report(1, CallOutcome.TokenRefused);
        await Should.ThrowAsync<MercadoLibreException>(() => budget.AcquireAsync(1, CallKind.Conversation));
        budget.State.OpenBreakers.ShouldBe([1]);
    }

    [Fact]
    public async Task Refusals_among_many_good_calls_or_long_apart_stop_nothing()
    {
        using var budget = Create();
        for (var i = 0; i < 60; i++)
        {
            budget.Report(1, CallOutcome.Refused);
            for (var good = 0; good < 4; good++)
                budget.Report(1, CallOutcome.Fine);
        }

        await budget.AcquireAsync(1, CallKind.Conversation);
        using var slow = Create();
        for (var i = 0; i < 40; i++)
        {
            slow.Report(1, CallOutcome.Refused);
            await RunAsync(5);
        }

        await slow.AcquireAsync(1, CallKind.Conversation);
    }

    [Fact]
    public async Task A_call_that_waits_too_long_fails_without_having_been_sent_and_costs_no_permit()
    {
        using var budget = Create(o => o.LongestWait = TimeSpan.FromSeconds(5));
        budget.Report(1, CallOutcome.RateLimited, TimeSpan.FromSeconds(60));
        var waiting = Ask(budget, 3);
        await RunAsync(5.1);
        foreach (var call in waiting)
            (await Should.ThrowAsync<MercadoLibreException>(call)).Error.Kind.ShouldBe(ErrorKind.HeldBack);
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_the_queue()
    {
        using var budget = Create();
        Ask(budget, 10);
        using var stop = new CancellationTokenSource();
        var given = Enumerable.Range(0, 50).Select(_ => budget.AcquireAsync(1, CallKind.Conversation, stop.Token)).ToList();
        var last = budget.AcquireAsync(1, CallKind.Conversation);
        await stop.CancelAsync();
        await RunAsync(0.15);
        await last.WaitAsync(TimeSpan.FromSeconds(30));
        foreach (var call in given)
            await Should.ThrowAsync<OperationCanceledException>(call);
    }
}
