using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Judging;

/// <summary>Waits until nothing is left to do: every question answered on the platform, and no open work in our rows.</summary>
internal static class Drain
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>How long it took; null when patience ended first, and then the judge says what is left.</summary>
    public static async Task<TimeSpan?> WaitAsync(World world, IEnumerable<WorldQuestion> asked, string database, TimeSpan patience, CancellationToken cancellationToken, bool answers = true)
    {
        var started = Stopwatch.GetTimestamp();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ended.CancelAfter(patience);
        try
        {
            if (answers)
            {
                var open = new Stack<long>(asked.Select(question => question.Id));
                await world.WaitUntilAsync(
                    _ =>
                    {
                        while (open.TryPeek(out var id) && world.Question(id)?.Answer is not null)
                            open.Pop();
                        return open.Count == 0;
                    },
                    ended.Token);
            }

            await world.WaitIdleAsync(ended.Token);
            using var rows = new OpenWork(database);
            while (rows.Any())
                await Task.Delay(Glance, ended.Token);
            return Stopwatch.GetElapsedTime(started);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private sealed class OpenWork : IDisposable
    {
        private readonly DbConnection _connection;
        private readonly DbCommand _any;

        public OpenWork(string database)
        {
            _connection = StoreConnection.Open(database);
            _any = _connection.CreateCommand();
            _any.CommandText =
                "SELECT CASE WHEN EXISTS (SELECT 1 FROM signals WHERE state = 0) OR EXISTS (SELECT 1 FROM activities WHERE turn = 1) OR EXISTS (SELECT 1 FROM effects WHERE state IN (0, 1)) THEN 1 ELSE 0 END";
        }

        public bool Any() => Convert.ToInt64(_any.ExecuteScalar(), CultureInfo.InvariantCulture) != 0;

        public void Dispose()
        {
            _any.Dispose();
            _connection.Dispose();
        }
    }
}
