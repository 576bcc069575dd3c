using System.Text.Json;
using MeliBot.Delivery.Records;

namespace MeliBot.Adapter.Replicas;

/// <summary>One host's entry in the ledger.</summary>
/// <param name="Share">What it may spend until then; never more than it was given.</param>
internal sealed record BudgetMember(string Id, double Weight, double Share, DateTimeOffset Until);

/// <summary>
/// Which host may spend what of the application's budget: one record, changed by whoever comes, beats or goes, so that two never give away the same part. A host that dies stops beating, and
/// its part is free again when its entry ends.
/// </summary>
internal sealed class BudgetLedger(IRecordStore records)
{
    private const string Kind = "budget";
    private const string Key = "shares";
    private const int MostTries = 20;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Renews this host's entry, and takes what it is due of what is free.</summary>
    /// <param name="id">The host.</param>
    /// <param name="weight">Its weight beside the others'.</param>
    /// <param name="held">What it spends now.</param>
    /// <param name="lower">Told before the entry is written when the host has to spend less: another may take the rest as soon as it is.</param>
    /// <param name="now">The moment.</param>
    /// <param name="until">When the entry ends.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it may spend until then, and how many hosts there are; null when others were faster each time: it goes on with what it has.</returns>
    public async Task<(double Share, int Hosts)?> BeatAsync(string id, double weight, double held, Action<double> lower, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var record = await records.ReadAsync(Kind, Key, cancellationToken).ConfigureAwait(false);
            var others = Parse(record).Where(member => member.Id != id && member.Until > now).ToList();
            var due = weight / (weight + others.Sum(member => member.Weight));
            var share = Math.Max(0, Math.Min(due, 1 - others.Sum(member => member.Share)));
            if (share < held) lower(held = share);
            if (await WriteAsync(record, [.. others, new BudgetMember(id, weight, share, until)], cancellationToken).ConfigureAwait(false)) return (share, others.Count + 1);
        }

        return null;
    }

    /// <summary>The host spends nothing any more.</summary>
    public async Task LeaveAsync(string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var record = await records.ReadAsync(Kind, Key, cancellationToken).ConfigureAwait(false);
            if (await WriteAsync(record, [.. Parse(record).Where(member => member.Id != id && member.Until > now)], cancellationToken).ConfigureAwait(false)) return;
        }
    }

    private Task<bool> WriteAsync(Record record, IReadOnlyList<BudgetMember> members, CancellationToken cancellationToken) =>
        records.WriteAsync(Kind, Key, JsonSerializer.Serialize(members, Options), record.Version, cancellationToken);

    private static List<BudgetMember> Parse(Record record) => record.Value is null ? [] : JsonSerializer.Deserialize<List<BudgetMember>>(record.Value, Options) ?? [];
}
