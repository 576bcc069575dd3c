using Microsoft.Extensions.Options;

namespace MeliBot.MercadoLibre;

/// <summary>The platform's own limits on messages of sales: one pool for reading, one for writing, each divided among the hosts as the budget is.</summary>
public sealed class MessagePools : IDisposable
{
    private readonly MessagePool _reads;
    private readonly MessagePool _writes;

    /// <param name="options">The limit.</param>
    /// <param name="time">The clock.</param>
    /// <param name="share">What of it is this host's; null for all.</param>
    public MessagePools(IOptions<MercadoLibreOptions> options, TimeProvider time, BudgetShare? share = null)
    {
        share ??= new BudgetShare(time);
        _reads = new MessagePool("read", options.Value.Budget, share, time);
        _writes = new MessagePool("written", options.Value.Budget, share, time);
    }

    /// <exception cref="MercadoLibreException"><see cref="ErrorKind.HeldBack"/>: too many are ahead of it.</exception>
    public Task AcquireAsync(bool read, CancellationToken cancellationToken = default) => (read ? _reads : _writes).AcquireAsync(cancellationToken);

    public void Dispose()
    {
        _reads.Dispose();
        _writes.Dispose();
    }
}
