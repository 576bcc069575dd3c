using MeliBot.Adapter.Outbound.Composing;

namespace MeliBot.Adapter.Policy;

/// <summary>Compares what was asked with what is said.</summary>
public static class Coverage
{
    /// <summary>
    /// Intents of which the composed text says nothing. Of one intent asked in two places ("¿en azul? ¿y en rojo?") each place counts, where both sides name it.
    /// A sentence that repeated another counts for both, because it is said; what was dropped for room doesn't. A text that names no intent at all (a plain bot's) covers whatever was asked.
    /// </summary>
    public static IReadOnlyList<RecognizedIntent> Uncovered(IReadOnlyList<RecognizedIntent> intents, IReadOnlyList<Fragment> fragments, Composition composition)
    {
        ArgumentNullException.ThrowIfNull(intents);
        ArgumentNullException.ThrowIfNull(fragments);
        ArgumentNullException.ThrowIfNull(composition);
        var said = composition.Spans.Where(span => span.Role is FragmentRole.Core or FragmentRole.Complement).Select(span => span.Fragment)
            .Concat(composition.Dropped.Where(dropped => dropped.Cause == DropCause.Repeated).Select(dropped => dropped.Fragment))
            .Distinct()
            .Where(index => index < fragments.Count)
            .Select(index => fragments[index])
            .ToList();
        if (said.Count > 0 && said.TrueForAll(fragment => fragment.Intent is null)) return [];
        return [.. intents.Where(intent => !said.Exists(fragment => Covers(fragment, intent)))];
    }

    private static bool Covers(Fragment fragment, RecognizedIntent intent) =>
        string.Equals(fragment.Intent, intent.Name, StringComparison.OrdinalIgnoreCase)
        && (fragment.Span is not { } said || intent.Span is not { } asked || said.Overlaps(asked));
}
