using System.Globalization;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.State;
using Microsoft.Bot.Builder;

namespace MeliBot.Adapter.State;

/// <summary>
/// Bot state that counts only with the turn it belongs to. Inside a turn reads and writes are staged and commit with its reply, or not
/// at all; outside a turn they go straight to the store. <see cref="IStoreItem.ETag"/> is honoured: null and <c>*</c> overwrite.
/// </summary>
public sealed class DeliveryStorage(IStateStore store) : IStorage
{
    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = TurnScope.Current is { } scope
            ? await scope.State.ReadAsync(keys, cancellationToken).ConfigureAwait(false)
            : await ReadDirectAsync(keys, cancellationToken).ConfigureAwait(false);

        var items = new Dictionary<string, object>(found.Count, StringComparer.Ordinal);
        foreach (var (key, json, etag) in found)
        {
            if (json is null || StateJson.Read(json) is not { } value)
                continue;
            if (value is IStoreItem item)
                item.ETag = etag;
            items[key] = value;
        }

        return items;
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (TurnScope.Current is { } scope)
        {
            await scope.State.WriteAsync([.. changes.Select(change => (change.Key, Json(change.Value), Check(change.Key, change.Value)))], cancellationToken).ConfigureAwait(false);
            return;
        }

        var writes = changes.Select(change =>
        {
            var etag = ETagOf(change.Value);
            // An ETag that isn't a version of ours names nothing that is stored: it can only conflict.
            long? expected = etag is null ? null : long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
            return new StateWrite(StateKeys.AccountOf(change.Key), change.Key, expected, Json(change.Value));
        }).ToList();
        if (writes.Count > 0 && await store.WriteAsync(writes, cancellationToken).ConfigureAwait(false) is { } conflict)
            throw Conflict(conflict);
    }

    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Length == 0)
            return;
        if (TurnScope.Current is { } scope)
            await scope.State.WriteAsync([.. keys.Select(key => (key, (string?)null, (Action<StagedValue>?)null))], cancellationToken).ConfigureAwait(false);
        else
            await store.WriteAsync([.. keys.Select(key => new StateWrite(StateKeys.AccountOf(key), key, null, null))], cancellationToken).ConfigureAwait(false);
    }

    private static string? Json(object? value) => value is null ? null : StateJson.Write(value);

    private static Action<StagedValue>? Check(string key, object? value) => ETagOf(value) is not { } etag
        ? null
        : staged =>
        {
            if (staged.Value is not null && !string.Equals(staged.ETag, etag, StringComparison.Ordinal))
                throw Conflict(key);
        };

    private static string? ETagOf(object? value) => value switch
    {
        IStoreItem { ETag: "" } => throw new ArgumentException("An ETag may be null, \"*\" or one that was read; it is empty."),
        IStoreItem { ETag: null or "*" } => null,
        IStoreItem item => item.ETag,
        _ => null,
    };

    // The words that bots written for the SDK's own storages look for.
    private static ArgumentException Conflict(string key) =>
        new($"Etag conflict. The item \"{key}\" was changed since it was read. Read it again and repeat the change.");

    private async Task<IReadOnlyList<StagedValue>> ReadDirectAsync(string[] keys, CancellationToken cancellationToken)
    {
        if (keys.Length == 0)
            return [];
        var entries = await store.ReadAsync([.. keys.Select(key => (StateKeys.AccountOf(key), key))], cancellationToken).ConfigureAwait(false);
        return [.. entries.Select(entry => new StagedValue(entry.Key, entry.Value, entry.Version.ToString(CultureInfo.InvariantCulture)))];
    }
}
