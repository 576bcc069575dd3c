using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>What a write may do inside the shared transaction, and what is to be told once it is committed.</summary>
internal sealed class Write(SqliteSession session, DateTimeOffset now)
{
    private int _bells;

    public DateTimeOffset Now => now;

    /// <summary>What the one whose write runs is tracing; stored with the rows that it makes.</summary>
    public string? Trace { get; set; }

    public bool Changed { get; private set; }

    public Statement Sql(string sql) => session.Sql(sql);

    public void Change(long account, string? conversation, string what, string key)
    {
        Changed = true;
        Sql("INSERT INTO changes (at, account, conversation, what, key) VALUES (?1, ?2, ?3, ?4, ?5)")
            .Add(now).Add(account).Add(conversation).Add(what).Add(key).Execute();
    }

    public void Ring(WorkKind kind) => _bells |= 1 << (int)kind;

    public void Tell(IWorkAlarm alarm)
    {
        foreach (var kind in (ReadOnlySpan<WorkKind>)[WorkKind.Signals, WorkKind.Turns, WorkKind.Effects])
        {
            if ((_bells & (1 << (int)kind)) != 0)
                alarm.Ring(kind);
        }
    }
}
