using YamlDotNet.Core;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>What stands in a YAML file, and where.</summary>
internal abstract record Node(SourceSpan Source)
{
    /// <summary>As a message names it.</summary>
    public abstract string Kind { get; }
}

internal sealed record ScalarNode(string Value, ScalarStyle Style, SourceSpan Source) : Node(Source)
{
    /// <summary>Nothing was written: <c>about:</c> and the end of the line.</summary>
    public bool IsEmpty => Style == ScalarStyle.Plain && Value is "" or "~" or "null";

    public override string Kind => IsEmpty ? "nothing" : "a text";
}

internal sealed record ListNode(IReadOnlyList<Node> Items, SourceSpan Source) : Node(Source)
{
    public override string Kind => "a list";
}

internal sealed record MapNode(IReadOnlyList<MapEntry> Entries, SourceSpan Source) : Node(Source)
{
    public override string Kind => "a set of keys";

    public MapEntry? Find(string key) => Entries.FirstOrDefault(e => e.Key.Value == key);

    /// <summary>The value of a key; null where it is absent or has none.</summary>
    public Node? this[string key] => Find(key)?.Value is { } value and not ScalarNode { IsEmpty: true } ? value : null;
}

internal sealed record MapEntry(ScalarNode Key, Node Value);
