using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Policy;
using MeliBot.Adapter.Turns.Venues;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.State;
using MeliBot.Delivery.Turns;
using Microsoft.Bot.Schema;
using System.Globalization;

namespace MeliBot.Adapter.Turns;

/// <summary>Makes one commit out of what a turn left behind: composes, decides, and keeps the reasons.</summary>
internal sealed class TurnOutcomes(ReplyDecider decider, RepeatGuard repeats, TimeProvider time)
{
    public async Task<TurnCommit> CommitAsync(TurnRun run, IReadOnlyList<string> handled, int attempt, CancellationToken cancellationToken)
    {
        var (scope, snapshot) = (run.Scope, run.Scope.Snapshot);
        var handoff = run.Sent.FirstOrDefault(sent => sent.Activity is { Type: ActivityTypes.Event, Name: HandoffEventNames.InitiateHandoff });
        var decided = await decider.DecideAsync(run, handoff?.Activity, cancellationToken).ConfigureAwait(false);
        var (reply, counted) = await repeats.JudgeAsync(scope, decided, cancellationToken).ConfigureAwait(false);
        var trace = Trace(run, reply, attempt);
        var wishes = reply.Decision == Decision.Shadow ? [] : ClaimWishes.Of(run);
        var commit = new TurnCommit
        {
            Conversation = snapshot.Conversation,
            ExpectedVersion = snapshot.Version,
            Handled = handled,
            // A fixed reply that goes out answers instead of the person whom the bot asked for.
            Activities = [.. handoff is null || reply is { IsReplaced: true, Decision: Decision.Send } ? [] : (IEnumerable<ActivityEntry>)[OwnEntry(scope, handoff.Activity)], .. wishes],
            Owner = reply.ToPerson && snapshot.Owner.Kind == OwnerKind.Bot ? Owner.Waiting : null,
            Record = Record(snapshot, scope.Activity.Id, scope.Clock, trace),
        };
        return reply.Decision switch
        {
            // The state goes where the reply goes: with it, into the draft, or nowhere. A turn that said nothing keeps its state.
            Decision.Send when reply.IsReplaced => commit with { Effects = Plan(reply, scope), Writes = counted, Reads = run.Reads },
            Decision.Send => commit with { Effects = Plan(reply, scope), Writes = [.. run.Writes, .. counted], Reads = OnlyRead(run) },
            Decision.Draft => commit with { Draft = Draft(run, reply), Reads = run.Reads },
            Decision.Shadow => commit with { Reads = run.Reads },
            _ when reply.Composition.Text is null => commit with { Writes = run.Writes, Reads = OnlyRead(run) },
            _ => commit with { Reads = run.Reads },
        };
    }

    /// <summary>The activities need no turn any more.</summary>
    public TurnCommit Skip(TurnWork work, IReadOnlyList<string> entries, Reason reason)
    {
        var now = time.GetUtcNow();
        var entry = entries[^1];
        var trace = new TurnTrace { Activity = entry, Cause = Name(Venue.Of(work.Snapshot.Conversation).Cause), Clock = now, Seed = TurnSeed.Of(entry), Attempt = work.Attempt, Decision = "drop", Reasons = [TurnReasons.NotRun.With(reason.Store())] };
        return new TurnCommit
        {
            Conversation = work.Snapshot.Conversation,
            ExpectedVersion = work.Snapshot.Version,
            Handled = entries,
            Record = Record(work.Snapshot, entry, now, trace),
        };
    }

    /// <summary>The bot failed too often: the activities are parked, and what a buyer wrote goes to a person.</summary>
    public static TurnCommit GiveUp(TurnWork work, IReadOnlyList<string> entries, Reason reason, DateTimeOffset now)
    {
        var isBuyers = work.Pending[0].Role == ActivityRole.Incoming;
        var entry = entries[^1];
        var why = (isBuyers ? TurnReasons.FailedOnQuestion : TurnReasons.FailedOnEvent).With((work.Attempt + 1).ToString(CultureInfo.InvariantCulture), reason.Store());
        var trace = new TurnTrace { Activity = entry, Cause = Name(isBuyers ? Venue.Of(work.Snapshot.Conversation).Cause : TurnCause.Event), Clock = now, Seed = TurnSeed.Of(entry), Attempt = work.Attempt, Decision = "hold", Reasons = [why] };
        return new TurnCommit
        {
            Conversation = work.Snapshot.Conversation,
            ExpectedVersion = work.Snapshot.Version,
            Handled = [],
            Parked = entries,
            ParkReason = why,
            Owner = isBuyers && work.Snapshot.Owner.Kind == OwnerKind.Bot ? Owner.Waiting : null,
            Record = Record(work.Snapshot, entry, now, trace),
        };
    }

    // Unique and the same for a turn that runs again on the same snapshot, which then commits once.
    private static TurnRecord Record(ConversationSnapshot snapshot, string activity, DateTimeOffset at, TurnTrace trace) =>
        new($"{snapshot.Conversation.Account}:turn:{snapshot.Version}:{activity}", snapshot.Conversation.Id, snapshot.Conversation.Account, activity, at, trace.Decision, trace.ToJson());

    private static IReadOnlyList<StateRead> OnlyRead(TurnRun run) =>
        [.. run.Reads.Where(read => !run.Writes.Any(write => write.Account == read.Account && string.Equals(write.Key, read.Key, StringComparison.Ordinal)))];

    private static IReadOnlyList<EffectPlan> Plan(DecidedReply reply, TurnScope scope) => scope.Venue.Plan(reply.Texts, reply.Question!, scope);

    private static Draft Draft(TurnRun run, DecidedReply reply)
    {
        var (scope, snapshot) = (run.Scope, run.Scope.Snapshot);
        return new Draft
        {
            Id = $"{snapshot.Conversation.Account}:draft:{snapshot.Version}:{reply.Question!.Id}",
            Conversation = snapshot.Conversation.Id,
            Account = snapshot.Conversation.Account,
            Activity = reply.Question.Id,
            Payload = new DraftPayload(reply.Question.Id, reply.Composition.Text!, reply.Verdict.Reasons).ToJson(),
            Effects = Plan(reply, scope),
            StagedState = reply.IsReplaced ? [] : run.Writes,
            At = scope.Clock,
        };
    }

    /// <summary>What the bot sent to people, not to the buyer, as an entry that runs no turn.</summary>
    internal static ActivityEntry OwnEntry(TurnScope scope, Activity activity) => new()
    {
        Id = activity.Id,
        Conversation = scope.Snapshot.Conversation.Id,
        Account = scope.Snapshot.Conversation.Account,
        Role = ActivityRole.Event,
        OrderKey = scope.Venue.EventOrder(scope.Clock, scope.Target.Question ?? scope.Activity),
        Payload = ActivityJson.Write(activity),
        At = scope.Clock,
        Turn = ActivityTurn.None,
        DueAt = scope.Clock,
    };

    internal static TurnTrace Trace(TurnRun run, DecidedReply reply, int attempt)
    {
        var scope = run.Scope;
        var composition = reply.Composition;
        return new TurnTrace
        {
            Activity = scope.Activity.Id,
            Cause = Name(scope.Cause),
            Clock = scope.Clock,
            Seed = scope.Seed,
            Attempt = attempt,
            Question = reply.Question?.Id,
            Decision = reply.Decision.ToString().ToLowerInvariant(),
            Reasons = reply.Verdict.Reasons,
            Notify = reply.Verdict.Notify,
            Text = composition.Text,
            Spans = [.. composition.Spans.Select(span => new TraceSpan(span.Start, span.Length, Name(span.Role), span.Intent, span.Rule, span.ActivityId))],
            Dropped = [.. composition.Dropped.Select(drop => new TraceDrop(Name(drop.Role), drop.Intent, drop.Text, drop.Reason))],
            Intents = [.. reply.Intents.Select(intent => new TraceIntent(intent.Name, intent.Score, intent.Span?.Start, intent.Span?.Length, !reply.Uncovered.Contains(intent)))],
            Facts = [.. composition.Spans.SelectMany(span => span.Facts).Distinct().Select(fact => new TraceFact(fact.Name, fact.Value, fact.Source, fact.At, (scope.Clock - fact.At)?.TotalSeconds))],
            Noted = [.. run.Sent.Where(sent => sent.Activity.Type != ActivityTypes.Message).Select(sent => sent.Name is null ? sent.Type : $"{sent.Type}:{sent.Name}")],
            Playbook = PlaybookEntity.Read(run.Sent.Select(sent => sent.Activity)),
            State = run.Reads.ToDictionary(read => read.Key, read => read.Version, StringComparer.Ordinal),
        };
    }

    private static string Name(TurnCause cause) => cause.ToString().ToLowerInvariant();

    private static string Name(FragmentRole role) => role.ToString().ToLowerInvariant();
}
