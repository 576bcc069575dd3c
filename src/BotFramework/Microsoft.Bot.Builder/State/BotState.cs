using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Properties under one storage key, read once a turn and written only if they changed. The last writer wins.</summary>
public abstract class BotState : IPropertyManager
{
    private static readonly JsonSerializerSettings HashSettings = new() { MaxDepth = null, NullValueHandling = NullValueHandling.Ignore };

    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    /// <param name="contextServiceKey">Where the turn keeps this state: two instances with the same key share it.</param>
    public BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        _storage = storage;
        _contextServiceKey = contextServiceKey;
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentNullException(nameof(name));

        return new Accessor<T>(this, name);
    }

    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        BotAssert.ContextNotNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    /// <summary>The loaded properties as JSON.</summary>
    public JToken Get(ITurnContext turnContext)
    {
        var cached = GetCachedState(turnContext);
        return cached is null ? null : JObject.FromObject(cached.State);
    }

    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        var cached = GetCachedState(turnContext);
        var key = GetStorageKey(turnContext);
        if (!force && cached?.State is not null)
            return;

        var items = await _storage.ReadAsync([key], cancellationToken).ConfigureAwait(false);
        items.TryGetValue(key, out var stored);
        turnContext.TurnState.Set(_contextServiceKey, stored switch
        {
            null => new CachedBotState(),
            IDictionary<string, object> state => new CachedBotState(state),
            JObject json => new CachedBotState(json.ToObject<IDictionary<string, object>>()),
            _ => throw new InvalidOperationException($"Data is not in the correct format for BotState: a {stored.GetType().FullName} is stored under '{key}'."),
        });
    }

    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        var cached = GetCachedState(turnContext);
        if (cached is null)
            return;
        var hash = cached.Hash();
        if (!force && cached.IsUnchanged(hash))
            return;

        var changes = new Dictionary<string, object>(StringComparer.Ordinal) { [GetStorageKey(turnContext)] = cached.State };
        await _storage.WriteAsync(changes, cancellationToken).ConfigureAwait(false);
        cached.Saved(hash);
    }

    /// <summary>Empties the state of this turn; the next save writes that.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        var cleared = new CachedBotState();
        cleared.MarkChanged();
        turnContext.TurnState.Set(_contextServiceKey, cleared);
        return Task.CompletedTask;
    }

    /// <summary>Removes the state from the turn and from the storage.</summary>
    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        await _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken).ConfigureAwait(false);
    }

    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <exception cref="KeyNotFoundException">There is no value, and <typeparamref name="T"/> has no null to say so.</exception>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        if (!GetCachedState(turnContext).State.TryGetValue(propertyName, out var value))
        {
            return typeof(T).IsValueType && Nullable.GetUnderlyingType(typeof(T)) is null
                ? throw new KeyNotFoundException($"The state has no property '{propertyName}'.")
                : Task.FromResult<T>(default);
        }

        return Task.FromResult(value switch
        {
            T typed => typed,
            null => default,

            // Storages without type names give JSON back, or a neighbouring type (Int64 for an Int32).
            JToken json => json.ToObject<T>(),
            _ => JToken.FromObject(value).ToObject<T>(),
        });
    }

    protected Task SetPropertyValueAsync(ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext).State[propertyName] = value;
        return Task.CompletedTask;
    }

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext).State.Remove(propertyName);
        return Task.CompletedTask;
    }

    public class CachedBotState
    {
        private string _hash;

        public CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new Dictionary<string, object>();
            _hash = Hash();
        }

        public IDictionary<string, object> State { get; set; }

        internal bool IsUnchanged(string hash) => string.Equals(_hash, hash, StringComparison.Ordinal);

        internal void Saved(string hash) => _hash = hash;

        internal void MarkChanged() => _hash = string.Empty;

        internal string Hash() => State.Count == 0 ? "{}" : JsonConvert.SerializeObject(State, HashSettings);
    }

    private sealed class Accessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, force: false, cancellationToken).ConfigureAwait(false);
            try
            {
                var value = await state.GetPropertyValueAsync<T>(turnContext, name, cancellationToken).ConfigureAwait(false);
                if (value is not null || defaultValueFactory is null)
                    return value;
            }
            catch (KeyNotFoundException)
            {
                if (defaultValueFactory is null)
                    return default;
            }

            var made = defaultValueFactory();
            await SetAsync(turnContext, made, cancellationToken).ConfigureAwait(false);
            return made;
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, force: false, cancellationToken).ConfigureAwait(false);
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken).ConfigureAwait(false);
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, force: false, cancellationToken).ConfigureAwait(false);
            await state.DeletePropertyValueAsync(turnContext, name, cancellationToken).ConfigureAwait(false);
        }
    }
}
