using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Policy;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Deciding;

internal static class DecidingServices
{
    /// <summary>Makes the playbook decide what happens to replies; before the adapter's services, which only fill what is missing.</summary>
    /// <param name="playbook">The playbook that counts now: read at each reply.</param>
    public static IServiceCollection AddPlaybookDeciding(this IServiceCollection services, Func<IServiceProvider, Playbook> playbook)
    {
        services.AddSingleton(provider => new PlaybookNow(() => playbook(provider)));
        services.AddSingleton<AccountZones>();
        services.AddSingleton<IPolicy, PlaybookPolicy>();
        services.AddSingleton<IGuardSource, PlaybookGuards>();
        return services;
    }
}
