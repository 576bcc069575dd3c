using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>
/// Runs many bodies side by side on one connection: each goes on until it waits for a statement, and when all of them wait, everything that they wait for is sent at once. A hundred writes of three
/// steps each so take three round trips, not three hundred, and what all of them ask for alike is one command. Bodies may await nothing but their statements and each other.
/// </summary>
internal sealed class Pipeline(NpgsqlConnection connection, TimeSpan timeout)
{
    private List<Statement> _waiting = [];
    private List<Statement> _sent = [];

    /// <summary>What is gathered now is sent as the one with this number.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>Sends nothing yet.</summary>
    public Statement Sql(string sql, object? owner = null, Lane? lane = null) => new(this, sql, isOfMany: false, owner, lane);

    /// <summary>One that is written for many at once (<see cref="Statement"/>); sends nothing yet.</summary>
    public Statement SqlOfMany(string sql, object? owner = null, Lane? lane = null) => new(this, sql, isOfMany: true, owner, lane);

    public void Enqueue(Statement statement) => _waiting.Add(statement);

    /// <summary>Until nobody has anything more to send. After a failure the connection's transaction is lost, and what still waits never ends.</summary>
    /// <exception cref="StatementException">One statement failed, and says whose it was.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (_waiting.Count > 0)
        {
            (_sent, _waiting) = (_waiting, _sent);
            Round++;
            await SendAsync(_sent, cancellationToken);
            foreach (var statement in _sent)
                statement.End();
            _sent.Clear();
        }
    }

    private async Task SendAsync(List<Statement> statements, CancellationToken cancellationToken)
    {
        var commands = Command.Of(statements);
        await using var batch = new NpgsqlBatch(connection) { Timeout = (int)Math.Ceiling(timeout.TotalSeconds) };
        foreach (var command in commands)
            batch.BatchCommands.Add(command.Sent);
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            foreach (var command in commands)
            {
                if (!command.Reads)
                    continue;
                while (await reader.ReadAsync(cancellationToken))
                    command.Read(reader);
                await reader.NextResultAsync(cancellationToken);
            }

            // To the very end: the last statement may fail, and the counts are known only then.
            while (await reader.NextResultAsync(cancellationToken))
            {
                // A result that nobody asked for.
            }
        }
        catch (PostgresException e) when (e.BatchCommand is { } failed && commands.Find(command => ReferenceEquals(command.Sent, failed)) is { Owner: { } culprit })
        {
            throw new StatementException(culprit, e);
        }

        foreach (var command in commands)
            command.End();
    }
}

/// <summary>A statement failed by its own fault or the database's; <see cref="Exception.InnerException"/> says how.</summary>
internal sealed class StatementException(object owner, PostgresException cause) : Exception(cause.MessageText, cause)
{
    public object Owner => owner;

    public PostgresException Cause => cause;
}
