using MeliBot.Adapter;
using MeliBot.Adapter.State;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.State;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

public static class RehearsalServices
{
    /// <summary>
    /// Adds <see cref="TurnRehearsal"/> and what it takes where there is no channel: no account, no settings, no database. A host that has called
    /// <c>AddMercadoLibreAdapter</c> has it already.
    /// </summary>
    public static IServiceCollection AddTurnRehearsal(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(service => service.ServiceType == typeof(MercadoLibreAdapter)))
            throw new InvalidOperationException("AddMercadoLibreAdapter has added the rehearsal already, with the store of the channel: leave AddTurnRehearsal out.");
        services.AddLogging();
        MercadoLibreAdapterServices.AddDeciding(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IStateStore, RehearsalState>();
        services.TryAddSingleton<IStorage, DeliveryStorage>();
        services.TryAddSingleton<ConversationState>();
        services.TryAddSingleton<UserState>();
        return services;
    }
}
