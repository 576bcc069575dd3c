using System.Security.Cryptography;
using System.Text;
using MeliBot.Dialogs.Playbooks.Files;
using MeliBot.Dialogs.Playbooks.Validation;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>Reads a playbook's folder and says everything that is wrong with it at once.</summary>
public static class PlaybookReader
{
    /// <param name="abilities">What the host offers; null for nothing beside the files.</param>
    public static PlaybookReading Read(IPlaybookFolder folder, PlaybookAbilities? abilities = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var diagnostics = new List<Diagnostic>();
        IReadOnlyList<PlaybookFile> files;
        try
        {
            files = folder.Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new PlaybookReading(null, [FileProblems.NoFolder.At(SourceSpan.At(folder.Name, 1, 1), e is DirectoryNotFoundException ? "there is no such folder" : "the folder can't be read", e.Message, "\"dialogs new FOLDER\" makes a playbook to start from")]);
        }

        if (files.All(f => FileKind.Of(f.Path) is null))
            return new PlaybookReading(null, [FileProblems.NoFolder.At(SourceSpan.At(folder.Name, 1, 1), "there is no playbook in this folder", "it holds no playbook.yaml, and nothing else that a playbook is made of", "name the folder that holds playbook.yaml, or make one with \"dialogs new FOLDER\"")]);

        var isShipped = folder == ShippedPlaybook.Folder;
        var own = PartsReader.Read(files, isShipped ? ShippedPlaybook.Prefix : "", diagnostics);
        if (own.Settings is null && !own.Unread.Contains("settings"))
            diagnostics.Add(FileProblems.MissingKey.At(SourceSpan.At("playbook.yaml", 1, 1), "the file playbook.yaml is missing or empty", "it says what the playbook is called and what it starts from", "make it with the lines \"playbook: my-shop\" and \"extends: shipped\""));

        var extends = !isShipped && own.Settings?.Extends == SettingsFile.Shipped;
        var parts = extends ? PartsMerge.Over(ShippedPlaybook.Parts, own) : own;
        foreach (var intent in own.Intents.Values.Where(i => i.Add && !(extends && ShippedPlaybook.Parts.Intents.ContainsKey(i.Definition.Name))))
            diagnostics.Add(FileProblems.NoBase.At(intent.Definition.Source, $"\"add\" has no intent \"{intent.Definition.Name}\" to add to", extends ? "the shipped playbook has none of that name" : "the playbook extends nothing", extends ? DidYouMean.Say(intent.Definition.Name, ShippedPlaybook.Parts.Intents.Keys) ?? "take \"add\" out" : "take \"add\" out, or write \"extends: shipped\" in playbook.yaml"));

        var broken = diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Source.File).ToHashSet(StringComparer.Ordinal);
        diagnostics.AddRange(Validator.Check(parts, abilities ?? new PlaybookAbilities()).Where(d => !broken.Contains(d.Source.File) || IsOfItsOwn(d)));
        var told = diagnostics
            .Select(d => d.Line is null && parts.Files.TryGetValue(d.Source.File, out var file) ? d with { Line = file.Line(d.Source.Line) } : d)
            .Distinct()
            .OrderBy(d => d.Source.File, StringComparer.Ordinal).ThenBy(d => d.Source.Line).ThenBy(d => d.Source.Column).ThenBy(d => d.Code, StringComparer.Ordinal)
            .ToArray();
        var draft = Build(parts, extends ? [.. ShippedPlaybook.Folder.Read(), .. files] : files);
        return new PlaybookReading(told.Any(d => d.Severity == Severity.Error) ? null : draft, told) { Draft = draft };
    }

    /// <param name="files">That the parts were read from.</param>
    internal static Playbook Build(PlaybookParts parts, IEnumerable<PlaybookFile> files) => PlaybookBuilder.Build(parts, Version(files));

    /// <summary>Not a consequence of what couldn't be read in the same file: names and Liquid.</summary>
    private static bool IsOfItsOwn(Diagnostic diagnostic) => diagnostic.Code is ['P', 'B', '1' or '2', ..];

    private static string Version(IEnumerable<PlaybookFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Bytes.Length}\0"));
            hash.AppendData(file.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}

/// <param name="Playbook">Null when there is an error.</param>
/// <param name="Diagnostics">Errors and warnings, by file and line.</param>
public sealed record PlaybookReading(Playbook? Playbook, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>What could be read, also where there are errors: to look at, never to answer with. Null when there is no folder.</summary>
    public Playbook? Draft { get; init; }
}
