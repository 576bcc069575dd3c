using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Running;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

public static class PlaybookServices
{
    /// <summary>
    /// Adds <see cref="PlaybookBot"/> as the <see cref="IBot"/>. It needs an <see cref="IFactSource"/> and an <see cref="IStorage"/>. C# dialogs registered as <see cref="Dialog"/> stand
    /// beside the playbook's, an <see cref="IRecognizer"/> of one's own replaces ours, and what <c>act</c> may ask for is registered as <see cref="IPlaybookAction"/>.
    /// </summary>
    /// <param name="playbook">The playbook that counts now: read at each turn.</param>
    /// <param name="model">What understands questions now.</param>
    /// <param name="afterSale">What understands the messages of a sale now; null where none of them is understood.</param>
    /// <param name="claims">What understands the messages of a claim now; null where they are understood as those of a sale.</param>
    public static IServiceCollection AddPlaybookBot(
        this IServiceCollection services,
        Func<IServiceProvider, Playbook> playbook,
        Func<IServiceProvider, IntentModel> model,
        Func<IServiceProvider, IntentModel?>? afterSale = null,
        Func<IServiceProvider, IntentModel?>? claims = null)
    {
        services.TryAddSingleton<ConversationState>();
        services.TryAddSingleton<UserState>();
        services.TryAddSingleton<PlaybookState>();
        services.TryAddSingleton<PlaybookActions>();
        services.TryAddSingleton<PlaybookDialogs>();
        services.TryAddSingleton<IRecognizer>(provider =>
            new IntentRecognizer(() => model(provider), provider.GetRequiredService<PlaybookState>().AskedBeforeAsync, () => afterSale?.Invoke(provider), () => claims?.Invoke(provider)));
        services.TryAddTransient<IBot>(provider => new PlaybookBot(
            () => playbook(provider),
            provider.GetRequiredService<IRecognizer>(),
            provider.GetRequiredService<IFactSource>(),
            provider.GetRequiredService<PlaybookState>(),
            provider.GetRequiredService<PlaybookDialogs>()));
        return services;
    }
}
