using MeliBot.Adapter.State;
using MeliBot.Delivery.State;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Tests.State;

/// <summary>Outside a turn; inside one the turns' own tests look.</summary>
public sealed class DeliveryStorageTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-state-").FullName;
    private readonly ServiceProvider _services;

    public DeliveryStorageTests() => _services = new ServiceCollection()
        .AddSqliteDelivery(options => options.Path = Path.Combine(_folder, "state.db"))
        .BuildServiceProvider();

    private IStateStore Store => _services.GetRequiredService<IStateStore>();

    private DeliveryStorage Storage => new(Store);

    [Fact]
    public async Task What_was_written_comes_back_as_the_type_it_was()
    {
        var dictionary = new Dictionary<string, object>(StringComparer.Ordinal) { ["count"] = 3L, ["item"] = new Item { Name = "a" }, ["list"] = new List<object> { "x", 2L } };

        await Storage.WriteAsync(new Dictionary<string, object>(StringComparer.Ordinal) { ["k"] = dictionary });

        var read = (Dictionary<string, object>)(await Storage.ReadAsync(["k", "absent"])).ShouldHaveSingleItem().Value;
        read["count"].ShouldBe(3L);
        read["item"].ShouldBeOfType<Item>().Name.ShouldBe("a");
        read["list"].ShouldBeOfType<List<object>>().ShouldBe(["x", 2L]);
    }

    [Fact]
    public async Task Stored_state_names_its_types_as_the_official_storages_do()
    {
        await Storage.WriteAsync(new Dictionary<string, object>(StringComparer.Ordinal) { ["k"] = new Item { Name = "a" } });

        var stored = (await Store.ReadAsync([(0, "k")], default)).Single().Value;
        ((string?)JObject.Parse(stored!)["$type"]).ShouldBe($"{typeof(Item).FullName}, {typeof(Item).Assembly.GetName().Name}");
    }

    [Fact]
    public async Task A_stale_etag_conflicts_and_changes_nothing()
    {
        await WriteAsync(new Item { Name = "one" });
        var first = await ReadAsync();
        var second = await ReadAsync();
        first.Name = "two";
        await WriteAsync(first);
        second.Name = "three";

        var conflict = await Should.ThrowAsync<ArgumentException>(WriteAsync(second));

        conflict.Message.ShouldStartWith("Etag conflict");
        (await ReadAsync()).Name.ShouldBe("two");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    public async Task Without_an_etag_or_with_a_star_the_last_writer_wins(string? etag)
    {
        await WriteAsync(new Item { Name = "one" });

        await WriteAsync(new Item { Name = "two", ETag = etag });

        (await ReadAsync()).Name.ShouldBe("two");
    }

    [Fact]
    public async Task An_empty_etag_is_refused() =>
        await Should.ThrowAsync<ArgumentException>(WriteAsync(new Item { Name = "one", ETag = "" }));

    [Fact]
    public async Task What_was_deleted_is_gone_and_may_be_deleted_again()
    {
        await WriteAsync(new Item { Name = "one" });

        await Storage.DeleteAsync(["k"]);
        await Storage.DeleteAsync(["k", "absent"]);

        (await Storage.ReadAsync(["k"])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mercadolibre/conversations/questions:100:MLA1:200", 100)]
    [InlineData("mercadolibre/conversations/questions:100:MLA1:200/users/100:200", 100)]
    [InlineData("mercadolibre/users/100:200", 100)]
    [InlineData("mercadolibre/users/someone", 0)]
    [InlineData("slack/users/100:200", 0)]
    [InlineData("settings", 0)]
    public async Task Each_key_is_stored_with_the_account_it_belongs_to(string key, long account)
    {
        await Storage.WriteAsync(new Dictionary<string, object>(StringComparer.Ordinal) { [key] = new Item() });

        (await Store.ReadAsync([(account, key)], default)).Single().Value.ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task WriteAsync(Item item) => Storage.WriteAsync(new Dictionary<string, object>(StringComparer.Ordinal) { ["k"] = item });

    private async Task<Item> ReadAsync() => (Item)(await Storage.ReadAsync(["k"]))["k"];

    private sealed class Item : IStoreItem
    {
        public string? Name { get; set; }

        public string? ETag { get; set; }
    }
}
