using System.Collections.Concurrent;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Local;
using MeliBot.MercadoLibre;

namespace MeliBot.Bot.Rehearsal;

/// <summary>Finds listings for rehearsals: in a file, or, by id, at Mercado Libre through a linked account, which is only read.</summary>
internal sealed class Listings(HostSettings settings) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _read = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private ControlSession? _session;

    /// <exception cref="FormatException">There is no such file and no such listing, or it isn't an item; says why.</exception>
    public async Task<Listing> FindAsync(string item, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var json = await _read.GetOrAdd(item, name => new Lazy<Task<string>>(() => ReadAsync(name, cancellationToken))).Value;
        return ListingJson.Parse(json, at);
    }

    public async ValueTask DisposeAsync()
    {
        _opening.Dispose();
        if (_session is not null) await _session.DisposeAsync();
    }

    private async Task<string> ReadAsync(string item, CancellationToken cancellationToken)
    {
        try
        {
            if (File.Exists(item)) return await File.ReadAllTextAsync(item, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"the file {item} can't be read: {e.Message}", e);
        }

        if (!IsId(item)) throw new FormatException($"there is no file {item}");
        try
        {
            var session = await SessionAsync(cancellationToken);
            return await session.Control.ItemAsync(item, cancellationToken) ?? throw new FormatException($"no linked account has a listing {item}");
        }
        catch (SettingsException e)
        {
            throw new FormatException($"{item} is no file, and to read it as a listing's id an account has to be linked", e);
        }
        catch (MercadoLibreException e)
        {
            throw new FormatException($"{item} can't be read from Mercado Libre: {e.Error.Message}", e);
        }
    }

    private async Task<ControlSession> SessionAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            return _session ??= await ControlSession.OpenAsync(settings, cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    private static bool IsId(string text) => text.Length is > 3 and < 24 && text.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0 && text.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0;
}
