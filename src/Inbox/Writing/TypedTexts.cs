using MeliBot.Delivery.Records;

namespace MeliBot.Inbox.Writing;

/// <summary>What a person has typed and not sent: kept on the server, so that no closed browser loses it.</summary>
internal sealed class TypedTexts(IRecordStore records)
{
    private const string Kind = "typed";

    // Of each text, the newest that is to be kept. Letters come faster than a store writes, and two writes at once could end in either order.
    private readonly Dictionary<string, TaskCompletionSource> _newest = [];
    private readonly Lock _gate = new();

    public async Task<string?> ReadAsync(string? person, string activity) =>
        person is null ? null : (await records.ReadAsync(Kind, Key(person, activity), default)).Value;

    /// <summary>After those before it; one that another has followed by then isn't written at all.</summary>
    public async Task KeepAsync(string? person, string activity, string text)
    {
        if (person is null)
            return;
        var key = Key(person, activity);
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource? before;
        lock (_gate)
        {
            before = _newest.GetValueOrDefault(key);
            _newest[key] = mine;
        }

        try
        {
            if (before is not null)
                await before.Task;
            if (IsNewest(key, mine))
                await records.WriteAsync(Kind, key, text.Length == 0 ? null : text, null, default);
        }
        finally
        {
            lock (_gate)
            {
                if (_newest[key] == mine)
                    _newest.Remove(key);
            }

            mine.SetResult();
        }
    }

    public Task ForgetAsync(string? person, string activity) => KeepAsync(person, activity, "");

    private bool IsNewest(string key, TaskCompletionSource mine)
    {
        lock (_gate)
            return _newest[key] == mine;
    }

    private static string Key(string person, string activity) => $"{activity}/{person}";
}
