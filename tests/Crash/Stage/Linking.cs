using MeliBot.Adapter.Accounts;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Stage;

internal static class Linking
{
    /// <summary>A new seller whose tokens the application holds, without the consent page.</summary>
    public static async Task<WorldUser> LinkNewSellerAsync(this IServiceProvider services, World world, WorldApplication application, CancellationToken cancellationToken)
    {
        var seller = world.CreateSeller();
        await services.LinkAsync(world, application, seller, cancellationToken);
        return seller;
    }

    /// <summary>A seller who is there already.</summary>
    public static async Task LinkAsync(this IServiceProvider services, World world, WorldApplication application, WorldUser seller, CancellationToken cancellationToken)
    {
        var issued = world.Grant(application.Id, seller.Id);
        await services.GetRequiredService<ITokenSource>().LinkAsync(
            seller.Id,
            new TokenAnswer { AccessToken = issued.AccessToken, RefreshToken = issued.RefreshToken, ExpiresIn = issued.ExpiresIn, Scope = issued.Scope, UserId = issued.UserId, TokenType = TokenType.Bearer },
            cancellationToken);
        await services.GetRequiredService<AccountStore>().SaveAsync(
            new Account
            {
                UserId = seller.Id,
                Nickname = seller.Nickname,
                SiteId = seller.SiteId,
                TimeZone = "America/Argentina/Buenos_Aires",
                ApplicationId = application.Id,
                LinkedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            },
            cancellationToken);
    }
}
