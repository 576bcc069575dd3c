namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>
/// What may stand somewhere in a playbook. The one description of the format: files are checked against it, read by its keys, and the JSON Schemas and
/// the reference in the documentation are written from it.
/// </summary>
/// <param name="What">As an error says what is expected: "a list of intents".</param>
internal abstract record Shape(string What);

/// <param name="Name">For its definition in a JSON Schema and its heading in the reference.</param>
internal sealed record Keyed(string Name, string What, IReadOnlyList<Key> Keys) : Shape(What)
{
    /// <summary>Exactly one of these keys is there.</summary>
    public IReadOnlyList<Key> OneOf { get; init; } = [];

    /// <summary>At least one of these keys is there.</summary>
    public IReadOnlyList<Key> AnyOf { get; init; } = [];
}

/// <param name="About">What it is for, in a sentence without its full stop.</param>
internal sealed record Key(string Name, Shape Shape, string About)
{
    public bool Required { get; init; }

    /// <summary>What holds when it is left out, as one would write it.</summary>
    public string? Default { get; init; }
}

internal sealed record ListOf(Shape Item, string What) : Shape(What);

/// <summary>Names of the designer's choice, each with a value.</summary>
internal sealed record MapOf(Scalar Key, Shape Value, string What) : Shape(What);

/// <summary>Alternatives that differ in kind: a text, a list or a set of keys.</summary>
internal sealed record Either(string What, params IReadOnlyList<Shape> Alternatives) : Shape(What);

/// <summary>For shapes that hold themselves: steps inside steps.</summary>
internal sealed record Later(string Name, string What, Func<Shape> Shape) : Shape(What);
