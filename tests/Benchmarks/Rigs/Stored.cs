using MeliBot.Benchmarks.Running;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Signals;
using Microsoft.Data.Sqlite;

namespace MeliBot.Benchmarks.Rigs;

/// <summary>Databases that hold so many answered conversations, with a linked account; filled once a run, through the stores.</summary>
internal static class Stored
{
    private const int Batch = 50;

    private static readonly Dictionary<int, WorkFolder> Filled = [];

    /// <summary>A database with that many conversations; whoever gets it may add a few.</summary>
    public static async Task<string> WithAsync(int conversations)
    {
        if (!Filled.TryGetValue(conversations, out var folder))
        {
            Filled[conversations] = folder = new WorkFolder();
            await Console.Error.WriteLineAsync($"  filling a database with {conversations:N0} conversations ...");
            await using (await AdapterServices.OpenAsync(folder.Database))
            {
                // Links the account.
            }

            await FillAsync(folder.Database, conversations);
        }

        return folder.Database;
    }

    public static void DeleteAll()
    {
        foreach (var folder in Filled.Values)
            folder.Dispose();
        Filled.Clear();
    }

    private static async Task FillAsync(string database, int conversations)
    {
        var turns = new ReadyTurns(conversations);
        await using (var rig = await DeliveryRig.StartAsync(database, null))
        {
            await DeliveryRig.InParallelAsync(Batches(), 64, async batch =>
            {
                var questions = Enumerable.Range(0, Batch).Select(i => (batch * Batch) + i).Where(question => question < conversations).ToList();
                await rig.Signals.IngestAsync(null, new Ingest([.. questions.SelectMany(question => turns.Found(question).Conversations)]), default);
                await Task.WhenAll(questions.Select(question => rig.Turns.CommitAsync(
                    ReadyTurns.Answered(new ConversationSnapshot { Conversation = turns.Conversation(question), Version = 1, Owner = Owner.Bot, Activities = [], Effects = [] }, question, 0), TimeProvider.System.GetUtcNow(), default)));
            });
        }

        // Long sent, all of them.
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var sent = connection.CreateCommand();
        sent.CommandText = "UPDATE effects SET state = 2, epoch = 1, attempt = 1, due_at = updated_at; PRAGMA wal_checkpoint(TRUNCATE);";
        await sent.ExecuteNonQueryAsync();

        IEnumerable<long> Batches()
        {
            for (var batch = 0L; batch * Batch < conversations; batch++)
                yield return batch;
        }
    }
}
