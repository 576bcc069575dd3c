namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary><c>guards.yaml</c>.</summary>
internal static class GuardsFile
{
    private static readonly Key Off = new("off", new ListOf(Scalars.Name, "a list of guards"), "guards that don't look");
    private static readonly Key Forbid = new("forbid", new ListOf(Scalars.Text, "a list of phrases"), "phrases that hold a text, whatever their capitals and accents");
    private static readonly Key Allow = new("allow", new ListOf(Scalars.Text, "a list of phrases"), "phrases that no guard minds, such as a brand that looks like a link");

    public static readonly Keyed Shape = new("guards", "guards.yaml", [Off, Forbid, Allow]);

    public static GuardsPart Read(MapNode map) => new(new GuardRules(map.Texts(Off), map.Texts(Forbid), map.Texts(Allow)), map.Get(Off).Scalars());
}

/// <param name="Off">Where the names of guards stand.</param>
internal sealed record GuardsPart(GuardRules Rules, IReadOnlyList<ScalarNode> Off);
