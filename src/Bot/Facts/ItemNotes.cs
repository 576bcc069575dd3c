using System.Globalization;
using System.Text.Json;
using MeliBot.Delivery.Records;
using MeliBot.Dialogs.Facts;

namespace MeliBot.Bot.Facts;

/// <summary>What sellers note privately about their listings: for conditions and for people, never said to a buyer.</summary>
internal sealed class ItemNotes(IRecordStore records, TimeProvider time)
{
    public const int MaxLength = 4_000;

    private const string Kind = "item_notes";

    public async Task<Fact<string>?> FindAsync(long account, string item, CancellationToken cancellationToken) =>
        (await records.ReadAsync(Kind, Key(account, item), cancellationToken)).Value is { } json && JsonSerializer.Deserialize<Note>(json) is { } note ? new Fact<string>(note.Text, "notes", note.At) : null;

    /// <param name="text">Empty takes the note away.</param>
    public Task SetAsync(long account, string item, string text, CancellationToken cancellationToken) =>
        records.WriteAsync(Kind, Key(account, item), text.Trim() is { Length: > 0 } trimmed ? JsonSerializer.Serialize(new Note(trimmed, time.GetUtcNow())) : null, null, cancellationToken);

    private static string Key(long account, string item) => string.Create(CultureInfo.InvariantCulture, $"{account}:{item.Trim().ToUpperInvariant()}");

    private sealed record Note(string Text, DateTimeOffset At);
}
