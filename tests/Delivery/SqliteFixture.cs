using MeliBot.Contracts;
using MeliBot.Delivery.Stores.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Delivery.Tests;

/// <summary>A real file in a folder of its own.</summary>
public sealed class SqliteFixture : DeliveryFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-delivery-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "store", "melibot.db");

    public SqliteDeliveryOptions Options { get; private set; } = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void AddStore(IServiceCollection services) => services.AddSqliteDelivery(options =>
    {
        options.Path = Path;
        Options = options;
    });
}
