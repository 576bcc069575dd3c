using System.Data;
using Microsoft.Data.Sqlite;

namespace MeliBot.Inbox.Index.Sqlite;

/// <summary>The index's own file, so that listing and searching never meet the route's writer. One writes at a time.</summary>
internal sealed class IndexDatabase(Func<string> path) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Lock _opening = new();
    private string? _connection;

    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        lock (_opening) _connection ??= IndexFile.Prepare(path());
        var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public async Task WriteAsync(Func<SqliteConnection, SqliteTransaction, Task> body, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await using var transaction = connection.BeginTransaction(IsolationLevel.Serializable);
            await body(connection, transaction);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();
}
