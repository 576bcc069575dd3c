using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Policy;
using MeliBot.Adapter.Turns.Venues;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Turns;

/// <param name="Verdict">What happens to the reply, and why.</param>
/// <param name="Composition">The reply as one line.</param>
/// <param name="Texts">The line as it is sent: an answer is one text, a reply in a sale one for each message.</param>
/// <param name="Question">The question or message that it answers; null when it has nowhere to go.</param>
/// <param name="Intents">What the bot recognised.</param>
/// <param name="Uncovered">Those of them that the text says nothing about.</param>
/// <param name="ToPerson">The conversation waits for a person from now on.</param>
internal sealed record DecidedReply(
    Verdict Verdict,
    Composition Composition,
    IReadOnlyList<string> Texts,
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
internal sealed class ReplyDecider(QuestionComposer composer, IGuardSource guards, IPolicy policy, IOptions<ComposeOptions> options, IOptionsMonitor<MercadoLibreAdapterOptions> adapter)
{
    public async Task<DecidedReply> DecideAsync(TurnRun run, Activity? handoff, CancellationToken cancellationToken)
    {
        var scope = run.Scope;
        var fragments = run.Sent.Where(sent => sent.Activity.Type == ActivityTypes.Message).SelectMany(sent => FragmentEntity.Read(sent.Activity)).ToList();
        var (composition, texts) = Compose(fragments, scope);
        var intents = RecognisedIntents.Read(run.Sent.Select(sent => sent.Activity));
        var uncovered = Coverage.Uncovered(intents, fragments, composition);
        var question = scope.Target.Question;

        // Nothing to answer: the turn goes on, its text doesn't.
        if (composition.Text is not null && question is null)
        {
            var dropped = new Verdict(Decision.Drop, [PolicyReasons.NowhereToGo.With(scope.Target.Reason!.Store())]);
            return new DecidedReply(dropped, composition, texts, null, intents, uncovered, handoff is not null);
        }

        var answered = question ?? scope.Activity;
        var data = QuestionChannelData.Of(answered);
        var claim = scope.Venue.IsClaim ? ClaimMeta.Parse(scope.Snapshot.Meta) : null;
        var verdict = await policy.DecideAsync(
            new PolicyRequest
            {
                Account = scope.Snapshot.Conversation.Account,
                Kind = scope.Snapshot.Conversation.Kind,
                ClaimType = claim?.Type,
                ClaimStage = claim?.Stage,
                Item = data?.ItemId,
                Site = data?.SiteId ?? (answered.ChannelData as JObject)?.Value<string>("siteId"),
                Text = scope.IsBuyers ? scope.Activity.Text : null,
                Locale = (question ?? scope.Activity).Locale,
                Activity = scope.Activity.Id,
                At = scope.Clock,
                Composition = composition,
                Fragments = fragments,
                Intents = intents,
                Findings = Check(texts, scope),
                HandOff = handoff is not null,
                HandOffReason = HandOffReason(handoff),
                Owner = scope.Snapshot.Owner,
                Against = ElsewherePause.Why(scope.Snapshot, scope.Clock, adapter.CurrentValue.PauseAfterElsewhere) is { } paused ? [paused] : [],
                ExpectsAnswer = scope.IsBuyers && !IsSettled(run),
            },
            cancellationToken).ConfigureAwait(false);
        if (verdict.Instead is { } instead) (verdict, composition, texts) = Replace(verdict, instead, scope);
        if (data is not null) verdict = OnlyKnownStatus(verdict, question);
        // A draft alone, or silence, leaves the bot its voice: it may answer later, or the next question.
        var toPerson = handoff is not null ? verdict.Decision is Decision.Hold or Decision.Draft : verdict.Decision == Decision.Hold && composition.Holds.Count > 0;
        return new DecidedReply(verdict, composition, texts, question, intents, uncovered, toPerson);
    }

    /// <summary>Something happened in a claim, and a dialog of the playbook saw to it without a word: whatever it leaves to a person it hands over.</summary>
    private static bool IsSettled(TurnRun run) =>
        run.Scope.Venue.IsClaim && run.Scope.Activity.Type == ActivityTypes.Event && PlaybookEntity.Read(run.Sent.Select(sent => sent.Activity)) is { Dialog: not null };

    private static Verdict OnlyKnownStatus(Verdict verdict, Activity? question)
    {
        var status = QuestionStatus.From(QuestionChannelData.Of(question)?.Status ?? "");
        return verdict.Decision != Decision.Send || status.IsKnown
            ? verdict
            : verdict with { Decision = Decision.Draft, Notify = false, Reasons = [PolicyReasons.UnknownStatus.With($"{status}"), .. verdict.Reasons] };
    }

    private (Verdict Verdict, Composition Composition, IReadOnlyList<string> Texts) Replace(Verdict verdict, string text, TurnScope scope)
    {
        var (composition, texts) = Compose([new Fragment(text, FragmentRole.Core, Rule: "fixed")], scope);
        List<Reason> against = [.. composition.Holds, .. composition.Text is null ? [PolicyReasons.EmptyFixedReply] : Check(texts, scope).Select(finding => finding.Reason)];
        if (against.Count == 0 || verdict.Decision is not (Decision.Send or Decision.Draft)) return (verdict, composition, texts);
        return (verdict with { Decision = composition.Text is null ? Decision.Hold : Decision.Draft, Notify = false, Reasons = [.. against, .. verdict.Reasons] }, composition, texts);
    }

    private (Composition Composition, IReadOnlyList<string> Texts) Compose(IReadOnlyList<Fragment> fragments, TurnScope scope)
    {
        var composition = composer.Compose(fragments, options.Value);
        if (composition.Text is not { } line) return (composition, []);
        var placed = scope.Venue.Fit(line, scope.Snapshot);
        return placed.Holds.Count > 0 || placed.Texts.Count == 0
            ? (composition with { Text = placed.Texts.Count == 0 ? null : line, Holds = [.. composition.Holds, .. placed.Holds] }, placed.Texts)
            : (composition, placed.Texts);
    }

    /// <summary>The texts as the buyer reads them: what is parted between two messages is still said.</summary>
    private IReadOnlyList<GuardFinding> Check(IReadOnlyList<string> texts, TurnScope scope) =>
        texts.Count == 0 ? [] : guards.Current.Check(new GuardRequest(string.Join(' ', texts), scope.Venue.IsPresale, scope.Venue.IsClaim));

    private static string? HandOffReason(Activity? handoff) => handoff?.Value switch
    {
        string text => text,
        JObject json => (json["reason"] ?? json["message"] ?? json["Reason"] ?? json["Message"]) is JValue { Value: string reason } ? reason : null,
        _ => null,
    };
}
