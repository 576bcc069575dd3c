using System.Globalization;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Local;

namespace MeliBot.Bot.Rehearsal;

/// <summary>Finds sales for rehearsals: in a file, or, by the number of an order or pack, among those that this host keeps. Mercado Libre isn't asked.</summary>
internal sealed class Sales(HostSettings settings) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private ControlSession? _session;

    /// <exception cref="FormatException">There is no such file and no such sale, or it isn't one; says why.</exception>
    public async Task<Sale> FindAsync(string order, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            if (File.Exists(order)) return OrderJson.Parse(order, await File.ReadAllTextAsync(order, cancellationToken), at);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"the file {order} can't be read: {e.Message}", e);
        }

        if (!long.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) throw new FormatException($"there is no file {order}");
        try
        {
            var session = await SessionAsync(cancellationToken);
            var found = await session.Control.OrderAsync(number, cancellationToken);
            return found.Count > 0 ? OrderJson.Of([.. found.Select(view => view.ToStored())]) : throw new FormatException($"no linked account has an order or pack {order} here");
        }
        catch (SettingsException e)
        {
            throw new FormatException($"{order} is no file, and to look it up as the number of a sale an account has to be linked", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _opening.Dispose();
        if (_session is not null) await _session.DisposeAsync();
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
}
