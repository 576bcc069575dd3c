using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>The keys of a dialog that only claims have.</summary>
internal static class ClaimKeys
{
    public static readonly Scalar Word = new("a word of Mercado Libre's") { Pattern = "^[a-z][a-z0-9_]*$", Example = "mediations" };

    private static readonly Scalar Span = new("a time such as 30m, 24h or 2d") { Pattern = "^[1-9][0-9]{0,3}[mhd]$", Example = "24h" };

    private static readonly Key Type = new("type", OneOrMore(Word, "a type or a list of types"), "on claims: it begins only in claims of one of these types, such as mediations, return or cancel_sale") { Default = "any" };
    private static readonly Key Stage = new("stage", OneOrMore(Word, "a stage or a list of stages"), "on claims: only at one of these stages, such as claim or dispute") { Default = "any" };
    private static readonly Key Group = new("group", OneOrMore(Scalars.Choice("a group of reasons", [.. ClaimWords.Groups]), "a group or a list of groups: not_received, different_or_defective, cancelled, other"), "on claims: only with a reason of one of these groups") { Default = "any" };
    private static readonly Key Triage = new("triage", OneOrMore(Word, "a triage or a list of them"), "on claims: only where Mercado Libre sorts the reason so: repentant, defective, incomplete, different, not_working") { Default = "any" };
    private static readonly Key Action = new("action", OneOrMore(Word, "an action or a list of actions"), "on claims: only where we may do one of these, such as refund or allow_return") { Default = "any" };
    private static readonly Key MustAct = new("must_act", OneOrMore(Word, "who must act, or a list"), "on claims: only where it is seller, buyer or mediator who must act") { Default = "any" };
    private static readonly Key Reputation = new("reputation", OneOrMore(Word, "a word or a list of words"), "on claims: only where the claim's effect is affected, not_affected or not_applies") { Default = "any" };
    private static readonly Key Left = new("left", new Scalar("under or over and a time such as 24h, or passed") { Accepts = text => TimeLeft.Parse(text) is not null, Example = "under 24h" }, "on claims: only while so much time is left until the due date") { Default = "any" };
    private static readonly Key Events = new("events", OneOrMore(Scalars.Choice("an event", [.. ClaimEvents.All]), $"an event or a list of events: {string.Join(", ", ClaimEvents.All)}"), "on claims: only by one of these") { Default = string.Join(", ", ClaimEvents.Default) };

    public static readonly Key[] All = [Type, Stage, Group, Triage, Action, MustAct, Reputation, Left, Events];

    /// <summary>For steps that wait.</summary>
    public static Scalar Wait => Span;

    /// <summary>Null where the dialog names none of them.</summary>
    public static ClaimConditions? Read(MapNode map)
    {
        var named = new Dictionary<ClaimKey, IReadOnlyList<string>>();
        Add(ClaimKey.Type, Type);
        Add(ClaimKey.Stage, Stage);
        Add(ClaimKey.Group, Group);
        Add(ClaimKey.Triage, Triage);
        Add(ClaimKey.Action, Action);
        Add(ClaimKey.MustAct, MustAct);
        Add(ClaimKey.Reputation, Reputation);
        Add(ClaimKey.Events, Events);
        var left = map.Text(Left) is { } text ? TimeLeft.Parse(text) : null;
        return named.Count == 0 && left is null ? null : new ClaimConditions(named, left);

        void Add(ClaimKey key, Key file)
        {
            if (map.Texts(file) is { Count: > 0 } values) named[key] = [.. values.Distinct(StringComparer.Ordinal)];
        }
    }

    /// <summary>Where the values of the keys stand that Mercado Libre may add to.</summary>
    public static IEnumerable<ClaimWordPart> WordsOf(MapNode map) =>
        Words(map, Type, ClaimWords.Types).Concat(Words(map, Stage, ClaimWords.Stages)).Concat(Words(map, Triage, ClaimWords.Triages)).Concat(Words(map, Action, ClaimWords.Actions))
            .Concat(Words(map, MustAct, ClaimWords.MustAct)).Concat(Words(map, Reputation, ClaimWords.Reputations));

    /// <summary>Where the first of the keys stands; null where there is none.</summary>
    public static ScalarNode? First(MapNode map) => map.Entries.Select(e => e.Key).FirstOrDefault(key => All.Any(k => k.Name == key.Value));

    private static IEnumerable<ClaimWordPart> Words(MapNode map, Key key, IReadOnlyList<string> known) => map.Get(key).Scalars().Select(s => new ClaimWordPart(key.Name, s.Value, known, s.Source));

    private static Either OneOrMore(Scalar item, string what) => new(what, item, new ListOf(item, what));
}

/// <param name="Known">The words that Mercado Libre is known to have.</param>
internal sealed record ClaimWordPart(string Key, string Word, IReadOnlyList<string> Known, SourceSpan Source);
