using MeliBot.Contracts;
using MeliBot.Delivery.Stores.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Delivery.Tests;

/// <summary>A schema of its own in a real server.</summary>
public sealed class PostgresFixture : DeliveryFixture
{
    private readonly Lazy<string> _store;
    private readonly bool _another;

    public PostgresFixture()
        : this(new Lazy<string>(PostgresServer.Rent), another: false)
    {
    }

    private PostgresFixture(Lazy<string> store, bool another) => (_store, _another) = (store, another);

    public string ConnectionString => _store.Value;

    public Action<PostgresDeliveryOptions> ConfigureStore { get; init; } = _ => { };

    /// <summary>A process on a store that the test made.</summary>
    public static PostgresFixture On(string store) => new(new Lazy<string>(store), another: true);

    /// <summary>Another process on the same store; ends before this one.</summary>
    public PostgresFixture Another() => new(_store, another: true) { ConfigureStore = ConfigureStore };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!_another && _store.IsValueCreated)
            PostgresServer.Return(_store.Value);
    }

    protected override void AddStore(IServiceCollection services) => services.AddPostgresDelivery(options =>
    {
        options.ConnectionString = ConnectionString;
        ConfigureStore(options);
    });
}
