using System.Globalization;
using MeliBot.Adapter;
using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Actions;
using MeliBot.Adapter.Claims.Chronicle;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Turns;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Campaigns.Claims;

/// <summary>Holds the platform's journal against what people confirmed and against our rows.</summary>
internal static class ClaimLivesJudge
{
    /// <summary>One more look at each claim, as a sweep takes it.</summary>
    public static async Task LookAsync(LocalStage stage, long account, IReadOnlyList<ClaimLife> lives, CancellationToken cancellationToken)
    {
        var queue = stage.Services.GetRequiredService<ISignalQueue>();
        var now = stage.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var life in lives) await queue.SendAsync(new SignalHint(account, "post_purchase", string.Create(CultureInfo.InvariantCulture, $"/post-purchase/v1/claims/{life.Id}"), now, "sweep"), cancellationToken);
    }

    /// <returns>Also how many dates passed in a stretch of a claim's life that nobody looked at: it closed for them and opened again, and the record says that this end was unseen.</returns>
    public static async Task<(Verdict Verdict, int Unseen)> JudgeAsync(LocalStage stage, long account, IReadOnlyList<ClaimLife> lives, ConfirmingPeople people, CancellationToken cancellationToken)
    {
        var journal = stage.World.Journal;
        var taken = journal.Effects.Where(effect => effect.Accepted && effect.By.StartsWith("app:", StringComparison.Ordinal)).ToLookup(effect => effect.Key, StringComparer.Ordinal);
        var missed = journal.Accepted(EffectKinds.MandateMissed).ToLookup(effect => effect.Key, StringComparer.Ordinal);
        var record = stage.Services.GetRequiredService<ClaimRecord>();
        var turns = stage.Services.GetRequiredService<ITurnStore>();
        var claims = stage.Services.GetRequiredService<ClaimStore>();
        var unseen = 0;
        List<long> lost = [], twice = [];
        var violations = new List<string>();
        foreach (var life in lives)
        {
            var key = life.Id.ToString(CultureInfo.InvariantCulture);
            foreach (var acted in taken[key].Where(effect => EffectKinds.CostsMoney(effect.Kind)).GroupBy(effect => effect.Kind))
            {
                var confirmed = people.Of(life.Id, NameOf(acted.Key));
                if (acted.Count() > confirmed) violations.Add($"claim {key}: {acted.Key} was done {acted.Count()} times, and people confirmed it {confirmed} times");
            }

            var said = taken[key].Where(effect => effect.Kind == EffectKinds.ClaimMessage).Select(effect => effect.Text).ToList();
            if (said.Count != said.Distinct(StringComparer.Ordinal).Count())
            {
                twice.Add(life.Id);
                violations.Add($"claim {key}: a message was sent twice: {said.GroupBy(text => text).First(group => group.Count() > 1).Key}");
            }

            var kept = await claims.FindAsync(account, life.Id, cancellationToken);
            if (kept is null || kept.IsOpen != stage.World.Claims.Find(life.Id)!.IsOpen)
            {
                lost.Add(life.Id);
                violations.Add($"claim {key} is {(kept is null ? "not kept" : "kept otherwise than it is")}");
            }

            var events = await record.EventsAsync(account, life.Id, cancellationToken);
            foreach (var date in missed[key].Where(effect => effect.UserId == account))
            {
                var snapshot = await turns.LoadAsync(new ConversationRef(ClaimKeys.Conversation(account, life.Id), account, MercadoLibreChannel.Claims), cancellationToken);
                if (events.Any(happened => happened.Name == ClaimEventKinds.MandatoryMissed && IsAt(happened, date)) || snapshot.Activities.Any(entry => entry.Payload.Contains(ClaimEventNames.Overdue, StringComparison.Ordinal))) continue;
                if (events.Any(happened => happened.Name == ClaimEventKinds.ClosedUnseen && IsAt(happened, date))) unseen++;
                else
                    violations.Add($"claim {key}: \"{date.Text}\" was missed at {date.At:O} and nothing says so: {string.Join(", ", events.Select(Told))}");
            }

            var again = await record.RebuildAsync(account, life.Id, cancellationToken);
            if (!again.Select(happened => happened.Id).ToHashSet(StringComparer.Ordinal).SetEquals(events.Select(happened => happened.Id))) violations.Add($"claim {key}: the record made again differs");
        }

        var rows = StoreRows.Read(stage.Database);
        violations.AddRange(rows.Activities.Values.Where(activity => activity.Turn == ActivityTurn.Pending).Select(activity => $"I8 {activity.Id} still awaits its turn"));
        violations.AddRange(rows.Signals.Where(signal => signal.State != 1).Select(signal => $"I8 the signal {signal.Resource} ended {signal.State}: {signal.Reason}"));
        List<string> parked = [.. rows.Parked.Select(pair => $"{pair.Key.Key}: {pair.Value}")];
        return (new(lives.Count, lost, twice, [], [], parked, violations), unseen);
    }

    /// <summary>The event, when it happened at the platform, and when we learnt of it.</summary>
    private static string Told(ClaimEvent happened) => string.Create(CultureInfo.InvariantCulture, $"{happened.Name} {happened.At:HH:mm:ss}>{happened.SeenAt:HH:mm:ss}");

    // An end and the date that it follows from are some moments apart.
    private static bool IsAt(ClaimEvent happened, JournalEffect date) => happened.At is { } at && (at - date.At).Duration() < TimeSpan.FromMinutes(1);

    private static string NameOf(string kind) => kind switch
    {
        EffectKinds.ClaimRefund => ClaimActionNames.Refund,
        EffectKinds.ClaimPartialRefund => ClaimActionNames.PartialRefund,
        EffectKinds.ClaimReturn => ClaimActionNames.AllowReturn,
        EffectKinds.ClaimReplace => ClaimActionNames.AllowReplace,
        _ => ClaimActionNames.ReviewReturn,
    };
}
