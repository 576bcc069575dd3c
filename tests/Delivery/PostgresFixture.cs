using MeliBot.Contracts;
using MeliBot.Delivery.Stores.Postgres;
using MeliBot.Delivery.Stores.Postgres.Rows;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

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

    /// <summary>Beside the store, from no pool: the schema is lent on to other tests, which cut connections.</summary>
    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Another process on the same store; ends before this one.</summary>
    public PostgresFixture Another() => new(_store, another: true) { ConfigureStore = ConfigureStore };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_another || !_store.IsValueCreated)
            return;
        var wrong = await WrongAsync();
        PostgresServer.Return(_store.Value);
        wrong.ShouldBe(0, "Some conversations don't say rightly when their next turn is due.");
    }

    // Whatever a test did.
    private async Task<long> WrongAsync()
    {
        await using var connection = await ConnectAsync();
        await using var exists = new NpgsqlCommand("SELECT to_regclass('conversations') IS NOT NULL", connection);
        if (await exists.ExecuteScalarAsync() is not true)
            return 0;
        await using var wrong = new NpgsqlCommand(TurnsDue.CountWrong, connection);
        return (long)(await wrong.ExecuteScalarAsync())!;
    }

    protected override void AddStore(IServiceCollection services) => services.AddPostgresDelivery(options =>
    {
        options.ConnectionString = ConnectionString;
        ConfigureStore(options);
    });
}
