using System.Diagnostics;
using MeliBot.Benchmarks.Rigs;

namespace MeliBot.Benchmarks.Load;

/// <summary>Our own, because it must number its notifications and keep an open loop. Sockets and bytes only.</summary>
internal sealed class LoadGenerator(Uri url, int connections, long first) : IDisposable
{
    private static readonly double MillisecondsPerTick = 1000.0 / Stopwatch.Frequency;

    private readonly List<Connection> _connections = [];
    private readonly List<double> _times = [];
    private readonly Lock _gate = new();
    private long _next = first;
    private int _refused;

    /// <summary>Each connection sends as soon as it was answered: what the server takes at most.</summary>
    public async Task<LoadResult> ClosedLoopAsync(TimeSpan warmUp, TimeSpan measured, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        var begin = Stopwatch.GetTimestamp() + Ticks(warmUp);
        var end = begin + Ticks(measured);
        await Task.WhenAll(_connections.Select(async connection =>
        {
            var times = new List<double>();
            long sent;
            while ((sent = Stopwatch.GetTimestamp()) < end)
            {
                if (await PostAsync(connection, cancellationToken) && sent >= begin)
                    times.Add((Stopwatch.GetTimestamp() - sent) * MillisecondsPerTick);
            }

            lock (_gate)
                _times.AddRange(times);
        }));
        return Result((Stopwatch.GetTimestamp() - begin) * MillisecondsPerTick / 1000);
    }

    /// <summary>Sends when it is time, whether or not earlier ones were answered. A request that finds no free connection counts from when it was due.</summary>
    public async Task<LoadResult> OpenLoopAsync(double rate, TimeSpan warmUp, TimeSpan measured, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        var free = new Queue<Connection>(_connections);
        var waiting = new Queue<long>();
        var start = Stopwatch.GetTimestamp();
        var (begin, end) = (start + Ticks(warmUp), start + Ticks(warmUp + measured));
        var running = new List<Task>();
        // A thread of its own: a timer of the pool is late by a millisecond and more, and on one core the pool has no thread to spare.
        await Task.Factory.StartNew(SendAll, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAll(running);
        return Result(measured.TotalSeconds);

        void SendAll()
        {
            for (long number = 0, now; (now = Stopwatch.GetTimestamp()) < end;)
            {
                for (; start + (long)(number / rate * Stopwatch.Frequency) <= now; number++)
                    Send(start + (long)(number / rate * Stopwatch.Frequency));
                Thread.Yield();
            }
        }

        void Send(long due)
        {
            lock (_gate)
            {
                if (free.TryDequeue(out var connection))
                    running.Add(RunAsync(connection, Stopwatch.GetTimestamp()));
                else
                    waiting.Enqueue(due);
            }
        }

        async Task RunAsync(Connection connection, long from)
        {
            while (true)
            {
                var taken = await PostAsync(connection, cancellationToken);
                lock (_gate)
                {
                    if (taken && from >= begin)
                        _times.Add((Stopwatch.GetTimestamp() - from) * MillisecondsPerTick);
                    if (!waiting.TryDequeue(out from))
                    {
                        free.Enqueue(connection);
                        return;
                    }
                }
            }
        }
    }

    public void Dispose() => _connections.ForEach(connection => connection.Dispose());

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < connections; i++)
            _connections.Add(await Connection.OpenAsync(new Uri(url, $"notifications/{Questions.Secret}"), Questions.Notification(0), cancellationToken));
    }

    private async ValueTask<bool> PostAsync(Connection connection, CancellationToken cancellationToken)
    {
        var taken = await connection.PostAsync(Interlocked.Increment(ref _next), cancellationToken) == 200;
        if (!taken)
            Interlocked.Increment(ref _refused);
        return taken;
    }

    private LoadResult Result(double seconds)
    {
        _times.Sort();
        return new LoadResult(_times.Count, _times.Count / seconds, At(0.5), At(0.99), At(1), _times.Count(time => time > 500), _refused);

        double At(double share) => _times.Count == 0 ? 0 : _times[Math.Min(_times.Count - 1, (int)(share * _times.Count))];
    }
}
