using System.Text;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>Reads every file of a folder by its kind.</summary>
internal sealed class PartsReader(string prefix, List<Diagnostic> diagnostics)
{
    private const int MaxBytes = 8 * 1024 * 1024;
    private const string Items = "tests/items/";
    private const string Orders = "tests/orders/";
    private const string Claims = "tests/claims/";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly PlaybookParts _parts = new();

    /// <param name="prefix">Before every file's path in messages; empty for the designer's own folder.</param>
    public static PlaybookParts Read(IReadOnlyList<PlaybookFile> files, string prefix, List<Diagnostic> diagnostics)
    {
        var reader = new PartsReader(prefix, diagnostics);
        foreach (var (file, own) in files.Zip(files.AsParallel().AsOrdered().Select(reader.Open))) reader.ReadFile(file, own);
        return reader._parts;
    }

    /// <summary>Intent files alone, in the order given.</summary>
    public static PlaybookParts ReadIntents(IEnumerable<SourceFile> files, List<Diagnostic> diagnostics)
    {
        var reader = new PartsReader("", diagnostics);
        var kind = FileKind.All.Single(k => k.Name == "intent");
        foreach (var file in files) reader.Take(Parse(kind, file, []));
        return reader._parts;
    }

    /// <summary>What can be done with each file alone, and so with all at once; null when it is no file of a kind, or no text.</summary>
    private Opened? Open(PlaybookFile file)
    {
        if (IsItem(file) || IsOrderJson(file) || FileKind.Of(file.Path) is not { } kind) return null;
        var found = new List<Diagnostic>();
        return Decode(file, found) is { } source ? Parse(kind, source, found) : new Opened(kind, null, null, found);
    }

    private static Opened Parse(FileKind kind, SourceFile source, List<Diagnostic> found)
    {
        if (string.IsNullOrWhiteSpace(source.Text))
            found.Add(FileProblems.NotYaml.At(source.Start, "the file is empty", "an editor that writes it right now leaves it so for a moment, and what it held would be gone", "write it, or delete it"));
        var root = YamlTree.Read(source, found);
        if (root is not null) new ShapeCheck(source, found).Check(root, kind.Shape, kind.Name == "settings" ? "playbook.yaml" : "the file");
        return new Opened(kind, source, root, found);
    }

    private void ReadFile(PlaybookFile file, Opened? opened)
    {
        if (IsItem(file))
        {
            _parts.Items[file.Path[Items.Length..]] = file.Bytes;
        }
        else if (IsOrderJson(file))
        {
            _parts.Orders[file.Path[Orders.Length..]] = file.Bytes;
        }
        else if (opened is null)
        {
            if (Misplaced(file.Path) is { } advice)
                diagnostics.Add(FileProblems.FileNotRead.At(SourceSpan.At(prefix + file.Path, 1, 1), "no part of a playbook has this name", "it isn't read, so nothing in it counts", advice));
        }
        else if (opened.Kind.Name == "order")
        {
            diagnostics.AddRange(opened.Found);
            _parts.Orders[file.Path[Orders.Length..]] = file.Bytes;
            if (opened.Source is { } order) _parts.Files[order.Path] = order;
        }
        else if (opened.Kind.Name == "claim")
        {
            diagnostics.AddRange(opened.Found);
            _parts.Claims[file.Path[Claims.Length..]] = file.Bytes;
            if (opened.Source is { } claim) _parts.Files[claim.Path] = claim;
        }
        else if (opened.Source is null)
        {
            diagnostics.AddRange(opened.Found);
            Lost(opened.Kind, file.Path, null);
        }
        else
        {
            Take(opened);
        }
    }

    private static bool IsOrderJson(PlaybookFile file) => file.Path.StartsWith(Orders, StringComparison.Ordinal) && file.Path.EndsWith(".json", StringComparison.Ordinal);

    private static bool IsItem(PlaybookFile file) => file.Path.StartsWith(Items, StringComparison.Ordinal);

    private void Take(Opened opened)
    {
        var source = opened.Source!;
        _parts.Files[source.Path] = source;
        var before = diagnostics.Count;
        diagnostics.AddRange(opened.Found);
        if (opened.Root is { } root) Take(opened.Kind, root);
        if (diagnostics.Count > before) Lost(opened.Kind, source.Path, source);
    }

    private void Take(FileKind kind, Node root)
    {
        switch (kind.Name, root)
        {
            case ("settings", MapNode map):
                _parts.Settings = SettingsFile.Read(map);
                break;
            case ("intent", MapNode map):
                TakeIntent(IntentFile.Read(map));
                break;
            case ("intent", ListNode list):
                _parts.Examples.AddRange(IntentFile.ReadList(list));
                break;
            case ("reply", MapNode map) when ReplyFile.Read(map) is { } reply:
                Add(_parts.Replies, reply.Definition.Name, reply, reply.Definition.Source, p => p.Definition.Source, "reply");
                break;
            case ("dialog", MapNode map) when DialogFile.Read(map) is { } dialog:
                Add(_parts.Dialogs, dialog.Definition.Name, dialog, dialog.Definition.Source, p => p.Definition.Source, "dialog");
                break;
            case ("texts", MapNode map):
                foreach (var text in TextsFile.Read(map)) _parts.Texts[text.Name] = text;
                break;
            case ("deciding", MapNode map):
                _parts.Deciding = DecidingFile.Read(map);
                break;
            case ("guards", MapNode map):
                _parts.Guards = GuardsFile.Read(map);
                break;
            case ("tests", ListNode list):
                _parts.Tests.AddRange(TestsFile.Read(list));
                break;
        }
    }

    private void TakeIntent(IntentPart? intent)
    {
        if (intent is null) return;
        if (intent.Definition.Name != IntentExample.NoIntent && !Add(_parts.Intents, intent.Definition.Name, intent, intent.Definition.Source, p => p.Definition.Source, "intent")) return;
        _parts.Examples.AddRange(intent.Examples);
        _parts.Negatives.AddRange(intent.Negatives);
        _parts.Patterns.AddRange(intent.Patterns);
    }

    private bool Add<T>(Dictionary<string, T> all, string name, T part, SourceSpan source, Func<T, SourceSpan> sourceOf, string what)
    {
        if (all.TryAdd(name, part)) return true;
        diagnostics.Add(FileProblems.NameTwice.At(source, $"there are two {(what == "reply" ? "replies" : what + "s")} with the name \"{name}\"", $"the other is in {sourceOf(all[name])}; only one can count", $"give this one another name, or put both into one file"));
        return false;
    }

    private SourceFile? Decode(PlaybookFile file, List<Diagnostic> found)
    {
        var path = prefix + file.Path;
        if (file.Bytes.Length > MaxBytes)
        {
            found.Add(FileProblems.NotText.At(SourceSpan.At(path, 1, 1), $"the file has {file.Bytes.Length / (1024 * 1024)} MB", "files up to 8 MB are read", "split it into several files"));
            return null;
        }

        try
        {
            return new SourceFile(path, Strict.GetString(file.Bytes).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException e)
        {
            var before = file.Bytes.AsSpan(0, Math.Clamp(e.Index, 0, file.Bytes.Length));
            var line = before.Count((byte)'\n') + 1;
            found.Add(FileProblems.NotText.At(SourceSpan.At(path, line, before.Length - before.LastIndexOf((byte)'\n')), "the file isn't UTF-8", "letters such as á and ñ would be read as something else", "save it as UTF-8 in your editor"));
            return null;
        }
    }

    /// <summary>What a broken file would have defined: by its own word, else by its file's name.</summary>
    private void Lost(FileKind kind, string path, SourceFile? source)
    {
        _parts.Unread.Add(kind.Name);
        _parts.Unread.Add($"{kind.Name}:{Path.GetFileNameWithoutExtension(path)}");
        foreach (var line in source?.Lines ?? [])
        {
            if (line.StartsWith(kind.Name + ": ", StringComparison.Ordinal)) _parts.Unread.Add($"{kind.Name}:{line[(kind.Name.Length + 2)..].Trim().Trim('"', '\'')}");
        }
    }

    /// <summary>Only what looks like a part of a playbook is worth a word: a folder may hold a README or a picture.</summary>
    private static string? Misplaced(string path)
    {
        var extension = Path.GetExtension(path);
        if (extension == ".yml") return $"name it {Path.ChangeExtension(path, ".yaml")}";
        if (extension != ".yaml") return null;
        string[] places = [.. FileKind.All.Select(k => k.Glob)];
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : null;
        string[] folders = [.. places.Where(p => p.Contains('/', StringComparison.Ordinal)).Select(p => p[..p.IndexOf('/', StringComparison.Ordinal)])];
        if (folder is not null && folders.Contains(folder)) return $"move it to {folder}/{Path.GetFileName(path)}: folders inside {folder} aren't read";
        if (folder is not null && (DidYouMean.Nearest(folder, folders) ?? Array.Find(folders, f => folder.Length > 3 && f.StartsWith(folder[..4], StringComparison.Ordinal))) is { } near) return $"did you mean {near}/{path[(folder.Length + 1)..]}?";
        if (folder is null && DidYouMean.Nearest(path, places.Where(p => !p.Contains('/', StringComparison.Ordinal))) is { } file) return $"did you mean {file}?";
        return $"a playbook's files are {string.Join(", ", places)}";
    }

    /// <param name="Source">Null when it is no text.</param>
    /// <param name="Root">Null when it is no YAML.</param>
    /// <param name="Found">What is wrong with it.</param>
    private sealed record Opened(FileKind Kind, SourceFile? Source, Node? Root, List<Diagnostic> Found);
}
