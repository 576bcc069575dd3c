using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MeliBot.MercadoLibre.Tests;

public sealed class MessagePoolTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task No_minute_holds_more_calls_than_the_platform_allows_and_writes_dont_wait_for_reads()
    {
        var pools = new MessagePools(Options.Create(new MercadoLibreOptions { Budget = { LongestWait = TimeSpan.FromHours(1) } }), _time);
        var reads = Enumerable.Range(0, 1_000).Select(_ => pools.AcquireAsync(read: true, default)).ToList();

        await pools.AcquireAsync(read: false, default);
        for (var second = 0; second < 60; second++)
            _time.Advance(TimeSpan.FromSeconds(1));

        var passed = reads.Count(r => r.IsCompletedSuccessfully);
        passed.ShouldBeInRange(490, 500);
    }

    [Fact]
    public async Task What_would_wait_too_long_is_held_back_with_a_reason()
    {
        var pools = new MessagePools(Options.Create(new MercadoLibreOptions { Budget = { MessageCallsPerMinute = 60, LongestWait = TimeSpan.FromSeconds(5) } }), _time);
        var all = Enumerable.Range(0, 20).Select(_ => pools.AcquireAsync(read: true, default)).ToList();

        var refused = all.Where(t => t.IsFaulted).ToList();
        refused.ShouldNotBeEmpty();
        (await Should.ThrowAsync<MercadoLibreException>(() => refused[0])).Error.ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(ErrorKind.HeldBack), e => e.RetryAfter.ShouldNotBeNull());
    }
}
