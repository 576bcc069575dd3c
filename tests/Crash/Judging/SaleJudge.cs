using System.Globalization;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Judging;

/// <summary>
/// Holds what the platform took in each sale against what the buyers wrote there. Every line had time to be answered before the next was written, so that
/// each has one reply. Where <see cref="CountingBot"/> replied, its numbers must be one for each line, one by one: a number that is missing was lost, one that is there twice was sent twice.
/// Where a playbook did, fewer replies than lines were lost, and more were sent twice.
/// </summary>
internal static class SaleJudge
{
    /// <param name="numbered">Whether <see cref="CountingBot"/> replied.</param>
    public static Verdict Of(World world, SaleBuyers buyers, string database, bool numbered = true)
    {
        var rows = StoreRows.Read(database);
        List<long> lost = [], twice = [], late = [];
        var violations = new List<string>();
        foreach (var (pack, written) in buyers.Written)
        {
            var said = world.Journal.Accepted(EffectKinds.Message).Where(effect => effect.Key == pack.ToString(CultureInfo.InvariantCulture)).OrderBy(effect => effect.Seq)
                .Select((effect, index) => numbered ? CountingBot.NumberIn(effect.Text) ?? 0 : index + 1).ToList();
            var expected = Enumerable.Range(1, written).ToList();
            if (expected.Except(said).Any()) lost.Add(pack);
            if (said.Count != said.Distinct().Count() || said.Count > written) twice.Add(pack);
            if (!said.SequenceEqual(said.Order())) late.Add(pack);
            if (!said.SequenceEqual(expected)) violations.Add($"I1 sale {pack}: {written} messages were written, and the platform took the replies {string.Join(", ", said)}");
        }

        List<string> parked = [.. rows.Parked.Select(pair => $"{pair.Key.Key}: {pair.Value}")];
        violations.AddRange(parked.Select(what => $"I6 parked without need: {what}"));
        violations.AddRange(world.Journal.Violations.Select(complaint => $"The platform minds {complaint.Kind}: {complaint.Detail}"));
        violations.AddRange(rows.Activities.Values.Where(activity => activity.Turn == ActivityTurn.Pending).Select(activity => $"I8 {activity.Id} still awaits its turn"));
        violations.AddRange(rows.Slots.Values.Where(slot => slot.State is not EffectState.Sent).Select(slot => $"I8 {slot.Key} ended {slot.State}: {slot.Reason}"));
        return new(buyers.Written.Values.Sum(), lost, twice, [], late, parked, violations);
    }

    /// <summary>Waits until each sale has as many replies as lines, and nothing is left to do; null when patience ended first.</summary>
    public static async Task<TimeSpan?> DrainAsync(World world, SaleBuyers buyers, string database, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ended.CancelAfter(patience);
        try
        {
            var wanted = buyers.Written.Values.Sum();
            await world.WaitUntilAsync(_ => world.Journal.Accepted(EffectKinds.Message).Count >= wanted, ended.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        return await Drain.WaitAsync(world, [], database, patience, cancellationToken, answers: false);
    }
}
