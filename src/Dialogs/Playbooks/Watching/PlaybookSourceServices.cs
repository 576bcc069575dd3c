using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

public static class PlaybookSourceServices
{
    /// <summary>
    /// Adds <see cref="PlaybookSource"/>: the playbook of section <c>Playbook</c>, read again whenever its files change. Without a <see cref="PlaybookOptions.ModelCache"/> it learns at every start. A host that offers dialogs in C#, acts or
    /// guards registers a <see cref="PlaybookAbilities"/> before.
    /// </summary>
    public static IServiceCollection AddPlaybook(this IServiceCollection services)
    {
        services.AddOptions<PlaybookOptions>().BindConfiguration(PlaybookOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new PlaybookAbilities());
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<PlaybookOptions>>().Value.Path is { Length: > 0 } path ? new DirectoryFolder(path) : ShippedPlaybook.Folder);
        services.TryAddSingleton(provider => new PlaybookSource(
            provider.GetRequiredService<IPlaybookFolder>(),
            provider.GetRequiredService<PlaybookAbilities>(),
            provider.GetRequiredService<IOptions<PlaybookOptions>>().Value.ModelCache is { Length: > 0 } cache ? new ModelCache(cache).LoadOrTrain : IntentModel.Train,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PlaybookSource>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PlaybookWatcher>());
        return services;
    }
}
