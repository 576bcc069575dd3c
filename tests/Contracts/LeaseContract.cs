using MeliBot.Delivery.Leases;

namespace MeliBot.Contracts;

public abstract class LeaseContract<TFixture> : DeliveryContract<TFixture>
    where TFixture : DeliveryFixture, new()
{
    [Fact]
    public async Task One_holder_at_a_time_and_each_new_one_has_a_higher_epoch()
    {
        var mine = (await AcquireAsync("a")).ShouldNotBeNull();
        (await AcquireAsync("b")).ShouldBeNull();
        Store.Time.Advance(TimeSpan.FromSeconds(30));

        var next = (await AcquireAsync("b")).ShouldNotBeNull();
        next.Epoch.ShouldBe(mine.Epoch + 1);
        (await AcquireAsync("a")).ShouldBeNull();
    }

    [Fact]
    public async Task The_holder_prolongs_with_the_same_epoch()
    {
        var first = (await AcquireAsync("a")).ShouldNotBeNull();
        Store.Time.Advance(TimeSpan.FromSeconds(20));
        (await AcquireAsync("a")).ShouldBe(first with { Until = Store.Now.AddSeconds(30) });
        Store.Time.Advance(TimeSpan.FromSeconds(20));
        (await AcquireAsync("b")).ShouldBeNull();
    }

    [Fact]
    public async Task A_released_lease_is_free_at_once_and_its_epoch_still_rises()
    {
        var mine = (await AcquireAsync("a")).ShouldNotBeNull();
        await Store.Leases.ReleaseAsync(mine, default);

        (await AcquireAsync("a"))!.Epoch.ShouldBe(mine.Epoch + 1);
    }

    [Fact]
    public async Task Releasing_an_old_lease_leaves_the_new_holder_alone()
    {
        var mine = (await AcquireAsync("a")).ShouldNotBeNull();
        Store.Time.Advance(TimeSpan.FromSeconds(30));
        await AcquireAsync("b");
        await Store.Leases.ReleaseAsync(mine, default);

        (await AcquireAsync("a")).ShouldBeNull();
    }

    [Fact]
    public async Task Of_many_at_once_one_gets_it()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, 50).Select(holder => AcquireAsync($"{holder}")));
        leases.Count(lease => lease is not null).ShouldBe(1);
    }

    private Task<Lease?> AcquireAsync(string holder) => Store.Leases.TryAcquireAsync("refresh", holder, Store.Now, TimeSpan.FromSeconds(30), default);
}
