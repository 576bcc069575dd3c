using MeliBot.Delivery.Records;

namespace MeliBot.Inbox.Writing;

/// <summary>What a person has typed and not sent: kept on the server, so that no closed browser loses it.</summary>
internal sealed class TypedTexts(IRecordStore records)
{
    private const string Kind = "typed";

    public async Task<string?> ReadAsync(string? person, string activity) =>
        person is null ? null : (await records.ReadAsync(Kind, Key(person, activity), default)).Value;

    public Task KeepAsync(string? person, string activity, string text) =>
        person is null ? Task.CompletedTask : records.WriteAsync(Kind, Key(person, activity), text.Length == 0 ? null : text, null, default);

    public Task ForgetAsync(string? person, string activity) => KeepAsync(person, activity, "");

    private static string Key(string person, string activity) => $"{activity}/{person}";
}
