using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Keeps copies, through JSON with type names: what is read is never the instance that was written.</summary>
public class MemoryStorage : IStorage
{
    private const string ETagName = "eTag";

    private readonly JsonSerializer _serializer;
    private readonly Dictionary<string, JObject> _memory;
    private readonly Lock _lock = new();
    private int _nextETag;

    public MemoryStorage(JsonSerializer jsonSerializer, Dictionary<string, JObject> dictionary = null)
    {
        ArgumentNullException.ThrowIfNull(jsonSerializer);
        _serializer = jsonSerializer;
        _memory = dictionary ?? [];
    }

    public MemoryStorage(Dictionary<string, JObject> dictionary = null)
        : this(new JsonSerializer { TypeNameHandling = TypeNameHandling.All, MaxDepth = null }, dictionary)
    {
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var items = new Dictionary<string, object>(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                if (_memory.TryGetValue(key, out var json) && json is not null)
                    items[key] = json.ToObject<object>(_serializer);
            }
        }

        return Task.FromResult<IDictionary<string, object>>(items);
    }

    /// <exception cref="ArgumentException">An <see cref="IStoreItem"/> was changed by someone else since it was read.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_lock)
        {
            foreach (var (key, value) in changes)
            {
                var json = value is null ? null : JObject.FromObject(value, _serializer);
                if (value is IStoreItem item)
                {
                    Check(item, _memory.GetValueOrDefault(key));
                    json.Remove(nameof(IStoreItem.ETag));
                    json[ETagName] = (_nextETag++).ToString(CultureInfo.InvariantCulture);
                }

                _memory[key] = json;
            }
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
        {
            foreach (var key in keys)
                _memory.Remove(key);
        }

        return Task.CompletedTask;
    }

    private static void Check(IStoreItem item, JObject stored)
    {
        var current = stored?.GetValue(ETagName, StringComparison.OrdinalIgnoreCase)?.Value<string>();
        if (current is not null && item.ETag != "*" && item.ETag != current)
            throw new ArgumentException($"Etag conflict.\r\n\r\nOriginal: {item.ETag}\r\nCurrent: {current}");
    }
}
