using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>One command of a batch, and whose statements it carries: one, or as many as ask for the same at the same step.</summary>
internal sealed class Command
{
    private readonly List<Statement> _statements;

    private Command(List<Statement> statements)
    {
        _statements = statements;
        Sent = new NpgsqlBatchCommand(statements[0].Sql);
    }

    public NpgsqlBatchCommand Sent { get; }

    /// <summary>Whose it is; null where several share it, or nobody.</summary>
    public object? Owner => _statements.Count == 1 ? _statements[0].Owner : null;

    public bool Reads => _statements[0].Reads;

    /// <summary>In the order in which they are sent.</summary>
    public static List<Command> Of(List<Statement> statements)
    {
        var steps = new List<List<Statement>>();
        foreach (var statement in statements)
        {
            // The first step is -1.
            while (steps.Count < statement.Step + 2)
                steps.Add([]);
            steps[statement.Step + 1].Add(statement);
        }

        var commands = new List<Command>();
        var many = (Reading: Known(), Writing: Known());
        foreach (var step in steps)
        {
            many.Reading.Clear();
            many.Writing.Clear();
            foreach (var statement in step)
            {
                var known = statement.Reads ? many.Reading : many.Writing;
                if (statement.IsOfMany && known.TryGetValue(statement.Sql, out var list))
                {
                    list.Add(statement);
                    continue;
                }

                list = [statement];
                if (statement.IsOfMany)
                    known.Add(statement.Sql, list);
                commands.Add(new Command(list));
            }
        }

        // Built at the end, when each has all of its statements.
        foreach (var command in commands)
            command.Bind();
        return commands;

        // Every text is a constant: to hash it letter by letter would cost more than all else here.
        static Dictionary<string, List<Statement>> Known() => new(ReferenceEqualityComparer.Instance);
    }

    private void Bind()
    {
        var first = _statements[0];
        for (var i = 0; i < first.Values.Count; i++)
            Sent.Parameters.Add(first.IsOfMany ? Value.Together(_statements, i) : first.Values[i].Alone());
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
