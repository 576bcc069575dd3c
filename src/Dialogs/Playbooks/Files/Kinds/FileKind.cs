namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>One of the kinds of files that a playbook has.</summary>
/// <param name="Glob">Where they are, for people: <c>replies/*.yaml</c>.</param>
internal sealed record FileKind(string Name, string Glob, string About, Shape Shape)
{
    public static IReadOnlyList<FileKind> All { get; } =
    [
        new("settings", "playbook.yaml", "What the playbook is called, what it starts from, and whom it speaks to", SettingsFile.Shape),
        new("intent", "intents/*.yaml", "What buyers ask: one intent with examples, or a list of questions with several intents", IntentFile.AnyShape),
        new("reply", "replies/*.yaml", "What is said to an intent", ReplyFile.Shape),
        new("dialog", "dialogs/*.yaml", "What happens in a conversation, step by step", DialogFile.Shape),
        new("texts", "texts.yaml", "Texts with a name, for dialogs and for fixed replies", TextsFile.Shape),
        new("deciding", "deciding.yaml", "When replies are sent, and when a person looks first", DecidingFile.Shape),
        new("guards", "guards.yaml", "What the guards on final texts let through", GuardsFile.Shape),
        new("tests", "tests/*.yaml", "Questions and messages with what must come of them", TestsFile.Shape),
        new("order", "tests/orders/*.yaml", "A sale to write about in tests, in short; Mercado Libre's own JSON of an order may stand there as well", OrderFile.Shape),
        new("claim", "tests/claims/*.yaml", "A claim to write about in tests, in short, with its sale", ClaimFile.Shape),
    ];

    public static FileKind? Of(string path)
    {
        foreach (var kind in All)
        {
            if (kind.Matches(path)) return kind;
        }

        return null;
    }

    private bool Matches(string path)
    {
        var star = Glob.IndexOf('*', StringComparison.Ordinal);
        if (star < 0) return path == Glob;
        return path.StartsWith(Glob[..star], StringComparison.Ordinal) && path.EndsWith(Glob[(star + 1)..], StringComparison.Ordinal) && path.IndexOf('/', star) < 0;
    }
}
