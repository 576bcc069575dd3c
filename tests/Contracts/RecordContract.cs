namespace MeliBot.Contracts;

public abstract class RecordContract<TFixture> : DeliveryContract<TFixture>
    where TFixture : DeliveryFixture, new()
{
    [Fact]
    public async Task A_record_is_written_only_over_the_version_that_was_read()
    {
        (await ReadAsync()).ShouldBe(new Delivery.Records.Record("account", "1", 0, null));
        (await WriteAsync("A", 0)).ShouldBeTrue();
        (await WriteAsync("B", 0)).ShouldBeFalse();
        await Store.ReopenAsync();
        (await ReadAsync()).ShouldBe(new Delivery.Records.Record("account", "1", 1, "A"));
        (await WriteAsync("B", 1)).ShouldBeTrue();
        (await ReadAsync()).ShouldBe(new Delivery.Records.Record("account", "1", 2, "B"));
    }

    [Fact]
    public async Task Without_an_expected_version_it_is_written_whatever_is_there()
    {
        (await WriteAsync("A", null)).ShouldBeTrue();
        (await WriteAsync("B", null)).ShouldBeTrue();
        (await ReadAsync()).Value.ShouldBe("B");
    }

    [Fact]
    public async Task A_deleted_record_is_gone_and_its_old_versions_never_come_back()
    {
        await WriteAsync("A", 0);
        (await WriteAsync(null, 7)).ShouldBeFalse();
        (await WriteAsync(null, 1)).ShouldBeTrue();
        (await ReadAsync()).ShouldBe(new Delivery.Records.Record("account", "1", 0, null));
        (await Store.Records.ListAsync("account", default)).ShouldBeEmpty();
        await WriteAsync("B", 0);
        (await WriteAsync("from the first life", 1)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_kind_lists_its_own_records_by_key()
    {
        await Store.Records.WriteAsync("account", "2", "B", null, default);
        await Store.Records.WriteAsync("account", "1", "A", null, default);
        await Store.Records.WriteAsync("setting", "1", "C", null, default);

        (await Store.Records.ListAsync("account", default)).Select(record => record.Value).ShouldBe(["A", "B"]);
    }

    [Fact]
    public async Task Kinds_that_begin_alike_are_read_page_by_page_each_record_once()
    {
        foreach (var (kind, key) in new[] { ("order:1", "7"), ("order:1", "8"), ("order:2", "1"), ("orders", "1"), ("note:1", "1") }) await Store.Records.WriteAsync(kind, key, $"{kind}/{key}", null, default);
        await Store.Records.WriteAsync("order:1", "9", "gone", null, default);
        await Store.Records.WriteAsync("order:1", "9", null, null, default);

        var first = await Store.Records.PageAsync("order:", null, 2, default);
        var second = await Store.Records.PageAsync("order:", first[^1], 2, default);

        first.Select(record => record.Value).ShouldBe(["order:1/7", "order:1/8"]);
        second.Select(record => record.Value).ShouldBe(["order:2/1"]);
        (await Store.Records.PageAsync("order:", second[^1], 2, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task News_of_a_record_is_told_once_it_is_written_and_not_otherwise()
    {
        var before = await Store.Changes.LastAsync(default);
        (await Store.Records.WriteAsync("order:1", "7", "A", 0, new(1, "orders:1:7", "order"), default)).ShouldBeTrue();
        (await Store.Records.WriteAsync("order:1", "7", "B", 0, new(1, "orders:1:7", "order"), default)).ShouldBeFalse();

        var told = (await Store.Changes.ReadAsync(before, 10, default)).ShouldHaveSingleItem();
        (told.Account, told.Conversation, told.What, told.Key).ShouldBe((1L, "orders:1:7", "order", "7"));
    }

    [Fact]
    public async Task Of_many_who_read_the_same_version_one_writes()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 100).Select(writer => WriteAsync($"{writer}", 0)));
        written.Count(won => won).ShouldBe(1);
    }

    private Task<Delivery.Records.Record> ReadAsync() => Store.Records.ReadAsync("account", "1", default);

    private Task<bool> WriteAsync(string? value, long? expected) => Store.Records.WriteAsync("account", "1", value, expected, default);
}
