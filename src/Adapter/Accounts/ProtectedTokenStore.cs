using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text.Json;
using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Records;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.DataProtection;

namespace MeliBot.Adapter.Accounts;

/// <summary>Each account's tokens, encrypted for that account alone, in the database that all processes share.</summary>
public sealed class ProtectedTokenStore(IRecordStore records, ILeaseStore leases, IDataProtectionProvider protection, TimeProvider time) : ITokenStore
{
    internal const string Kind = "tokens";
    private const string KeyRingLost = "The stored tokens can't be decrypted: the key ring that protected them is gone or another one is used. Connect the account again.";

    public async Task<TokenSet?> ReadAsync(long account, CancellationToken cancellationToken = default)
    {
        var row = Parse(await ReadRecordAsync(account, cancellationToken).ConfigureAwait(false));
        return row is null ? null : Reveal(account, row);
    }

    public async Task<bool> SaveAsync(long account, TokenSet tokens, long expectedGeneration, CancellationToken cancellationToken = default)
    {
        var record = await ReadRecordAsync(account, cancellationToken).ConfigureAwait(false);
        if ((Parse(record)?.Generation ?? 0) != expectedGeneration)
            return false;
        var secret = JsonSerializer.Serialize(new Secret(tokens.AccessToken, tokens.RefreshToken));
        var row = new Row(tokens.Generation, Protector(account).Protect(secret), tokens.IssuedAt, tokens.ExpiresAt, tokens.Scope, null);
        return await WriteAsync(account, row, record.Version, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IAsyncDisposable?> TryLeaseRefreshAsync(long account, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        // A holder of its own for every try: the same holder would get a lease prolonged that another refresh here still holds.
        var lease = await leases.TryAcquireAsync(
            "oauth:" + account.ToString(CultureInfo.InvariantCulture), Guid.NewGuid().ToString("N"), time.GetUtcNow(), duration, cancellationToken).ConfigureAwait(false);
        return lease is null ? null : new Held(leases, lease);
    }

    public async Task MarkReconnectAsync(long account, long generation, string reason, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var record = await ReadRecordAsync(account, cancellationToken).ConfigureAwait(false);
            if (Parse(record) is not { } row || row.Generation != generation
                || await WriteAsync(account, row with { ReconnectReason = reason }, record.Version, cancellationToken).ConfigureAwait(false))
                return;
        }
    }

    public Task DeleteAsync(long account, CancellationToken cancellationToken = default) =>
        records.WriteAsync(Kind, Key(account), null, null, cancellationToken);

    /// <summary>Why the account must be connected again; null while it needn't.</summary>
    internal static string? ReconnectReason(Record record) =>
        Parse(record) is { } row ? row.ReconnectReason : "No tokens are stored for this account. Connect it again.";

    private static Row? Parse(Record record) => record.Value is null ? null : JsonSerializer.Deserialize<Row>(record.Value);

    private static string Key(long account) => account.ToString(CultureInfo.InvariantCulture);

    private Task<Record> ReadRecordAsync(long account, CancellationToken cancellationToken) => records.ReadAsync(Kind, Key(account), cancellationToken);

    private Task<bool> WriteAsync(long account, Row row, long version, CancellationToken cancellationToken) =>
        records.WriteAsync(Kind, Key(account), JsonSerializer.Serialize(row), version, cancellationToken);

    private IDataProtector Protector(long account) => protection.CreateProtector("oauth", Key(account));

    private TokenSet Reveal(long account, Row row)
    {
        Secret? secret;
        try
        {
            secret = JsonSerializer.Deserialize<Secret>(Protector(account).Unprotect(row.Protected));
        }
        catch (CryptographicException e) when (e.InnerException is null or CryptographicException or FormatException)
        {
            secret = null;
        }
        catch (CryptographicException e)
        {
            // The database that keeps the keys can't be read just now. That is no lost key: a link must not die of it.
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }

        return new TokenSet
        {
            AccessToken = secret?.Access ?? "",
            RefreshToken = secret?.Refresh,
            IssuedAt = row.IssuedAt,
            ExpiresAt = secret is null ? row.IssuedAt : row.ExpiresAt,
            Scope = row.Scope,
            Generation = row.Generation,
            ReconnectReason = secret is null ? KeyRingLost : row.ReconnectReason,
        };
    }

    private sealed record Row(long Generation, string Protected, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, string? Scope, string? ReconnectReason);

    private sealed record Secret(string Access, string? Refresh);

    private sealed class Held(ILeaseStore leases, Lease lease) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await leases.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
    }
}
