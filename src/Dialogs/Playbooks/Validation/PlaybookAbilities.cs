namespace MeliBot.Dialogs.Playbooks;

/// <summary>What the host has beside the files: a playbook may name it, and is held to it. Null isn't checked.</summary>
public sealed record PlaybookAbilities
{
    /// <summary>Ids of dialogs written in C#.</summary>
    public IReadOnlyCollection<string> Dialogs { get; init; } = [];

    /// <summary>Acts by name.</summary>
    public IReadOnlyCollection<string>? Acts { get; init; }

    /// <summary>Names of the guards on final texts.</summary>
    public IReadOnlyCollection<string>? Guards { get; init; }

    /// <summary>What the guards hold of a text.</summary>
    public Func<string, IReadOnlyList<HeldText>>? HeldOf { get; init; }

    /// <summary>The same of a text that is only said after the sale, where some of it may be said; null where that makes no difference.</summary>
    public Func<string, IReadOnlyList<HeldText>>? HeldAfterSale { get; init; }

    /// <summary>The same of a text that may be said in a claim, where more is held; null where that makes no difference.</summary>
    public Func<string, IReadOnlyList<HeldText>>? HeldInClaims { get; init; }
}

/// <param name="Reason">A sentence without its full stop.</param>
public sealed record HeldText(string Guard, string Reason, int Start, int Length);
