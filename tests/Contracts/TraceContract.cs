using System.Diagnostics;
using MeliBot.Delivery.Conversations;

namespace MeliBot.Contracts;

/// <summary>A store keeps the trace in which a row was made, so that whoever works on it later goes on with it.</summary>
public abstract class TraceContract<TFixture> : DeliveryContract<TFixture>
    where TFixture : DeliveryFixture, new()
{
    private const string First = "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01";
    private const string Second = "00-4bf92f3577b34da6a3ce929d0e0e4736-b7ad6b7169203331-01";

    [Fact]
    public async Task A_signal_carries_the_trace_of_its_newest_hint()
    {
        await Store.Signals.RaiseAsync(Some.Hint(Store) with { Trace = First }, default);
        await Store.Signals.RaiseAsync(Some.Hint(Store) with { Trace = Second }, default);
        await Store.ReopenAsync();

        (await Store.Signals.FindDueAsync(Store.Now, 10, _ => false, default)).ShouldHaveSingleItem().Trace.ShouldBe(Second);
    }

    [Fact]
    public async Task An_activity_and_an_effect_carry_the_trace_that_made_them()
    {
        var (ingesting, committing) = ("", "");
        await InTraceAsync(async trace =>
        {
            ingesting = trace;
            await Store.Signals.IngestAsync(null, Some.Ingest(null, Some.Question(Store, 1)), default);
        });
        var snapshot = await Store.Turns.LoadAsync(Some.Conversation, default);
        var question = snapshot.Activities.ShouldHaveSingleItem();
        await InTraceAsync(async trace =>
        {
            committing = trace;
            await Store.Turns.CommitAsync(Some.Commit(snapshot, question.Id) with { Effects = [Some.Plan(Store)] }, Store.Now, default);
        });

        question.Trace.ShouldBe(ingesting);
        (await Some.ClaimAsync(Store)).Slot.Trace.ShouldBe(committing);
    }

    [Fact]
    public async Task What_nobody_traces_carries_nothing()
    {
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);
        await Store.Signals.IngestAsync(null, Some.Ingest(null, Some.Question(Store, 1, turn: ActivityTurn.None)), default);

        (await Store.Signals.FindDueAsync(Store.Now, 10, _ => false, default)).ShouldHaveSingleItem().Trace.ShouldBeNull();
        (await Store.Turns.LoadAsync(Some.Conversation, default)).Activities.ShouldHaveSingleItem().Trace.ShouldBeNull();
    }

    /// <summary>A trace of the test's own, recorded, without anybody who listens.</summary>
    private static async Task InTraceAsync(Func<string, Task> body)
    {
        using var span = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);
        span.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        span.Start();
        await body(span.Id!);
    }
}
