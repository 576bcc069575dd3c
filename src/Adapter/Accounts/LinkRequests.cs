using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MeliBot.Delivery.Records;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.DataProtection;

namespace MeliBot.Adapter.Accounts;

/// <summary>Consents that were asked for and haven't come back. Each can be taken once.</summary>
internal sealed class LinkRequests(IRecordStore records, IDataProtectionProvider protection, TimeProvider time)
{
    private const string Kind = "link-request";

    // Time to log in at Mercado Libre, find the right account and agree.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private IDataProtector Protector => protection.CreateProtector("oauth", "link-request");

    public async Task<DateTimeOffset> KeepAsync(AuthorizationRequest request, CancellationToken cancellationToken)
    {
        await ForgetOldAsync(cancellationToken).ConfigureAwait(false);
        var row = new Row(Protector.Protect(JsonSerializer.Serialize(new Secret(request.Site, request.Url, request.CodeVerifier))), time.GetUtcNow() + Life);
        await records.WriteAsync(Kind, Key(request.State), JsonSerializer.Serialize(row), 0, cancellationToken).ConfigureAwait(false);
        return row.ExpiresAt;
    }

    /// <summary>Null when no such consent was asked for, or it was used already, or it is too late.</summary>
    public async Task<AuthorizationRequest?> TakeAsync(string state, CancellationToken cancellationToken)
    {
        var record = await records.ReadAsync(Kind, Key(state), cancellationToken).ConfigureAwait(false);
        if (record.Value is null || !await records.WriteAsync(Kind, record.Key, null, record.Version, cancellationToken).ConfigureAwait(false))
            return null;
        var row = JsonSerializer.Deserialize<Row>(record.Value)!;
        if (row.ExpiresAt <= time.GetUtcNow())
            return null;
        try
        {
            var secret = JsonSerializer.Deserialize<Secret>(Protector.Unprotect(row.Protected))!;
            return new AuthorizationRequest(secret.Site, secret.Url, state, secret.Verifier);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // A state is as good as a password while its request is open: only its hash is stored.
    private static string Key(string state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));

    private async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var record in await records.ListAsync(Kind, cancellationToken).ConfigureAwait(false))
        {
            if (record.Value is not null && JsonSerializer.Deserialize<Row>(record.Value)!.ExpiresAt <= now)
                await records.WriteAsync(Kind, record.Key, null, record.Version, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed record Row(string Protected, DateTimeOffset ExpiresAt);

    private sealed record Secret(string Site, Uri Url, string Verifier);
}
