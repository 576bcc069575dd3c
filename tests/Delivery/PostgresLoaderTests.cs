using MeliBot.Contracts;
using MeliBot.Delivery.Stores.Postgres;
using MeliBot.Delivery.Stores.Postgres.Sql;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MeliBot.Delivery.Tests;

/// <summary>What many ask for by key at the same time is read together, and each gets its own.</summary>
public sealed class PostgresLoaderTests : IAsyncDisposable
{
    private readonly PostgresFixture _store = new();

    private PostgresDatabase Database => _store.Services.GetRequiredService<PostgresDatabase>();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Of_many_that_load_at_the_same_moment_each_gets_its_own_conversation()
    {
        const int Conversations = 150;
        for (var number = 1; number <= Conversations; number++)
            await Some.WithQuestionsAsync(_store, 1 + (number % 3), Some.AnyConversation(number));

        var loaded = await Task.WhenAll(Enumerable.Range(1, Conversations).Select(number => _store.Turns.LoadAsync(Some.AnyConversation(number), default)));

        for (var number = 1; number <= Conversations; number++)
        {
            var snapshot = loaded[number - 1];
            snapshot.Conversation.ShouldBe(Some.AnyConversation(number));
            snapshot.Activities.Count.ShouldBe(1 + (number % 3));
            snapshot.Activities.ShouldAllBe(entry => entry.Conversation == snapshot.Conversation.Id);
            snapshot.Activities.Select(entry => entry.OrderKey).ShouldBeInOrder();
        }
    }

    [Fact]
    public async Task What_is_asked_while_others_are_read_is_read_together()
    {
        var transactions = new HashSet<Pipeline>();
        var reads = await WhileOthersAreReadAsync(() => Enumerable.Range(1, 50).Select(_ => Database.LoadAsync(
            pipeline =>
            {
                lock (transactions)
                    transactions.Add(pipeline);
                return pipeline.Sql("SELECT 1::bigint").ScalarAsync();
            },
            default)));

        (await Task.WhenAll(reads)).ShouldAllBe(one => one == 1);
        // Whichever of the two that read was free first took all, or the other took some of them.
        transactions.Count.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task One_that_cannot_be_read_fails_alone()
    {
        var reads = await WhileOthersAreReadAsync(() => Enumerable.Range(0, 10).Select(number => Database.LoadAsync(
            pipeline => number switch
            {
                3 => pipeline.Sql("SELECT 1 / 0::bigint").ScalarAsync(),
                5 => throw new InvalidOperationException("A bug."),
                _ => pipeline.Sql("SELECT $1").Add((long)number).ScalarAsync(),
            },
            default)));

        for (var number = 0L; number < reads.Count; number++)
        {
            var read = reads[(int)number];
            if (number == 3)
                (await Should.ThrowAsync<PostgresException>(() => read)).SqlState.ShouldBe(PostgresErrorCodes.DivisionByZero);
            else if (number == 5)
                (await Should.ThrowAsync<InvalidOperationException>(() => read)).Message.ShouldBe("A bug.");
            else
                (await read).ShouldBe(number);
        }
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_takes_nothing_from_the_others()
    {
        using var impatient = new CancellationTokenSource();
        var asked = 0;
        var reads = await WhileOthersAreReadAsync(() =>
        {
            Task<long?>[] both = [Ask(impatient.Token), Ask(default)];
            impatient.Cancel();
            return both;
        });

        await Should.ThrowAsync<OperationCanceledException>(() => reads[0]);
        (await reads[1]).ShouldBe(1);
        asked.ShouldBe(1);

        Task<long?> Ask(CancellationToken cancellationToken) => Database.LoadAsync(
            pipeline =>
            {
                Interlocked.Increment(ref asked);
                return pipeline.Sql("SELECT 1::bigint").ScalarAsync();
            },
            cancellationToken);
    }

    [Fact]
    public async Task What_was_committed_before_somebody_asked_is_seen()
    {
        for (var number = 1; number <= 20; number++)
        {
            await Some.WithQuestionsAsync(_store, 1, Some.AnyConversation(number));
            var all = await Task.WhenAll(Enumerable.Range(1, number).Select(earlier => _store.Turns.LoadAsync(Some.AnyConversation(earlier), default)));
            all.ShouldAllBe(snapshot => snapshot.Activities.Count == 1);
        }
    }

    /// <summary>Asks while all that read are held up, so that whatever is asked waits.</summary>
    private async Task<IReadOnlyList<Task<T>>> WhileOthersAreReadAsync<T>(Func<IEnumerable<Task<T>>> ask)
    {
        await Database.OpenAsync(default);
        using var go = new ManualResetEventSlim();
        var holding = new List<Task>();

        // One after the other, so that each is held by another of the two that read.
        for (var number = 1; number <= 2; number++)
        {
            var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            holding.Add(Database.LoadAsync(
                pipeline =>
                {
                    held.SetResult();
                    go.Wait();
                    return pipeline.Sql("SELECT 1::bigint").ScalarAsync();
                },
                default));
            await held.Task;
        }

        Task<T>[] asked = [.. ask()];
        go.Set();
        await Task.WhenAll(holding);
        return asked;
    }
}
