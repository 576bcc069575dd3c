using Microsoft.Extensions.Configuration;
using MeliBot.Delivery;
using MeliBot.Delivery.Changes;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Queues.Embedded;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Records;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.State;
using MeliBot.Delivery.Stores;
using MeliBot.Delivery.Stores.Keeping;
using MeliBot.Delivery.Stores.Sqlite;
using MeliBot.Delivery.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

public static class SqliteDeliveryServiceCollectionExtensions
{
    /// <summary>
    /// Everything durable in one SQLite file that one host owns; commands may use it without a host too. Adds nothing where another store was added before (<c>AddPostgresDelivery</c>).
    /// Settings: section <c>Delivery:Sqlite</c>.
    /// </summary>
    public static IServiceCollection AddSqliteDelivery(this IServiceCollection services, Action<SqliteDeliveryOptions>? configure = null)
    {
        if (services.Any(service => service.ServiceType == typeof(ITurnStore) && service.ImplementationType != typeof(SqliteTurnStore)))
            return services;
        services.AddDeliveryOptions<SqliteDeliveryOptions>(SqliteDeliveryOptions.Section, static (section, options) => section.Bind(options), configure);
        services.AddDeliveryOptions<DeliveryOptions>(DeliveryOptions.Section, static (section, options) => section.Bind(options), configure: null);
        services.AddDeliveryWork();
        services.TryAddSingleton(new StoreInUse("SQLite", IsShared: false));
        services.TryAddSingleton<SqliteDatabase>();
        services.TryAddSingleton<IStoreKeeper, SqliteKeeper>();
        services.TryAddSingleton<ISignalStore, SqliteSignalStore>();
        services.TryAddSingleton<ISignalQueue, EmbeddedSignalQueue>();
        services.TryAddSingleton<ITurnStore, SqliteTurnStore>();
        services.TryAddSingleton<IEffectStore, SqliteEffectStore>();
        services.TryAddSingleton<IDraftStore, SqliteDraftStore>();
        services.TryAddSingleton<IStateStore, SqliteStateStore>();
        services.TryAddSingleton<IParkingStore, SqliteParkingStore>();
        services.TryAddSingleton<IRecordStore, SqliteRecordStore>();
        services.TryAddSingleton<ILeaseStore, SqliteLeaseStore>();
        services.TryAddSingleton<IChangeFeed, SqliteChangeFeed>();
        services.TryAddSingleton<IDeliveryReader, SqliteReader>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SqliteOpener>());
        return services;
    }
}
