using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>Whom a commit concerns: the pumps of each kind, and those who follow the change feed. As a word it travels to the other hosts.</summary>
internal readonly record struct Bells(int Kinds, bool Changed)
{
    private static readonly (WorkKind Kind, char Letter)[] Letters = [(WorkKind.Signals, 's'), (WorkKind.Turns, 't'), (WorkKind.Effects, 'e')];

    public static readonly Bells All = new(7, Changed: true);

    public bool Any => Kinds != 0 || Changed;

    public Bells With(WorkKind kind) => this with { Kinds = Kinds | (1 << (int)kind) };

    public Bells With(Bells other) => new(Kinds | other.Kinds, Changed | other.Changed);

    public void Ring(IWorkAlarm alarm, ChangeSignal changes)
    {
        foreach (var (kind, _) in Letters)
        {
            if ((Kinds & (1 << (int)kind)) != 0)
                alarm.Ring(kind);
        }

        if (Changed)
            changes.Committed();
    }

    /// <summary>A word that an older or newer version sends rings what both know.</summary>
    public static Bells Parse(ReadOnlySpan<char> word)
    {
        var bells = new Bells(0, word.Contains('c'));
        foreach (var (kind, letter) in Letters)
        {
            if (word.Contains(letter))
                bells = bells.With(kind);
        }

        return bells;
    }

    public override string ToString()
    {
        var kinds = Kinds;
        return string.Concat(Letters.Where(known => (kinds & (1 << (int)known.Kind)) != 0).Select(known => known.Letter)) + (Changed ? "c" : "");
    }
}
