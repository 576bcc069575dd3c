using System.Globalization;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Policy;

/// <summary>Decides a reply under given terms: whatever speaks against sending makes it a draft, with each reason in words.</summary>
public static class ReplyJudge
{
    public static Verdict Decide(PolicyRequest request, PolicyTerms terms)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Mode == Mode.Off) return new(Decision.Drop, [terms.ModeReason]);
        var verdict = Judge(request, terms);
        return terms.Mode == Mode.Shadow
            ? verdict with { Decision = Decision.Shadow, Notify = false, Reasons = [PolicyReasons.WithoutShadow.With(terms.ModeReason.Store(), verdict.Decision.ToString().ToLowerInvariant()), .. verdict.Reasons] }
            : verdict;
    }

    private static Verdict Judge(PolicyRequest request, PolicyTerms terms)
    {
        if (terms.PersonOnly is { } person && request.ExpectsAnswer) return new(Decision.Hold, [person]);
        if (terms.Fixed is { } reply && request.ExpectsAnswer && (reply.Only || HasNoAnswer(request, terms))) return FixedReply(request, terms, reply);
        return request.Composition.Text is null ? Silence(request, terms) : Reply(request, terms);
    }

    private static bool HasNoAnswer(PolicyRequest request, PolicyTerms terms) => request.HandOff || (request.Composition.Text is null && !NeedsNoAnswer(request, terms));

    private static bool NeedsNoAnswer(PolicyRequest request, PolicyTerms terms) => request.Intents.Count > 0 && request.Intents.All(intent => terms.NeedNoAnswer.Contains(intent.Name));

    private static Verdict FixedReply(PolicyRequest request, PolicyTerms terms, FixedReplyTerms reply)
    {
        var against = Person(request, terms).ToList();
        return against.Count > 0
            ? new(Decision.Draft, [.. against, reply.Reason]) { Instead = reply.Text }
            : new(Decision.Send, [reply.Reason]) { Instead = reply.Text, Notify = !reply.Only };
    }

    private static Verdict Silence(PolicyRequest request, PolicyTerms terms)
    {
        if (request.HandOff) return new(Decision.Hold, [HandOff(request)]);
        if (request.Composition.Holds.Count > 0) return new(Decision.Hold, request.Composition.Holds);
        if (!request.ExpectsAnswer) return new(Decision.Drop, [PolicyReasons.NothingAsked]);
        if (NeedsNoAnswer(request, terms)) return new(Decision.Drop, [PolicyReasons.NoAnswerNeeded]);
        return new(Decision.Hold, [PolicyReasons.NothingToSay]);
    }

    private static Verdict Reply(PolicyRequest request, PolicyTerms terms)
    {
        var open = Coverage.Uncovered(request.Intents, request.Fragments, request.Composition);
        var against = Against(request, terms, open).Distinct().ToList();
        if (against.Count > 0) return new(Decision.Draft, against);

        List<Reason> reasons = open.Count == 0
            ? [PolicyReasons.Sent]
            : [PolicyReasons.SentOpen, PolicyReasons.LeftOpen.With(Names(open))];
        var unsure = request.Intents.Where(intent => intent.Score < terms.SendFrom && !terms.NeedNoAnswer.Contains(intent.Name)).ToList();
        reasons.AddRange(unsure.Select(intent => PolicyReasons.Notice.With(intent.Name, Number(intent.Score), Number(terms.SendFrom))));
        return new(Decision.Send, reasons) { Notify = unsure.Count > 0 };
    }

    /// <summary>What speaks against any text, whoever wrote it.</summary>
    private static IEnumerable<Reason> Person(PolicyRequest request, PolicyTerms terms)
    {
        if (terms.Mode == Mode.Draft) yield return terms.ModeReason;
        if (request.Owner.Kind == OwnerKind.Waiting) yield return PolicyReasons.OwnerWaiting;
        if (request.Owner.Kind == OwnerKind.Agent) yield return PolicyReasons.OwnerAgent;
        foreach (var reason in request.Against) yield return reason;
        foreach (var reason in terms.Against) yield return reason;
    }

    private static IEnumerable<Reason> Against(PolicyRequest request, PolicyTerms terms, IReadOnlyList<RecognizedIntent> open)
    {
        if (terms.Mode == Mode.Draft) yield return terms.ModeReason;
        if (request.HandOff) yield return HandOff(request);
        foreach (var reason in Person(request, terms)) yield return reason;
        foreach (var hold in request.Composition.Holds) yield return hold;
        foreach (var finding in request.Findings) yield return finding.Reason;
        foreach (var guess in CriticalFacts.Guessed(request.Fragments, terms.GuessSources, terms.Critical)) yield return guess;
        if (terms.Uncovered == UncoveredRule.Draft && open.Count > 0) yield return PolicyReasons.Uncovered.With(Names(open));
        foreach (var intent in request.Intents)
        {
            var critical = terms.Critical.Contains(intent.Name);
            var least = critical ? terms.SendFrom : terms.NotifyFrom;
            if (intent.Score < least)
                yield return (critical ? PolicyReasons.UnsureCritical : PolicyReasons.Unsure).With(intent.Name, Number(intent.Score), Number(least));
        }
    }

    private static Reason HandOff(PolicyRequest request) =>
        string.IsNullOrWhiteSpace(request.HandOffReason) ? PolicyReasons.HandOff : PolicyReasons.HandOffWhy.With(request.HandOffReason.Trim().TrimEnd('.'));

    private static string Number(double? number) => number?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Names(IReadOnlyList<RecognizedIntent> intents) => string.Join(", ", intents.Select(intent => intent.Name).Distinct(StringComparer.OrdinalIgnoreCase));
}
