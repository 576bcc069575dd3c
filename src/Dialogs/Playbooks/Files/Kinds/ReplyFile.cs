using MeliBot.Dialogs.Replies;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>Files under <c>replies</c>.</summary>
internal static class ReplyFile
{
    private static readonly Key Role = new("role", Scalars.Choice("a role", "greeting", "core", "complement", "closing"), "what the fragment is in the answer: of the cores the first that holds is said, of the others each that holds") { Default = "core" };
    private static readonly Key FragmentName = new("name", Scalars.Name, "its name in traces");
    private static readonly Key When = new("when", Scalars.Condition, "what must be so for it to be said; what isn't known makes no condition hold");
    private static readonly Key Unknown = new("unknown", new Either("a variable or a list of variables", Scalars.Text, new ListOf(Scalars.Text, "a list of variables")), "facts that must not be known for it to be said: the honest branch");
    private static readonly Key Say = new("say", TextShapes.Local, "the text");
    private static readonly Key HandOver = new("hand_over", Scalars.Text, "why a person answers; with say beside it the text is that person's draft");

    private static readonly Key Name = new("reply", Scalars.Name, "the reply's name") { Required = true };
    private static readonly Key Intents = new("intents", TextShapes.Names, "the intents that it answers; none for one that only dialogs say");
    private static readonly Keyed Fragment = new("fragment", "a fragment", [FragmentName, Role, When, Unknown, Say, HandOver]) { AnyOf = [Say, HandOver] };
    private static readonly Key Fragments = new("fragments", new ListOf(Fragment, "a list of fragments"), "what it may say, best first") { Required = true };

    public static readonly Keyed Shape = new("reply", "a reply", [Name, Intents, Fragments]);

    public static ReplyPart? Read(MapNode map)
    {
        if (map.Scalar(Name) is not { } name || name.Text() is null) return null;
        var intents = map.Get(Intents).Scalars();
        var fragments = map.Get(Fragments).Maps().Select((fragment, i) => ReadFragment(fragment, name.Value, i)).OfType<FragmentDefinition>().ToArray();
        return new ReplyPart(new ReplyDefinition(name.Value, [.. intents.Select(i => i.Value)], fragments, name.Source), [.. intents.Select(i => i.Source)]);
    }

    private static FragmentDefinition? ReadFragment(MapNode map, string reply, int index)
    {
        var unknown = map.Get(Unknown) is { } facts ? facts.Scalars().Select(s => s.Value).ToArray() : null;
        var say = TextShapes.ReadLocal(map.Get(Say));
        var handOver = map.Text(HandOver);
        if (say is null && handOver is null) return null;
        var role = map.Text(Role) switch { "greeting" => FragmentRole.Greeting, "complement" => FragmentRole.Complement, "closing" => FragmentRole.Closing, _ => FragmentRole.Core };
        var name = map.Text(FragmentName) ?? (unknown is null ? $"{index + 1}" : "unknown");
        return new FragmentDefinition(role, $"{reply}.{name}", TextShapes.ReadCondition(map.Get(When)), unknown, say, handOver, map.Source);
    }

    /// <summary>Where the facts of an unknown branch stand.</summary>
    public static IReadOnlyList<ScalarNode> UnknownOf(MapNode fragment) => fragment.Get(Unknown).Scalars();
}

/// <param name="Labels">Where its intents stand.</param>
internal sealed record ReplyPart(ReplyDefinition Definition, IReadOnlyList<SourceSpan> Labels);
