using Microsoft.Extensions.Options;

namespace MeliBot.MercadoLibre;

/// <summary>The platform's own limits on messages of sales: one pool for reading, one for writing.</summary>
public sealed class MessagePools
{
    // A tenth is kept for the burst, so that no minute, wherever it begins, holds more than the limit.
    private const double Burst = 0.1;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly TokenBucket _reads;
    private readonly TokenBucket _writes;
    private readonly TimeSpan _longest;

    public MessagePools(IOptions<MercadoLibreOptions> options, TimeProvider time)
    {
        var budget = options.Value.Budget;
        _time = time;
        _longest = budget.LongestWait;
        _reads = Pool(budget.MessageCallsPerMinute);
        _writes = Pool(budget.MessageCallsPerMinute);
    }

    /// <exception cref="MercadoLibreException"><see cref="ErrorKind.HeldBack"/>: too many are ahead of it.</exception>
    public async Task AcquireAsync(bool read, CancellationToken cancellationToken = default)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var pool = read ? _reads : _writes;
            wait = pool.Delay(_time.GetUtcNow());
            if (wait > _longest)
                throw TooMany(read, wait);
            // Taken now, waited for after: those who come later queue behind it.
            pool.Take();
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, _time, cancellationToken);
    }

    private TokenBucket Pool(int perMinute) => new(perMinute * (1 - Burst) / 60, Math.Max(1, perMinute * Burst), _time.GetUtcNow());

    private static MercadoLibreException TooMany(bool read, TimeSpan wait) => new(new MercadoLibreError
    {
        Kind = ErrorKind.HeldBack,
        Message = $"More messages are being {(read ? "read" : "written")} than the platform allows in a minute.",
        WhatToDo = "Nothing was sent. It passes by itself; MercadoLibre:Budget:MessageCallsPerMinute is the limit.",
        RetryAfter = wait,
    });
}
