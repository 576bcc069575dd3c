using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Policy;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Turns;

/// <param name="Verdict">What happens to the reply, and why.</param>
/// <param name="Composition">The reply as one line.</param>
/// <param name="Question">What the text answers; null when it has nowhere to go.</param>
/// <param name="Intents">What the bot recognised.</param>
/// <param name="Uncovered">Those of them that the text says nothing about.</param>
/// <param name="ToPerson">The conversation waits for a person from now on.</param>
internal sealed record DecidedReply(
    Verdict Verdict,
    Composition Composition,
    Activity? Question,
    IReadOnlyList<RecognizedIntent> Intents,
    IReadOnlyList<RecognizedIntent> Uncovered,
    bool ToPerson)
{
    public Decision Decision => Verdict.Decision;

    /// <summary>The policy's own text stands where the bot's would.</summary>
    public bool IsReplaced => Verdict.Instead is not null;
}

/// <summary>From what a turn sent to what happens with it: compose, guard, decide.</summary>
internal sealed class ReplyDecider(QuestionComposer composer, IGuardSource guards, IPolicy policy, IOptions<ComposeOptions> options)
{
    public async Task<DecidedReply> DecideAsync(TurnRun run, Activity? handoff, CancellationToken cancellationToken)
    {
        var scope = run.Scope;
        var fragments = run.Sent.Where(sent => sent.Activity.Type == ActivityTypes.Message).SelectMany(sent => FragmentEntity.Read(sent.Activity)).ToList();
        var composition = composer.Compose(fragments, options.Value);
        var intents = RecognisedIntents.Read(run.Sent.Select(sent => sent.Activity));
        var uncovered = Coverage.Uncovered(intents, fragments, composition);
        var question = scope.Target.Question;

        // Nothing to answer: the turn goes on, its text doesn't.
        if (composition.Text is not null && question is null)
        {
            var dropped = new Verdict(Decision.Drop, [PolicyReasons.NowhereToGo.With(scope.Target.Reason!.Store())]);
            return new DecidedReply(dropped, composition, null, intents, uncovered, handoff is not null);
        }

        var data = QuestionChannelData.Of(question ?? scope.Activity);
        var verdict = await policy.DecideAsync(
            new PolicyRequest
            {
                Account = scope.Snapshot.Conversation.Account,
                Kind = scope.Snapshot.Conversation.Kind,
                Item = data?.ItemId,
                Site = data?.SiteId,
                Text = scope.Cause == TurnCause.Question ? scope.Activity.Text : null,
                Locale = (question ?? scope.Activity).Locale,
                Activity = scope.Activity.Id,
                At = scope.Clock,
                Composition = composition,
                Fragments = fragments,
                Intents = intents,
                Findings = composition.Text is { } text ? guards.Current.Check(new GuardRequest(text)) : [],
                HandOff = handoff is not null,
                HandOffReason = HandOffReason(handoff),
                Owner = scope.Snapshot.Owner,
                ExpectsAnswer = scope.Cause == TurnCause.Question,
            },
            cancellationToken).ConfigureAwait(false);
        if (verdict.Instead is { } instead) (verdict, composition) = Replace(verdict, instead);
        if (data is not null) verdict = OnlyKnownStatus(verdict, question);
        // A draft alone, or silence, leaves the bot its voice: it may answer later, or the next question.
        var toPerson = handoff is not null ? verdict.Decision is Decision.Hold or Decision.Draft : verdict.Decision == Decision.Hold && composition.Holds.Count > 0;
        return new DecidedReply(verdict, composition, question, intents, uncovered, toPerson);
    }

    private static Verdict OnlyKnownStatus(Verdict verdict, Activity? question)
    {
        var status = QuestionStatus.From(QuestionChannelData.Of(question)?.Status ?? "");
        return verdict.Decision != Decision.Send || status.IsKnown
            ? verdict
            : verdict with { Decision = Decision.Draft, Notify = false, Reasons = [PolicyReasons.UnknownStatus.With($"{status}"), .. verdict.Reasons] };
    }

    private (Verdict Verdict, Composition Composition) Replace(Verdict verdict, string text)
    {
        var composition = composer.Compose([new Fragment(text, FragmentRole.Core, Rule: "fixed")], options.Value);
        List<Reason> against = [.. composition.Holds, .. composition.Text is { } line ? guards.Current.Check(new GuardRequest(line)).Select(finding => finding.Reason) : [PolicyReasons.EmptyFixedReply]];
        if (against.Count == 0 || verdict.Decision is not (Decision.Send or Decision.Draft)) return (verdict, composition);
        return (verdict with { Decision = composition.Text is null ? Decision.Hold : Decision.Draft, Notify = false, Reasons = [.. against, .. verdict.Reasons] }, composition);
    }

    private static string? HandOffReason(Activity? handoff) => handoff?.Value switch
    {
        string text => text,
        JObject json => (json["reason"] ?? json["message"] ?? json["Reason"] ?? json["Message"]) is JValue { Value: string reason } ? reason : null,
        _ => null,
    };
}
