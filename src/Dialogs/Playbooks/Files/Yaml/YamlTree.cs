using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>Reads YAML to nodes with their places. Anchors, tags and several documents are told as errors: a playbook has no use for them.</summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 32;

    private readonly SourceFile _file;
    private readonly List<Diagnostic> _diagnostics;
    private readonly Parser _parser;

    private YamlTree(SourceFile file, List<Diagnostic> diagnostics)
    {
        _file = file;
        _diagnostics = diagnostics;
        _parser = new Parser(new StringReader(file.Text));
    }

    /// <returns>Null when the file is empty or isn't YAML.</returns>
    public static Node? Read(SourceFile file, List<Diagnostic> diagnostics)
    {
        var tree = new YamlTree(file, diagnostics);
        try
        {
            return tree.Document();
        }
        catch (YamlException e)
        {
            diagnostics.Add(LikelyCause.Of(file, e));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException or NullReferenceException)
        {
            // YamlDotNet's scanner on bytes that aren't YAML at all.
            diagnostics.Add(FileProblems.NotYaml.At(file.Start, "this isn't YAML", suggestion: "look at the file in an editor; begin again from the examples in docs/bot-designers.md"));
        }

        return null;
    }

    private Node? Document()
    {
        Node? root = null;
        while (_parser.MoveNext())
        {
            switch (_parser.Current)
            {
                case DocumentStart when root is not null:
                    _diagnostics.Add(FileProblems.NoSuchYaml.At(Span(_parser.Current), "a second document begins here", "a playbook's file is one document; what follows isn't read", "take the line \"---\" out, or move what follows to a file of its own"));
                    return root;
                case StreamStart or StreamEnd or DocumentStart or DocumentEnd or Comment:
                    break;
                default:
                    root = Value(0);
                    break;
            }
        }

        return root is ScalarNode { IsEmpty: true } ? null : root;
    }

    private Node Value(int depth)
    {
        if (depth > MaxDepth) throw new YamlException(_parser.Current!.Start, _parser.Current.End, LikelyCause.TooDeep);
        var current = _parser.Current!;
        if (current is NodeEvent node) RefuseMarks(node);
        return current switch
        {
            YamlScalar scalar => Text(scalar),
            SequenceStart => List(depth, current),
            MappingStart => Map(depth, current),
            _ => new ScalarNode("", ScalarStyle.Plain, Span(current)),
        };
    }

    private ScalarNode Text(YamlScalar scalar)
    {
        var text = new ScalarNode(scalar.Value, scalar.Style, Span(scalar));
        if (text.Style != ScalarStyle.Plain || text.IsEmpty || _file.Line(text.Source.EndLine) is not { } line || text.Source.EndColumn > line.Length) return text;
        var rest = line[(text.Source.EndColumn - 1)..];
        if (rest.TrimStart() is ['#', not (' ' or '#' or '!'), ..] && rest.Length > rest.TrimStart().Length)
            _diagnostics.Add(FileProblems.CutShort.At(new SourceSpan(_file.Path, text.Source.EndLine, line.Length - rest.TrimStart().Length + 1, text.Source.EndLine, line.TrimEnd().Length + 1), "the text ends before this #", "after a blank, # begins a comment in YAML", "put the whole text in double quotes"));
        return text;
    }

    private ListNode List(int depth, ParsingEvent start)
    {
        var items = new List<Node>();
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            if (_parser.Current is not Comment) items.Add(Value(depth + 1));
        }

        return new ListNode(items, Span(start));
    }

    private MapNode Map(int depth, ParsingEvent start)
    {
        var entries = new List<MapEntry>();
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            if (_parser.Current is Comment) continue;
            var key = Value(depth + 1);
            _parser.MoveNext();
            while (_parser.Current is Comment) _parser.MoveNext();
            var value = Value(depth + 1);
            if (key is not ScalarNode name)
                _diagnostics.Add(FileProblems.NoSuchYaml.At(key.Source, $"a key must be a name, not {key.Kind}", "a value that begins with { or [ is read as YAML's own braces", "put a text that begins with { or [ in double quotes: \"{{ item.title }}\""));
            else if (entries.Find(e => e.Key.Value == name.Value) is { } first)
                _diagnostics.Add(FileProblems.KeyTwice.At(name.Source, $"\"{name.Value}\" stands here a second time", $"the first is on line {first.Key.Source.Line}; only one can count", "keep one of them, or make a list of both"));
            else
                entries.Add(new MapEntry(name, value));
        }

        // The place of a block is its first key: it has no mark of its own.
        return new MapNode(entries, entries.Count > 0 && start is MappingStart { Style: MappingStyle.Block } ? entries[0].Key.Source : Span(start));
    }

    private void RefuseMarks(NodeEvent node)
    {
        if (_parser.Current is AnchorAlias || !node.Anchor.IsEmpty)
            _diagnostics.Add(FileProblems.NoSuchYaml.At(Span(node), $"\"{(_parser.Current is AnchorAlias ? '*' : '&')}\" begins one of YAML's references", "a playbook's files don't take references, so that each can be read alone", "put a text that begins with * or & in double quotes; write what you refer to again"));
        else if (!node.Tag.IsEmpty && !(node is YamlScalar { Tag.IsNonSpecific: true }))
            _diagnostics.Add(FileProblems.NoSuchYaml.At(Span(node), "\"!\" begins one of YAML's type names", "a playbook's files don't take type names", "put a text that begins with ! in double quotes"));
    }

    private SourceSpan Span(ParsingEvent e) => Span(_file, e.Start, e.End);

    internal static SourceSpan Span(SourceFile file, Mark start, Mark end)
    {
        var (line, column) = ((int)Math.Max(1, start.Line), (int)Math.Max(1, start.Column));
        var (endLine, endColumn) = ((int)Math.Max(line, end.Line), (int)Math.Max(1, end.Column));
        return new SourceSpan(file.Path, line, column, endLine, endLine == line ? Math.Max(column, endColumn) : endColumn);
    }
}
