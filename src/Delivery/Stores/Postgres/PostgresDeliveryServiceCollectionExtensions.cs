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
using MeliBot.Delivery.Stores.Postgres;
using MeliBot.Delivery.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

public static class PostgresDeliveryServiceCollectionExtensions
{
    /// <summary>
    /// Everything durable in one PostgreSQL database that any number of hosts share. Call it before <c>AddMercadoLibreAdapter</c> or <c>AddSqliteDelivery</c>, which then add no store of their own.
    /// Settings: section <c>Delivery:Postgres</c>.
    /// </summary>
    public static IServiceCollection AddPostgresDelivery(this IServiceCollection services, Action<PostgresDeliveryOptions>? configure = null)
    {
        services.AddDeliveryOptions<PostgresDeliveryOptions>(PostgresDeliveryOptions.Section, static (section, options) => section.Bind(options), configure);
        services.AddDeliveryOptions<DeliveryOptions>(DeliveryOptions.Section, static (section, options) => section.Bind(options), configure: null);
        services.AddDeliveryWork();
        services.TryAddSingleton(new StoreInUse("PostgreSQL", IsShared: true));
        services.TryAddSingleton<IStoreKeeper, PostgresKeeper>();
        services.TryAddSingleton<PostgresDatabase>();
        services.TryAddSingleton<PostgresHosts>();
        services.TryAddSingleton<ISignalStore, PostgresSignalStore>();
        services.TryAddSingleton<ISignalQueue, EmbeddedSignalQueue>();
        services.TryAddSingleton<ITurnStore, PostgresTurnStore>();
        services.TryAddSingleton<IEffectStore, PostgresEffectStore>();
        services.TryAddSingleton<IDraftStore, PostgresDraftStore>();
        services.TryAddSingleton<IStateStore, PostgresStateStore>();
        services.TryAddSingleton<IParkingStore, PostgresParkingStore>();
        services.TryAddSingleton<IRecordStore, PostgresRecordStore>();
        services.TryAddSingleton<ILeaseStore, PostgresLeaseStore>();
        services.TryAddSingleton<IChangeFeed, PostgresChangeFeed>();
        services.TryAddSingleton<IDeliveryReader, PostgresReader>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PostgresPulse>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PostgresBell>());
        return services;
    }
}
