using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Holds a playbook to every rule.</summary>
internal static class Validator
{
    private static readonly IRule[] Rules =
    [
        new LiquidRule(),
        new NamesRule(),
        new ActsRule(),
        new VoicesRule(),
        new UnknownBranchRule(),
        new LengthRule(),
        new MarkupRule(),
        new GuardsRule(),
        new UnreachableFragmentRule(),
        new UnreachableStepRule(),
        new LoopRule(),
        new AskRule(),
        new ClaimsRule(),
        new UnusedRule(),
        new SameIntentRule(),
        new ExamplesRule(),
        new PatternsRule(),
        new DecidingRule(),
        new OverlapRule(),
        new TestsRule(),
    ];

    public static IEnumerable<Diagnostic> Check(PlaybookParts parts, PlaybookAbilities abilities)
    {
        var context = new CheckContext(parts, abilities);
        foreach (var rule in Rules) rule.Check(context);
        return context.Diagnostics;
    }
}
