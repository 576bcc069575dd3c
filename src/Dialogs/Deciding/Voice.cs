using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Deciding;

/// <summary>What all rules that hold say of one kind of question, strongest first.</summary>
internal sealed class Voice(List<TimedRule> holding, DecidingQuery query, string? kind, bool isMarker)
{
    private static readonly RuleOrigin Default = new(RuleLayer.Default, "the product's default");

    private readonly List<Candidate> _ranked = [.. holding.SelectMany(rule => rule.For(query, kind)).OrderByDescending(candidate => candidate.Rank)];

    /// <summary>The strictest of what the voices say. Enumerations and numbers grow with strictness.</summary>
    public static Setting<T> Strictest<T>(List<Voice> voices, Func<DecidingRule, T?> read, T otherwise)
        where T : struct, IComparable
    {
        Setting<T>? strictest = null;
        foreach (var voice in voices)
        {
            var said = voice._ranked.Select(candidate => (Value: read(candidate.Rule), Candidate: candidate)).Where(s => s.Value is not null).ToList();
            if (voice.Owns(said.Select(s => s.Candidate)) && Setting(said.ConvertAll(s => (s.Value!.Value, s.Candidate)), otherwise) is var setting
                && (strictest is null || setting.Value.CompareTo(strictest.Value) > 0)) strictest = setting;
        }

        return strictest ?? new Setting<T>(otherwise, Default, []);
    }

    /// <summary>A reply that stands for everything goes before one that only fills gaps.</summary>
    public static Setting<FixedReply>? Reply(List<Voice> voices)
    {
        Setting<FixedReply>? first = null;
        foreach (var voice in voices)
        {
            var said = voice._ranked.Where(candidate => candidate.Rule.Reply is not null).ToList();
            if (said.Count == 0 || !voice.Owns(said)) continue;
            var setting = Setting(said.ConvertAll(candidate => (new FixedReply(candidate.Rule.Reply!, candidate.Rule.Only), candidate)), new FixedReply("", false));
            if (first is null || (setting.Value.Only && !first.Value.Only)) first = setting;
        }

        return first;
    }

    private static Setting<T> Setting<T>(List<(T Value, Candidate By)> said, T otherwise) => said.Count == 0
        ? new Setting<T>(otherwise, Default, [])
        : new Setting<T>(said[0].Value, said[0].By.Origin, [.. said.Skip(1).Select(s => new Overruled<T>(s.Value, s.By.Origin))]);

    private bool Owns(IEnumerable<Candidate> said) => !isMarker || said.FirstOrDefault() is { OfKind: true };
}
