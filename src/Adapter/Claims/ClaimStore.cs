using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MeliBot.Delivery.Records;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims;

/// <summary>The claims of the linked accounts, open and closed.</summary>
public sealed class ClaimStore(IRecordStore records)
{
    /// <summary>What the change feed calls a claim that changed; its key is the claim.</summary>
    public const string News = "claim";

    private const string KindHead = "claim:";
    private const int MostTries = 20;
    private const int Page = 500;

    public async Task<StoredClaim?> FindAsync(long account, long claim, CancellationToken cancellationToken) =>
        (await records.ReadAsync(Kind(account), Key(claim), cancellationToken).ConfigureAwait(false)).Value is { } json ? StoredClaim.Parse(json) : null;

    /// <summary>Those of an account; open ones first, most urgent first, then by their change, newest first.</summary>
    public async Task<IReadOnlyList<StoredClaim>> ListAsync(long account, CancellationToken cancellationToken) =>
        InOrder((await records.ListAsync(Kind(account), cancellationToken).ConfigureAwait(false)).Select(record => StoredClaim.Parse(record.Value!)));

    /// <summary>Those of a sale, by the number of its conversation.</summary>
    public async Task<IReadOnlyList<StoredClaim>> OfSaleAsync(long account, long conversation, CancellationToken cancellationToken)
    {
        var found = new List<StoredClaim>();
        foreach (var claim in Members(await records.ReadAsync(SaleKind(account), Key(conversation), cancellationToken).ConfigureAwait(false)))
        {
            if (await FindAsync(account, claim, cancellationToken).ConfigureAwait(false) is { } stored) found.Add(stored);
        }

        return InOrder(found);
    }

    /// <summary>Those of all accounts, without holding them all at once. What can't be read is left out: one damaged row must not hide the others.</summary>
    /// <param name="damaged">Gets a row that can't be read, and why.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<StoredClaim> AllAsync(Action<Record, string>? damaged, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<Record> page = [];
        do
        {
            page = await records.PageAsync(KindHead, page.Count > 0 ? page[^1] : null, Page, cancellationToken).ConfigureAwait(false);
            foreach (var record in page)
            {
                if (Read(record, damaged) is { } claim) yield return claim;
            }
        }
        while (page.Count == Page);
    }

    /// <summary>Changes a claim; several may read it at once, and none loses what another saw.</summary>
    /// <param name="account">The seller.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="change">Gives the claim as it is to be from what is stored (null when it isn't); may be called again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<StoredClaim> ChangeAsync(long account, long claim, Func<StoredClaim?, StoredClaim> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        for (var tries = 1; ; tries++)
        {
            var stored = await records.ReadAsync(Kind(account), Key(claim), cancellationToken).ConfigureAwait(false);
            var changed = change(stored.Value is { } json ? StoredClaim.Parse(json) : null);
            var written = changed.ToJson();
            if (string.Equals(written, stored.Value, StringComparison.Ordinal)) return changed;

            // The way to it first: one that leads nowhere yet is harmless, a claim that its sale doesn't know isn't.
            if (changed.Sale is { } sale) await EnterAsync(account, sale.Conversation, claim, cancellationToken).ConfigureAwait(false);
            if (await records.WriteAsync(Kind(account), Key(claim), written, stored.Version, new(account, ClaimKeys.Conversation(account, claim), News), cancellationToken).ConfigureAwait(false))
                return changed;
            if (tries == MostTries)
                throw new InvalidOperationException($"Claim {claim} of account {account} was changed by others {tries} times in a row.");
        }
    }

    /// <summary>What a reason id means, as it was read once; null when it wasn't.</summary>
    public async Task<ClaimReason?> ReasonAsync(string reason, string? site, CancellationToken cancellationToken) =>
        (await records.ReadAsync(ReasonKind, ReasonKey(reason, site), cancellationToken).ConfigureAwait(false)).Value is { } json
            ? JsonSerializer.Deserialize<ClaimReason>(json, MercadoLibreJson.Options)
            : null;

    public Task KeepReasonAsync(string reason, string? site, ClaimReason meaning, CancellationToken cancellationToken) =>
        records.WriteAsync(ReasonKind, ReasonKey(reason, site), JsonSerializer.Serialize(meaning, MercadoLibreJson.Options), null, cancellationToken);

    /// <summary>Open ones first, by what is due first; then by their change, newest first.</summary>
    public static IReadOnlyList<StoredClaim> InOrder(IEnumerable<StoredClaim> claims) =>
        [.. claims.OrderBy(claim => claim.IsOpen ? 0 : 1)
            .ThenBy(claim => claim.IsOpen ? claim.DueAt ?? DateTimeOffset.MaxValue : DateTimeOffset.MaxValue)
            .ThenByDescending(claim => claim.Claim.LastUpdated ?? claim.SeenAt)
            .ThenByDescending(claim => claim.Id)];

    private async Task EnterAsync(long account, long sale, long claim, CancellationToken cancellationToken)
    {
        Record stored;
        List<long> members;
        do
        {
            stored = await records.ReadAsync(SaleKind(account), Key(sale), cancellationToken).ConfigureAwait(false);
            members = Members(stored);
            if (members.Contains(claim)) return;
            members.Add(claim);
        }
        while (!await records.WriteAsync(SaleKind(account), Key(sale), JsonSerializer.Serialize(members), stored.Version, cancellationToken).ConfigureAwait(false));
    }

    private static StoredClaim? Read(Record record, Action<Record, string>? damaged)
    {
        try
        {
            return StoredClaim.Parse(record.Value!);
        }
        catch (JsonException e)
        {
            damaged?.Invoke(record, e.Message);
            return null;
        }
    }

    private const string ReasonKind = "claim-reason";

    private static string ReasonKey(string reason, string? site) => $"{site ?? "any"}:{reason}";

    private static List<long> Members(Record stored) => stored.Value is { } json ? JsonSerializer.Deserialize<List<long>>(json)! : [];

    private static string SaleKind(long account) => string.Create(CultureInfo.InvariantCulture, $"claims-of-sale:{account}");

    private static string Kind(long account) => string.Create(CultureInfo.InvariantCulture, $"{KindHead}{account}");

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);
}
