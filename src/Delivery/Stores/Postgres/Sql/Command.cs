using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>One command of a batch, and whose statements it carries: one, or as many as ask for the same at the same step.</summary>
internal sealed class Command
{
    private readonly List<Statement> _statements;

    private Command(List<Statement> statements)
    {
        _statements = statements;
        var first = statements[0];
        Sent = new NpgsqlBatchCommand(first.Sql);
        for (var i = 0; i < first.Values.Count; i++)
            Sent.Parameters.Add(first.IsOfMany ? Value.Together(statements, i) : first.Values[i].Alone());
    }

    public NpgsqlBatchCommand Sent { get; }

    /// <summary>Whose it is; null where several share it, or nobody.</summary>
    public object? Owner => _statements.Count == 1 ? _statements[0].Owner : null;

    public bool Reads => _statements[0].Reads;

    /// <summary>In the order in which they are sent.</summary>
    public static List<Command> Of(List<Statement> statements)
    {
        var commands = new List<Command>();
        var many = new Dictionary<(string Sql, bool Reads), List<Statement>>();
        foreach (var step in statements.GroupBy(statement => statement.Step).OrderBy(step => step.Key))
        {
            var lists = new List<List<Statement>>();
            many.Clear();
            foreach (var statement in step)
            {
                if (statement.IsOfMany && many.TryGetValue((statement.Sql, statement.Reads), out var known))
                {
                    known.Add(statement);
                    continue;
                }

                var list = new List<Statement> { statement };
                if (statement.IsOfMany)
                    many.Add((statement.Sql, statement.Reads), list);
                lists.Add(list);
            }

            commands.AddRange(lists.Select(list => new Command(list)));
        }

        return commands;
    }

    /// <summary>Gives the row to whom it belongs. A row of many begins with the place, from 1, of the one that asked for it.</summary>
    public void Read(NpgsqlDataReader reader)
    {
        if (_statements[0].IsOfMany)
            _statements[(int)reader.GetInt64(0) - 1].Read(new Row(reader, 1));
        else
            _statements[0].Read(new Row(reader, 0));
    }

    /// <summary>Once all that was sent has been carried out.</summary>
    public void End()
    {
        if (!_statements[0].IsOfMany)
            _statements[0].Changed = Math.Max(0, Sent.RecordsAffected);
    }
}
