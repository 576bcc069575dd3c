using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Records;

namespace MeliBot.Adapter.Accounts;

/// <summary>The linked accounts, as stored; read often, so remembered for some seconds. Another process's change is seen then.</summary>
public sealed class AccountStore(IRecordStore records, TimeProvider time) : IAccountDirectory
{
    private const string Kind = "account";

    // Hints name whatever account they like: what is remembered about unknown ones stays bounded.
    private const int MostRemembered = 20_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<long, (Account? Account, DateTimeOffset At)> _seen = new();

    /// <summary>Null when it isn't linked.</summary>
    public async ValueTask<Account?> FindAsync(long account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_seen.TryGetValue(account, out var seen) && now - seen.At < Remembered && now >= seen.At)
            return seen.Account;
        var found = await ReadAsync(account, cancellationToken).ConfigureAwait(false);
        if (_seen.Count >= MostRemembered)
            _seen.Clear();
        _seen[account] = (found, now);
        return found;
    }

    /// <summary>As stored at this moment; in order of their linking.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken)
    {
        var tokens = (await records.ListAsync(ProtectedTokenStore.Kind, cancellationToken).ConfigureAwait(false)).ToDictionary(record => record.Key, StringComparer.Ordinal);
        var rows = await records.ListAsync(Kind, cancellationToken).ConfigureAwait(false);
        return [.. rows.Where(row => row.Value is not null)
            .Select(row => Compose(row, tokens.GetValueOrDefault(row.Key) ?? new Record(ProtectedTokenStore.Kind, row.Key, 0, null)))
            .OrderBy(account => account.LinkedAt)];
    }

    async ValueTask<bool> IAccountDirectory.IsLinkedAsync(long? applicationId, long account, CancellationToken cancellationToken) =>
        await FindAsync(account, cancellationToken).ConfigureAwait(false) is { } linked && (applicationId is null || applicationId == linked.ApplicationId);

    async ValueTask<IReadOnlyList<LinkedAccount>> IAccountDirectory.ListAsync(CancellationToken cancellationToken) =>
        [.. (await ListAsync(cancellationToken).ConfigureAwait(false))
            .Where(account => account.State == AccountState.Active)
            .Select(account => new LinkedAccount(account.ApplicationId, account.UserId, account.SiteId))];

    public async Task SaveAsync(Account account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        // What the tokens say about the link is kept with them.
        var row = JsonSerializer.Serialize(account with { State = AccountState.Active, Reason = null });
        await records.WriteAsync(Kind, Key(account.UserId), row, null, cancellationToken).ConfigureAwait(false);
        _seen.TryRemove(account.UserId, out _);
    }

    public async Task RemoveAsync(long account, CancellationToken cancellationToken)
    {
        await records.WriteAsync(Kind, Key(account), null, null, cancellationToken).ConfigureAwait(false);
        _seen.TryRemove(account, out _);
    }

    private static string Key(long account) => account.ToString(CultureInfo.InvariantCulture);

    private static Account Compose(Record row, Record tokens)
    {
        var account = JsonSerializer.Deserialize<Account>(row.Value!)!;
        var reason = ProtectedTokenStore.ReconnectReason(tokens);
        return account with { State = reason is null ? AccountState.Active : AccountState.Reconnect, Reason = reason };
    }

    private async Task<Account?> ReadAsync(long account, CancellationToken cancellationToken)
    {
        var row = await records.ReadAsync(Kind, Key(account), cancellationToken).ConfigureAwait(false);
        return row.Value is null ? null : Compose(row, await records.ReadAsync(ProtectedTokenStore.Kind, Key(account), cancellationToken).ConfigureAwait(false));
    }
}
