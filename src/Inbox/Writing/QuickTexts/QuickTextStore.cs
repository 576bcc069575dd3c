using System.Globalization;
using System.Text.Json;
using MeliBot.Delivery.Records;

namespace MeliBot.Inbox.Writing;

/// <summary>Quick texts as records, by account and code.</summary>
internal sealed class QuickTextStore(IRecordStore records)
{
    private const string Kind = "quick-text";

    /// <summary>By code, general ones before those of an account.</summary>
    public async Task<IReadOnlyList<QuickText>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await records.ListAsync(Kind, cancellationToken))
            .Select(record => record.Value is null ? null : JsonSerializer.Deserialize<QuickText>(record.Value))
            .OfType<QuickText>()
            .OrderBy(text => text.Code, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(text => text.Account)];

    /// <summary>What agents of this account may insert.</summary>
    public async Task<IReadOnlyList<QuickText>> ForAsync(long account, CancellationToken cancellationToken) =>
        [.. (await ListAsync(cancellationToken)).Where(text => text.Account is null || text.Account == account).GroupBy(text => text.Code, StringComparer.Ordinal).Select(same => same.Last())];

    /// <summary>False when a new one's code is taken.</summary>
    public Task<bool> SaveAsync(QuickText text, bool isNew, CancellationToken cancellationToken) =>
        records.WriteAsync(Kind, Key(text), JsonSerializer.Serialize(text), isNew ? 0 : null, cancellationToken);

    public Task DeleteAsync(QuickText text, CancellationToken cancellationToken) => records.WriteAsync(Kind, Key(text), null, null, cancellationToken);

    private static string Key(QuickText text) => $"{text.Account?.ToString(CultureInfo.InvariantCulture) ?? "*"}/{text.Code}";
}
