using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Inbound;

namespace MeliBot.Bot.Deciding;

/// <summary>Which clock an account's schedules follow: the one set for it, else its site's.</summary>
/// <param name="accounts">Null where no account is linked, as in rehearsals without a host.</param>
internal sealed class AccountZones(AccountStore? accounts = null)
{
    public async ValueTask<TimeZoneInfo> OfAsync(long account, string? site, CancellationToken cancellationToken)
    {
        var set = accounts is null ? null : (await accounts.FindAsync(account, cancellationToken))?.TimeZone;
        return Find(set) ?? Find(Sites.TimeZone(site)) ?? TimeZoneInfo.Utc;
    }

    private static TimeZoneInfo? Find(string? name) => name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
