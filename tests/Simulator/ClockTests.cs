using Microsoft.Extensions.Time.Testing;

namespace MeliBot.Simulator.Tests;

public sealed class ClockTests
{
    [Fact]
    public async Task Timers_fire_by_the_walls_time_times_the_speed()
    {
        var wall = new FakeTimeProvider();
        var clock = new SimulatorClock(wall, speed: 60);
        var delay = Task.Delay(TimeSpan.FromMinutes(10), clock, Playground.Cancel);

        wall.Advance(TimeSpan.FromSeconds(9.9));
        delay.IsCompleted.ShouldBeFalse();
        wall.Advance(TimeSpan.FromSeconds(0.1));
        await delay;

        (clock.GetUtcNow() - wall.Start).ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task A_jump_fires_what_is_due_and_leaves_the_rest()
    {
        var clock = new SimulatorClock(new FakeTimeProvider());
        var near = Task.Delay(TimeSpan.FromHours(1), clock, Playground.Cancel);
        var far = Task.Delay(TimeSpan.FromHours(3), clock, Playground.Cancel);

        clock.Advance(TimeSpan.FromHours(2));
        await near;
        far.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromHours(1));
        await far;
    }

    [Fact]
    public void A_period_repeats()
    {
        var clock = new SimulatorClock(new FakeTimeProvider());
        var ticks = 0;
        using var timer = clock.CreateTimer(_ => ticks++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        for (var i = 0; i < 5; i++) clock.Advance(TimeSpan.FromSeconds(1));
        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(5));

        ticks.ShouldBe(5);
    }

    [Fact]
    public void Time_never_goes_back() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SimulatorClock(new FakeTimeProvider()).Advance(TimeSpan.FromSeconds(-1)));

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("1.5s", 1.5)]
    [InlineData("4m", 240)]
    [InlineData("2h", 7200)]
    [InlineData("3d", 259200)]
    [InlineData("7", 7)]
    public void Lengths_of_time_are_read_as_people_write_them(string text, double seconds)
    {
        Durations.TryParse(text, out var value).ShouldBeTrue();
        value.TotalSeconds.ShouldBe(seconds);
    }
}
