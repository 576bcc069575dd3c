using MeliBot.Delivery.State;

namespace MeliBot.Contracts;

public abstract class StateStoreContract<TFixture> : DeliveryContract<TFixture>
    where TFixture : DeliveryFixture, new()
{
    [Fact]
    public async Task Entries_come_in_the_order_asked_with_version_0_for_what_is_not_stored()
    {
        await Store.State.WriteAsync([new StateWrite(1, "b", 0, "B")], default);
        await Store.ReopenAsync();

        (await Store.State.ReadAsync([(1, "a"), (1, "b"), (2, "b"), (1, "b")], default))
            .ShouldBe([new StateEntry(1, "a", 0, null), new StateEntry(1, "b", 1, "B"), new StateEntry(2, "b", 0, null), new StateEntry(1, "b", 1, "B")]);
    }

    [Fact]
    public async Task All_or_nothing_is_written_and_the_loser_is_told_which_key_moved()
    {
        await Store.State.WriteAsync([new StateWrite(1, "b", 0, "B")], default);

        (await Store.State.WriteAsync([new StateWrite(1, "a", 0, "A"), new StateWrite(1, "b", 0, "other")], default)).ShouldBe("b");
        (await ReadAsync("a")).Version.ShouldBe(0);
        (await Store.State.WriteAsync([new StateWrite(1, "a", 0, "A"), new StateWrite(1, "b", 1, "other")], default)).ShouldBeNull();
        (await ReadAsync("b")).ShouldBe(new StateEntry(1, "b", 2, "other"));
    }

    [Fact]
    public async Task Without_an_expected_version_the_last_writer_wins()
    {
        await Store.State.WriteAsync([new StateWrite(1, "a", null, "1")], default);
        await Store.State.WriteAsync([new StateWrite(1, "a", null, "2")], default);
        (await ReadAsync("a")).ShouldBe(new StateEntry(1, "a", 2, "2"));
    }

    [Fact]
    public async Task A_deleted_key_reads_as_not_stored_and_its_old_versions_never_come_back()
    {
        await Store.State.WriteAsync([new StateWrite(1, "a", 0, "1")], default);
        await Store.State.WriteAsync([new StateWrite(1, "a", 1, null)], default);
        (await ReadAsync("a")).ShouldBe(new StateEntry(1, "a", 0, null));

        await Store.State.WriteAsync([new StateWrite(1, "a", 0, "2")], default);
        (await Store.State.WriteAsync([new StateWrite(1, "a", 1, "from the first life")], default)).ShouldBe("a");
    }

    [Fact]
    public async Task Of_many_who_read_the_same_version_one_writes()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(writer => Store.State.WriteAsync([new StateWrite(1, "a", 0, $"{writer}")], default)));

        results.Count(conflict => conflict is null).ShouldBe(1);
        (await ReadAsync("a")).Version.ShouldBe(1);
    }

    private async Task<StateEntry> ReadAsync(string key) => (await Store.State.ReadAsync([(1, key)], default))[0];
}
