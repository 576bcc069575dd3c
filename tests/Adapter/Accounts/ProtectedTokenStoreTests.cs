using System.Xml.Linq;
using MeliBot.Adapter.Accounts;
using MeliBot.Delivery;
using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Records;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Accounts;

public sealed class ProtectedTokenStoreTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-tokens-").FullName;
    private readonly ServiceProvider _services;

    public ProtectedTokenStoreTests() => _services = new ServiceCollection()
        .AddSqliteDelivery(options => options.Path = Path.Combine(_folder, "tokens.db"))
        .BuildServiceProvider();

    private IRecordStore Records => _services.GetRequiredService<IRecordStore>();

    [Fact]
    public async Task A_pair_that_was_saved_comes_back_whole()
    {
        var store = Store(new EphemeralDataProtectionProvider());

        (await store.SaveAsync(7, Tokens(1), 0)).ShouldBeTrue();

        (await store.ReadAsync(7)).ShouldBe(Tokens(1));
        (await store.ReadAsync(8)).ShouldBeNull();
    }

    [Fact]
    public async Task A_save_that_names_another_generation_changes_nothing()
    {
        var store = Store(new EphemeralDataProtectionProvider());
        await store.SaveAsync(7, Tokens(1), 0);

        (await store.SaveAsync(7, Tokens(2), 0)).ShouldBeFalse();
        (await store.SaveAsync(7, Tokens(2), 1)).ShouldBeTrue();
        (await store.SaveAsync(7, Tokens(2), 1)).ShouldBeFalse();

        (await store.ReadAsync(7))!.Generation.ShouldBe(2);
    }

    [Fact]
    public async Task No_byte_of_a_token_is_on_the_disk()
    {
        await Store(new EphemeralDataProtectionProvider()).SaveAsync(7, Tokens(1), 0);

        foreach (var file in Directory.GetFiles(_folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync();
            bytes.ShouldNotContain("APP_USR-secret");
            bytes.ShouldNotContain("TG-secret");
        }
    }

    [Fact]
    public async Task Tokens_of_one_account_are_no_use_to_another()
    {
        var store = Store(new EphemeralDataProtectionProvider());
        await store.SaveAsync(7, Tokens(1), 0);
        var stolen = await Records.ReadAsync("tokens", "7", default);

        await Records.WriteAsync("tokens", "8", stolen.Value, null, default);

        (await store.ReadAsync(8))!.AccessToken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_ring_that_can_not_be_read_just_now_is_not_taken_for_lost()
    {
        await Store(KeysFrom(new RecordXmlRepository(Records))).SaveAsync(7, Tokens(1), 0);

        await Should.ThrowAsync<DeliveryUnavailableException>(() => Store(KeysFrom(new UnavailableKeys())).ReadAsync(7));
    }

    [Fact]
    public async Task A_lost_key_ring_asks_to_connect_again_instead_of_failing()
    {
        await Store(new EphemeralDataProtectionProvider()).SaveAsync(7, Tokens(1), 0);

        var read = await Store(new EphemeralDataProtectionProvider()).ReadAsync(7);

        read!.AccessToken.ShouldBeEmpty();
        read.ReconnectReason.ShouldNotBeNull().ShouldContain("Connect the account again");
        read.Generation.ShouldBe(1);
    }

    [Fact]
    public async Task A_reconnect_is_noted_for_the_generation_it_is_about_and_a_new_pair_clears_it()
    {
        var store = Store(new EphemeralDataProtectionProvider());
        await store.SaveAsync(7, Tokens(1), 0);
        await store.MarkReconnectAsync(7, 9, "older");
        (await store.ReadAsync(7))!.ReconnectReason.ShouldBeNull();

        await store.MarkReconnectAsync(7, 1, "revoked");
        (await store.ReadAsync(7))!.ReconnectReason.ShouldBe("revoked");

        await store.SaveAsync(7, Tokens(2), 1);
        (await store.ReadAsync(7))!.ReconnectReason.ShouldBeNull();
    }

    [Fact]
    public async Task One_refresher_at_a_time_holds_an_account_also_within_one_process()
    {
        var store = Store(new EphemeralDataProtectionProvider());

        var first = await store.TryLeaseRefreshAsync(7, TimeSpan.FromMinutes(1));
        (await store.TryLeaseRefreshAsync(7, TimeSpan.FromMinutes(1))).ShouldBeNull();
        (await store.TryLeaseRefreshAsync(8, TimeSpan.FromMinutes(1))).ShouldNotBeNull();
        await first!.DisposeAsync();

        (await store.TryLeaseRefreshAsync(7, TimeSpan.FromMinutes(1))).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_key_ring_lives_in_the_same_database()
    {
        var ring = new RecordXmlRepository(Records);

        ring.StoreElement(new XElement("key", "a"), "key-1");
        ring.StoreElement(new XElement("key", "b"), "");

        ring.GetAllElements().Select(element => element.Value).Order(StringComparer.Ordinal).ShouldBe(["a", "b"]);
        await Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private ProtectedTokenStore Store(IDataProtectionProvider protection) => new(Records, _services.GetRequiredService<ILeaseStore>(), protection, TimeProvider.System);

    private static IDataProtectionProvider KeysFrom(IXmlRepository repository)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("MeliBot");
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = repository);
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }

    private sealed class UnavailableKeys : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => throw new DeliveryUnavailableException();

        public void StoreElement(XElement element, string friendlyName) => throw new DeliveryUnavailableException();
    }

    private static TokenSet Tokens(long generation) => new()
    {
        AccessToken = $"APP_USR-secret-{generation}",
        RefreshToken = $"TG-secret-{generation}",
        IssuedAt = Now,
        ExpiresAt = Now.AddHours(6),
        Scope = "read write",
        Generation = generation,
    };
}
