using System.Globalization;
using MeliBot.Delivery.Conversations;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Policy;

/// <summary>
/// The default policy: the mode of the account and kind of conversation says how far a reply may go, and whatever speaks against sending it makes it a draft, with each reason in words.
/// </summary>
public sealed class ModePolicy(IOptionsMonitor<PolicyOptions> options) : IPolicy
{
    public ValueTask<Verdict> DecideAsync(PolicyRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(Decide(request, options.CurrentValue));
    }

    private static Verdict Decide(PolicyRequest request, PolicyOptions options)
    {
        var mode = options.ModeFor(request.Account, request.Kind);
        if (mode == Mode.Off) return new(Decision.Drop, [$"The bot is switched off for {request.Kind} of this account; people answer."]);

        var decided = request.Composition.Text is null ? Silence(request, options) : Reply(request, options, mode);
        if (mode != Mode.Shadow) return decided;
        return new(Decision.Shadow, [$"Shadow mode: nothing is sent. Without it: {decided.Decision.ToString().ToLowerInvariant()}.", .. decided.Reasons]);
    }

    private static Verdict Silence(PolicyRequest request, PolicyOptions options)
    {
        if (request.HandOff) return new(Decision.Hold, [HandOff(request)]);
        if (request.Composition.Holds.Count > 0) return new(Decision.Hold, request.Composition.Holds);
        if (!request.ExpectsAnswer) return new(Decision.Drop, ["The bot has nothing to say, and nothing was asked."]);
        if (request.Intents.Count > 0 && request.Intents.All(intent => options.NeedNoAnswer.Contains(intent.Name)))
            return new(Decision.Drop, ["The bot has nothing to say, and the buyer asked nothing that needs an answer."]);
        return new(Decision.Hold, ["The bot has nothing to say to this; a person has to answer."]);
    }

    private static Verdict Reply(PolicyRequest request, PolicyOptions options, Mode mode)
    {
        var against = Against(request, options, mode).Distinct(StringComparer.Ordinal).ToList();
        if (against.Count > 0) return new(Decision.Draft, against);
        var open = Coverage.Uncovered(request.Intents, request.Fragments, request.Composition);
        return new(Decision.Send, open.Count == 0
            ? ["The mode allows it, everything asked is answered, and no guard objects."]
            : ["The mode allows it, and no guard objects.", $"Left open, as the settings allow: {Names(open)}."]);
    }

    private static IEnumerable<string> Against(PolicyRequest request, PolicyOptions options, Mode mode)
    {
        if (mode == Mode.Draft) yield return $"Mode draft: a person approves every reply to {request.Kind} of this account.";
        if (request.HandOff) yield return HandOff(request);
        if (request.Owner.Kind == OwnerKind.Waiting) yield return "The conversation waits for a person.";
        if (request.Owner.Kind == OwnerKind.Agent) yield return "A person speaks in this conversation now.";
        foreach (var hold in request.Composition.Holds) yield return hold;
        foreach (var finding in request.Findings) yield return finding.Reason;
        foreach (var guess in CriticalFacts.Guessed(request.Fragments, options.GuessSources)) yield return guess;
        if (options.Uncovered == UncoveredRule.Draft && Coverage.Uncovered(request.Intents, request.Fragments, request.Composition) is { Count: > 0 } open)
            yield return $"The reply doesn't answer all that was asked: {Names(open)}.";
        foreach (var intent in request.Intents.Where(intent => intent.Score < options.MinConfidence))
            yield return string.Create(CultureInfo.InvariantCulture, $"'{intent.Name}' was recognised with {intent.Score:0.00}, less than {options.MinConfidence:0.00}.");
    }

    private static string HandOff(PolicyRequest request) =>
        string.IsNullOrWhiteSpace(request.HandOffReason) ? "The bot asked for a person." : $"The bot asked for a person: {request.HandOffReason.Trim().TrimEnd('.')}.";

    private static string Names(IReadOnlyList<RecognizedIntent> intents) => string.Join(", ", intents.Select(intent => intent.Name).Distinct(StringComparer.OrdinalIgnoreCase));
}
