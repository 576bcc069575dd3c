using MeliBot.Adapter.Sweep;

namespace MeliBot.Adapter.Tests.Sweep;

public sealed class MissedFeedSweepTests
{
    /// <summary>Nobody listens there, so that every notification is missed.</summary>
    private static readonly Uri Nowhere = new("http://127.0.0.1:1/notifications");

    [Fact]
    public async Task What_the_platform_gave_up_on_is_raised_once()
    {
        await using var world = await SweepWorld.StartAsync(callback: Nowhere);
        var questions = world.Ask(60);
        await world.Simulator.World.WaitIdleAsync();
        var sweep = world.NewMissedFeedSweep();

        var first = await Run(sweep);
        var second = await Run(sweep);

        world.RaisedResources.ShouldBe(questions.Select(question => $"/questions/{question.Id}").Order(StringComparer.Ordinal));
        world.Raised.ShouldAllBe(hint => hint.Source == "missed-feeds" && hint.Account == world.Seller.Id);
        (first.Raised, second.Raised, second.Found).ShouldBe((60, 0, 60));
        first.Skipped.ShouldBeNull();
    }

    [Fact]
    public async Task Feeds_of_accounts_that_are_not_linked_here_are_left_alone()
    {
        await using var world = await SweepWorld.StartAsync(callback: Nowhere);
        var stranger = world.Simulator.World.CreateSeller();
        world.Simulator.World.Grant(world.Application.Id, stranger.Id);
        world.Ask(2, stranger);
        await world.Simulator.World.WaitIdleAsync();

        var run = await Run(world.NewMissedFeedSweep());

        (run.Found, run.Raised).ShouldBe((2, 0));
    }

    [Fact]
    public async Task A_platform_that_refuses_them_is_no_failure_and_is_said()
    {
        await using var world = await SweepWorld.StartAsync(applicationOwner: 1);
        var run = await Run(world.NewMissedFeedSweep());
        run.Skipped.ShouldNotBeNull().ShouldContain("test user");
    }

    [Fact]
    public async Task Without_the_owners_account_they_are_skipped_with_what_to_set()
    {
        await using var world = await SweepWorld.StartAsync(ownerSet: false);
        var run = await Run(world.NewMissedFeedSweep());
        run.Skipped.ShouldNotBeNull().ShouldContain("OwnerAccount");
    }

    private static async Task<SweepRun> Run(MissedFeedSweep sweep)
    {
        var run = new SweepRun(_ => Task.FromResult(true));
        await sweep.RunAsync(run, CancellationToken.None);
        return run;
    }
}
