using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;

namespace MeliBot.BotFramework.Tests.Builder;

public class MemoryStorageTests
{
    private readonly MemoryStorage _storage = new();

    public sealed class Item : IStoreItem
    {
        public string? Name { get; set; }

        public string? ETag { get; set; }
    }

    private Task WriteAsync(string key, object value) => _storage.WriteAsync(new Dictionary<string, object> { [key] = value }, CancellationToken.None);

    private async Task<T> ReadAsync<T>(string key) => (T)(await _storage.ReadAsync([key], CancellationToken.None))[key];

    [Fact]
    public async Task What_is_read_is_a_copy_of_the_same_type()
    {
        var item = new Item { Name = "a" };
        await WriteAsync("k", item);
        item.Name = "changed after";

        var read = await ReadAsync<Item>("k");

        read.Name.ShouldBe("a");
        read.ETag.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_key_without_an_item_is_absent()
    {
        await WriteAsync("k", new Item());

        (await _storage.ReadAsync(["k", "other"], CancellationToken.None)).Keys.ShouldBe(["k"]);
        (await _storage.ReadAsync([], CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        await WriteAsync("k", new Item { Name = "1" });
        var one = await ReadAsync<Item>("k");
        var other = await ReadAsync<Item>("k");
        one.Name = "2";
        await WriteAsync("k", one);

        var refused = await Should.ThrowAsync<ArgumentException>(() => WriteAsync("k", other));

        refused.Message.ShouldStartWith("Etag conflict.");
        (await ReadAsync<Item>("k")).Name.ShouldBe("2");
    }

    [Fact]
    public async Task Every_write_makes_a_new_version()
    {
        await WriteAsync("k", new Item());
        var first = await ReadAsync<Item>("k");
        await WriteAsync("k", first);

        (await ReadAsync<Item>("k")).ETag.ShouldNotBe(first.ETag);
    }

    [Fact]
    public async Task A_star_overwrites_any_version()
    {
        await WriteAsync("k", new Item { Name = "1" });

        await WriteAsync("k", new Item { Name = "2", ETag = "*" });

        (await ReadAsync<Item>("k")).Name.ShouldBe("2");
    }

    [Fact]
    public async Task What_has_no_version_is_overwritten()
    {
        await WriteAsync("k", new Dictionary<string, object> { ["a"] = 1 });
        await WriteAsync("k", new Dictionary<string, object> { ["a"] = 2 });

        (await ReadAsync<IDictionary<string, object>>("k"))["a"].ShouldBe(2L);
    }

    [Fact]
    public async Task Deleted_is_gone_and_absent_keys_are_no_error()
    {
        await WriteAsync("k", new Item());

        await _storage.DeleteAsync(["k", "never there"], CancellationToken.None);

        (await _storage.ReadAsync(["k"], CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dictionary_can_be_given_and_looked_into()
    {
        var memory = new Dictionary<string, JObject>();
        var storage = new MemoryStorage(memory);
        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = new Item { Name = "a" }, ["text"] = new Dictionary<string, object>() }, CancellationToken.None);

        memory["k"]["Name"].ShouldBe("a");
        (await storage.ReadAsync<Item>(["k", "text"])).ShouldHaveSingleItem().Value.Name.ShouldBe("a");
    }

    [Fact]
    public async Task Keys_and_changes_are_needed()
    {
        await Should.ThrowAsync<ArgumentNullException>(() => _storage.ReadAsync(null!, CancellationToken.None));
        await Should.ThrowAsync<ArgumentNullException>(() => _storage.WriteAsync(null!, CancellationToken.None));
        await Should.ThrowAsync<ArgumentNullException>(() => _storage.DeleteAsync(null!, CancellationToken.None));
    }
}
