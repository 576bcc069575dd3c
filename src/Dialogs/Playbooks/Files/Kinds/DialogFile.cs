namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>Files under <c>dialogs</c>.</summary>
internal static class DialogFile
{
    private static readonly Key Name = new("dialog", Scalars.Name, "the dialog's name") { Required = true };
    private static readonly Key On = new("on", Scalars.Conversations, "the kind of conversation that it is for; left out for a dialog that others begin");
    private static readonly Key Intents = new("intents", TextShapes.Names, "it starts only when one of these was recognised") { Default = "any" };
    private static readonly Key When = new("when", Scalars.Condition, "it starts only when this holds");
    private static readonly Key Steps = new("steps", StepFile.Steps, "what happens, in this order") { Required = true };

    public static readonly Keyed Shape = new("dialog", "a dialog", [Name, On, Intents, When, .. ClaimKeys.All, Steps]);

    public static DialogPart? Read(MapNode map)
    {
        if (map.Scalar(Name) is not { } name || name.Text() is null) return null;
        var intents = map.Get(Intents).Scalars();
        var definition = new DialogDefinition(name.Value, map.Text(On), [.. intents.Select(i => i.Value)], TextShapes.ReadCondition(map.Get(When)), StepFile.Read(map.Get(Steps)), name.Source) { Claim = ClaimKeys.Read(map) };
        return new DialogPart(definition, [.. intents.Select(i => i.Source)]) { ClaimWords = [.. ClaimKeys.WordsOf(map)], ClaimKey = ClaimKeys.First(map) };
    }
}

internal sealed record DialogPart(DialogDefinition Definition, IReadOnlyList<SourceSpan> Labels)
{
    public IReadOnlyList<ClaimWordPart> ClaimWords { get; init; } = [];

    /// <summary>The first key that only claims have.</summary>
    public ScalarNode? ClaimKey { get; init; }
}
