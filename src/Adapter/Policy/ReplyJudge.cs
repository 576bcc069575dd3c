using System.Globalization;
using MeliBot.Delivery.Conversations;

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
            ? verdict with { Decision = Decision.Shadow, Notify = false, Reasons = [$"{terms.ModeReason} Without it: {verdict.Decision.ToString().ToLowerInvariant()}.", .. verdict.Reasons] }
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
        if (!request.ExpectsAnswer) return new(Decision.Drop, ["The bot has nothing to say, and nothing was asked."]);
        if (NeedsNoAnswer(request, terms)) return new(Decision.Drop, ["The bot has nothing to say, and the buyer asked nothing that needs an answer."]);
        return new(Decision.Hold, ["The bot has nothing to say to this; a person has to answer."]);
    }

    private static Verdict Reply(PolicyRequest request, PolicyTerms terms)
    {
        var open = Coverage.Uncovered(request.Intents, request.Fragments, request.Composition);
        var against = Against(request, terms, open).Distinct(StringComparer.Ordinal).ToList();
        if (against.Count > 0) return new(Decision.Draft, against);

        List<string> reasons = open.Count == 0
            ? ["The mode allows it, everything asked is answered, and no guard objects."]
            : ["The mode allows it, and no guard objects.", $"Left open, as the rules allow: {Names(open)}."];
        var unsure = request.Intents.Where(intent => intent.Score < terms.SendFrom && !terms.NeedNoAnswer.Contains(intent.Name)).ToList();
        reasons.AddRange(unsure.Select(intent => string.Create(CultureInfo.InvariantCulture, $"A person is told: '{intent.Name}' was recognised with {intent.Score:0.00}, less than {terms.SendFrom:0.00}.")));
        return new(Decision.Send, reasons) { Notify = unsure.Count > 0 };
    }

    /// <summary>What speaks against any text, whoever wrote it.</summary>
    private static IEnumerable<string> Person(PolicyRequest request, PolicyTerms terms)
    {
        if (terms.Mode == Mode.Draft) yield return terms.ModeReason;
        if (request.Owner.Kind == OwnerKind.Waiting) yield return "The conversation waits for a person.";
        if (request.Owner.Kind == OwnerKind.Agent) yield return "A person speaks in this conversation now.";
        foreach (var reason in terms.Against) yield return reason;
    }

    private static IEnumerable<string> Against(PolicyRequest request, PolicyTerms terms, IReadOnlyList<RecognizedIntent> open)
    {
        if (terms.Mode == Mode.Draft) yield return terms.ModeReason;
        if (request.HandOff) yield return HandOff(request);
        foreach (var reason in Person(request, terms)) yield return reason;
        foreach (var hold in request.Composition.Holds) yield return hold;
        foreach (var finding in request.Findings) yield return finding.Reason;
        foreach (var guess in CriticalFacts.Guessed(request.Fragments, terms.GuessSources, terms.Critical)) yield return guess;
        if (terms.Uncovered == UncoveredRule.Draft && open.Count > 0) yield return $"The reply doesn't answer all that was asked: {Names(open)}.";
        foreach (var intent in request.Intents)
        {
            var critical = terms.Critical.Contains(intent.Name);
            var least = critical ? terms.SendFrom : terms.NotifyFrom;
            if (intent.Score < least)
                yield return string.Create(CultureInfo.InvariantCulture, $"'{intent.Name}' {(critical ? "is critical and " : "")}was recognised with {intent.Score:0.00}, less than {least:0.00}.");
        }
    }

    private static string HandOff(PolicyRequest request) =>
        string.IsNullOrWhiteSpace(request.HandOffReason) ? "The bot asked for a person." : $"The bot asked for a person: {request.HandOffReason.Trim().TrimEnd('.')}.";

    private static string Names(IReadOnlyList<RecognizedIntent> intents) => string.Join(", ", intents.Select(intent => intent.Name).Distinct(StringComparer.OrdinalIgnoreCase));
}
