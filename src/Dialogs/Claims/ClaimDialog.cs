using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Claims;

/// <summary>A dialog on claims as the router weighs it.</summary>
internal sealed class ClaimDialog
{
    /// <summary>The files' names of the keys, the strongest first, with those that dialogs on other conversations have too.</summary>
    private static readonly ClaimKey[] Keys = Enum.GetValues<ClaimKey>();

    private ClaimDialog(DialogDefinition definition, bool talks)
    {
        (Definition, Talks) = (definition, talks);
        Conditions = definition.Claim ?? ClaimConditions.None;
    }

    public DialogDefinition Definition { get; }

    public string Name => Definition.Name;

    public ClaimConditions Conditions { get; }

    /// <summary>Some way through it says or asks something.</summary>
    public bool Talks { get; }

    /// <summary>Names of the keys that it names, the strongest first.</summary>
    public IReadOnlyList<string> Named => [.. Keys.Where(Conditions.Names).Select(ClaimConditions.Word), .. Definition.Intents.Count > 0 ? ["intents"] : Array.Empty<string>(), .. Definition.When is null ? Array.Empty<string>() : ["when"]];

    public static IReadOnlyList<ClaimDialog> Of(Playbook playbook) =>
        [.. playbook.Dialogs.Values.Where(d => string.Equals(d.Kind, ClaimPlace.Name, StringComparison.OrdinalIgnoreCase)).Select(d => new ClaimDialog(d, ClaimPlace.Talks(d, playbook.Dialogs))).Order(Comparer)];

    /// <summary>The most specific first.</summary>
    private static Comparer<ClaimDialog> Comparer { get; } = Comparer<ClaimDialog>.Create(static (a, b) =>
    {
        var (x, y) = (a.Rank, b.Rank);
        return x.CompareTo(y) is not 0 and var by ? by : string.CompareOrdinal(a.Name, b.Name);
    });

    /// <summary>Smaller goes first: more keys, then stronger ones, then fewer values, then less time.</summary>
    private (int Keys, int Strength, int Values, double Left) Rank => (-Named.Count, -Strength, Values, Conditions.Left?.Width ?? 0);

    private int Strength
    {
        get
        {
            var bits = 0;
            foreach (var key in Keys) bits = (bits << 1) | (Conditions.Names(key) ? 1 : 0);
            return (bits << 2) | (Definition.Intents.Count > 0 ? 2 : 0) | (Definition.When is null ? 0 : 1);
        }
    }

    private int Values => Conditions.Named.Values.Sum(v => v.Count) + Definition.Intents.Count;

    /// <summary>The first thing that speaks against it, in words; null when nothing does but perhaps its <c>when</c>.</summary>
    public string? Against(ClaimSituation at)
    {
        // What tells most to people first: the kind of claim, then what is special about this one.
        for (var i = Keys.Length - 1; i >= 0; i--)
        {
            if (Against(Keys[i], at) is { } why) return why;
        }

        if (Talks && string.Equals(at.Status, "closed", StringComparison.OrdinalIgnoreCase)) return "the claim is closed, and it would talk";
        if (Talks && !IsKnown(at.Type, ClaimWords.Types) && !Conditions.Names(ClaimKey.Type)) return Unheard("type", at.Type);
        if (Talks && !IsKnown(at.Stage, ClaimWords.Stages) && !Conditions.Names(ClaimKey.Stage)) return Unheard("stage", at.Stage);
        return Definition.Intents.Count > 0 && !Definition.Intents.Intersect(at.Intents, StringComparer.Ordinal).Any()
            ? $"none of its intents ({string.Join(", ", Definition.Intents)}) was recognised"
            : null;
    }

    private string? Against(ClaimKey key, ClaimSituation at)
    {
        if (key == ClaimKey.Left) return Conditions.Left is not { } left ? null : at.Left is not { } there ? $"how much time is left isn't known; it wants {left}" : left.Holds(there) ? null : $"{Hours(there)}; it wants {left}";
        if (!Conditions.Named.TryGetValue(key, out var wanted))
        {
            return key != ClaimKey.Events || Any(ClaimEvents.Default, at.Events) ? null : $"it names no events, so it doesn't begin by {And(at.Events)}";
        }

        if (key == ClaimKey.Events) return Any(wanted, at.Events) ? null : $"the turn is about {And(at.Events)}, not {Or(wanted)}";

        if (key == ClaimKey.Action)
        {
            return at.Actions is not { } actions ? $"what may be done isn't known; it wants {Or(wanted)}"
                : Any(wanted, actions) ? null
                : $"{Or(wanted)} isn't among our actions ({(actions.Count == 0 ? "none" : string.Join(", ", actions))})";
        }

        var value = key switch
        {
            ClaimKey.MustAct => at.MustAct,
            ClaimKey.Reputation => at.Reputation,
            ClaimKey.Triage => at.Triage,
            ClaimKey.Group => at.Group,
            ClaimKey.Stage => at.Stage,
            _ => at.Type,
        };
        if (value is null) return $"{ClaimConditions.Word(key)} isn't known; it wants {Or(wanted)}";
        return wanted.Contains(value, StringComparer.OrdinalIgnoreCase) ? null : $"{ClaimConditions.Word(key)} is {value}, not {Or(wanted)}";
    }

    private static string Unheard(string key, string? value) =>
        value is null ? $"the claim's {key} isn't known, and it would talk without naming one" : $"the {key} {value} is new, and it would talk without naming it";

    private static bool IsKnown(string? value, IReadOnlyList<string> words) => value is not null && words.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static bool Any(IReadOnlyList<string> wanted, IReadOnlyList<string> there) => wanted.Intersect(there, StringComparer.OrdinalIgnoreCase).Any();

    private static string And(IReadOnlyList<string> values) => string.Join(" and ", values);

    private static string Or(IReadOnlyList<string> values) => values.Count <= 4 ? string.Join(" or ", values) : $"{string.Join(" or ", values.Take(3))} or {values.Count - 3} others";

    private static string Hours(TimeSpan left) => left <= TimeSpan.Zero ? "the time is over" : left < TimeSpan.FromHours(1) ? "less than an hour is left" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Floor(left.TotalHours):0} h are left");
}
