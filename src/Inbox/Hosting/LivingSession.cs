using MeliBot.Inbox.People;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Logging;

namespace MeliBot.Inbox.Hosting;

/// <summary>An open page notices within a minute that its person was disabled or changed.</summary>
internal sealed class LivingSession(ILoggerFactory logging, PeopleStore people) : RevalidatingServerAuthenticationStateProvider(logging)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        SessionGuard.StandsAsync(people, authenticationState.User, cancellationToken);
}
