using MeliBot.Dialogs;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

public static class PresaleServices
{
    /// <summary>Adds <see cref="PresaleBot"/> as the <see cref="IBot"/>. It needs an <see cref="IFactSource"/> and an <see cref="IStorage"/>.</summary>
    public static IServiceCollection AddPresaleBot(this IServiceCollection services)
    {
        services.TryAddSingleton<SimpleRecognizer>();
        services.TryAddSingleton<ConversationState>();
        services.TryAddSingleton(provider => new PresaleDialog(
            provider.GetRequiredService<ConversationState>().CreateProperty<LastAsked>(nameof(LastAsked)),
            provider.GetRequiredService<IFactSource>(),
            provider.GetRequiredService<SimpleRecognizer>()));
        services.TryAddTransient<IBot, PresaleBot>();
        return services;
    }
}
