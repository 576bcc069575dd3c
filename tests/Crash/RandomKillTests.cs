using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Stage;

namespace MeliBot.Crash.Tests;

public class RandomKillTests
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("CRASH_KILLS") ?? "60", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Killed_at_random_60_times_under_load_the_host_loses_no_question_and_answers_none_twice()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var seed = Environment.GetEnvironmentVariable("CRASH_SEED") is { Length: > 0 } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Environment.TickCount;
        var random = new Random(seed);
        await using var stage = await CrashStage.SetAsync(seed, cancellation);
        var buyers = await stage.OpenAsync(random, cancellation);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var asking = buyers.KeepAskingAsync(TimeSpan.FromMilliseconds(100), enough.Token);
        for (var kill = 0; kill < Kills; kill++)
        {
            // Most lives get to work; every sixth ends while the host still starts.
            if (random.Next(6) > 0)
                await stage.Host.ReadyAsync(cancellation);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1_200)), cancellation);
            await stage.KillAsync();
            stage.Start();
        }

        await enough.CancelAsync();
        await asking;
        await stage.Host.ReadyAsync(cancellation);
        await DrainAsync(stage, buyers.Asked, cancellation);

        var verdict = Judge.Of(stage.World, buyers.Asked, stage.Database);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, {verdict.Asked} questions, seed {seed}: repeat with CRASH_SEED={seed}");
        verdict.Violations.ShouldBeEmpty();
    }

    private static async Task DrainAsync(CrashStage stage, IReadOnlyList<Simulator.WorldQuestion> asked, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            await stage.World.WaitUntilAsync(world => asked.All(question => world.Question(question.Id)?.Answer is not null), patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The verdict names what is lost.
        }
    }
}
