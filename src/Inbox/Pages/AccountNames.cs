using MeliBot.Adapter.Accounts;

namespace MeliBot.Inbox.Pages;

/// <summary>The linked accounts, for names and time zones.</summary>
internal sealed class AccountNames(AccountStore accounts)
{
    public Task<IReadOnlyList<Account>> ListAsync() => accounts.ListAsync(default);

    public async Task<TimeZoneInfo> ZoneAsync(long account) =>
        await accounts.FindAsync(account, default) is { } known && TimeZoneInfo.TryFindSystemTimeZoneById(known.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
