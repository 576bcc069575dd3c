using System.Data.Common;
using System.Text.Json;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;

namespace MeliBot.Crash.Tests.Judging;

/// <summary>Our own database as it stands, read beside whoever has it open.</summary>
internal sealed record StoreRows
{
    private static readonly string[] OfConversations = ["activities", "effects", "drafts", "turns"];

    public required IReadOnlyDictionary<string, SlotRow> Slots { get; init; }

    public required IReadOnlyDictionary<string, ActivityRow> Activities { get; init; }

    /// <summary>Decisions of the committed turns, by the activity that each was about.</summary>
    public required ILookup<string, Decision> Decisions { get; init; }

    /// <summary>Reasons of what is parked, by kind and key.</summary>
    public required IReadOnlyDictionary<(long Kind, string Key), string> Parked { get; init; }

    public required IReadOnlyList<SignalRow> Signals { get; init; }

    /// <summary>What became of each effect, change by change.</summary>
    public required ILookup<string, string> EffectChanges { get; init; }

    /// <summary>Where in the change feed each activity was first stored and each effect first planned.</summary>
    public required IReadOnlyDictionary<(string What, string Key), long> FirstTold { get; init; }

    public required int OpenDrafts { get; init; }

    /// <summary>How many rows of each table belong to a conversation that isn't there.</summary>
    public required IReadOnlyList<(string Table, int Rows)> Alone { get; init; }

    /// <summary>What each conversation on PostgreSQL says its next turn is, by the order key; null where none waits. A file's say nothing.</summary>
    public required IReadOnlyDictionary<string, string?> NextTurns { get; init; }

    /// <param name="database">The file, or PostgreSQL's connection string.</param>
    public static StoreRows Read(string database)
    {
        using var connection = StoreConnection.Snapshot(database);
        return new()
        {
            Slots = List(connection, "SELECT key, state, payload, reason, activity, epoch FROM effects", row => new SlotRow(row.GetString(0), (EffectState)row.GetInt32(1), row.GetString(2), Text(row, 3), Text(row, 4), row.GetInt64(5)))
                .ToDictionary(slot => slot.Key, StringComparer.Ordinal),
            Activities = List(connection, "SELECT id, conversation, role, order_key, turn FROM activities", row => new ActivityRow(row.GetString(0), row.GetString(1), (ActivityRole)row.GetInt32(2), row.GetString(3), (ActivityTurn)row.GetInt32(4)))
                .ToDictionary(activity => activity.Id, StringComparer.Ordinal),
            Decisions = List(connection, "SELECT activity, decision, payload FROM turns", row => (Activity: row.GetString(0), Decision: new Decision(row.GetString(1), Reasons(row.GetString(2)))))
                .ToLookup(turn => turn.Activity, turn => turn.Decision, StringComparer.Ordinal),
            Parked = List(connection, "SELECT kind, key, reason FROM parked", row => (Kind: row.GetInt64(0), Key: row.GetString(1), Reason: row.GetString(2)))
                .GroupBy(parked => (parked.Kind, parked.Key)).ToDictionary(group => group.Key, group => group.First().Reason),
            Signals = List(connection, $"SELECT topic, resource, state, reason, {StoreConnection.Micros(database, "due_at")} FROM signals", row => new SignalRow(row.GetString(0), row.GetString(1), row.GetInt64(2), Text(row, 3), row.GetInt64(4))),
            EffectChanges = List(connection, "SELECT key, what FROM changes WHERE what LIKE 'effect:%' ORDER BY sequence", row => (Key: row.GetString(0), What: row.GetString(1)))
                .ToLookup(change => change.Key, change => change.What, StringComparer.Ordinal),
            FirstTold = List(connection, "SELECT what, key, min(sequence) FROM changes WHERE what IN ('activity', 'effect:planned') GROUP BY what, key", row => (What: row.GetString(0), Key: row.GetString(1), First: row.GetInt64(2)))
                .ToDictionary(told => (told.What, told.Key), told => told.First),
            OpenDrafts = List(connection, "SELECT 1 FROM drafts WHERE state = 0", _ => 1).Count,
            NextTurns = !StoreConnection.IsPostgres(database) ? new Dictionary<string, string?>(StringComparer.Ordinal)
                : List(connection, "SELECT id, turn_due_key FROM conversations", row => (Id: row.GetString(0), Next: Text(row, 1))).ToDictionary(found => found.Id, found => found.Next, StringComparer.Ordinal),
            Alone = [.. OfConversations.Select(table => (table, List(connection, $"SELECT 1 FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM conversations c WHERE c.account = t.account AND c.id = t.conversation)", _ => 1).Count))],
        };
    }

    private static List<T> List<T>(DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private static string Reasons(string trace)
    {
        using var json = JsonDocument.Parse(trace);
        return json.RootElement.TryGetProperty("reasons", out var reasons) ? reasons.GetRawText() : "";
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

internal sealed record SlotRow(string Key, EffectState State, string Payload, string? Reason, string? Activity, long Epoch);

internal sealed record ActivityRow(string Id, string Conversation, ActivityRole Role, string OrderKey, ActivityTurn Turn);

/// <summary>What a turn decided, and its reasons as the trace has them.</summary>
internal sealed record Decision(string What, string Why);

/// <param name="State">0 open, 1 done, 2 parked.</param>
/// <param name="DueAt">Microseconds since 1970.</param>
internal sealed record SignalRow(string Topic, string Resource, long State, string? Reason, long DueAt);
