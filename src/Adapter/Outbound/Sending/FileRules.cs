using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Outbound.Sending;

/// <summary>A file that somebody wants to send, as far as it has to be looked at.</summary>
/// <param name="Name">As the buyer would see it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Head">Its first bytes, at least <see cref="FileRules.HeadLength"/> of them where there are so many.</param>
public sealed record OutgoingFile(string Name, long Size, ReadOnlyMemory<byte> Head);

/// <summary>What the platform takes as a file, checked before anything is uploaded. A file is what it holds, not what it is called.</summary>
public static class FileRules
{
    /// <summary>How much of a file tells what it is.</summary>
    public const int HeadLength = 512;

    private static readonly (string Ending, string Type, Func<ReadOnlySpan<byte>, bool> Is)[] Kinds =
    [
        (".jpg", "image/jpeg", head => head is [0xFF, 0xD8, 0xFF, ..]),
        (".jpeg", "image/jpeg", head => head is [0xFF, 0xD8, 0xFF, ..]),
        (".png", "image/png", head => head is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..]),
        (".pdf", "application/pdf", head => head.StartsWith("%PDF-"u8)),
        // Text in any encoding has no zero byte, but for one that the platform's readers couldn't show.
        (".txt", "text/plain", head => !head.Contains((byte)0) && !head.StartsWith("%PDF-"u8) && head is not ([0xFF, 0xD8, 0xFF, ..] or [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'M', (byte)'Z', ..])),
    ];

    /// <summary>The type by which it is uploaded; null for a kind that the platform doesn't take.</summary>
    public static string? TypeOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Kinds.FirstOrDefault(kind => name.EndsWith(kind.Ending, StringComparison.OrdinalIgnoreCase)).Type;
    }

    /// <summary>Everything that is wrong with the files of a message; empty when they may be sent.</summary>
    /// <param name="files">All of the message's files.</param>
    /// <param name="isFirst">The message opens the thread, so it may carry none.</param>
    public static IReadOnlyList<SendBlock> Check(IReadOnlyList<OutgoingFile> files, bool isFirst)
    {
        ArgumentNullException.ThrowIfNull(files);
        var found = new List<SendBlock>();
        if (isFirst && files.Count > 0) found.Add(new(SendCause.FirstMessageWithoutFiles));
        if (files.Count > MessageFiles.MaxFiles) found.Add(new(SendCause.TooManyFiles, Detail: files.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        found.AddRange(files.Select(Check).OfType<SendBlock>());
        return found;
    }

    /// <summary>Null when the file may be sent.</summary>
    public static SendBlock? Check(OutgoingFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var name = file.Name;
        if (name.Length is 0 or > MessageFiles.MaxName || name.AsSpan().ContainsAny('/', '\\') || name.Any(char.IsControl))
            return new(SendCause.FileNameTooLong, Detail: name.Length > 60 ? $"{name[..60]}..." : name);
        if (file.Size <= 0) return new(SendCause.FileEmpty, Detail: name);
        if (file.Size > MessageFiles.MaxBytes) return new(SendCause.FileTooLarge, Detail: name);
        var kind = Kinds.FirstOrDefault(kind => name.EndsWith(kind.Ending, StringComparison.OrdinalIgnoreCase));
        if (kind.Type is null) return new(SendCause.FileTypeNotAllowed, Detail: name);
        return kind.Is(file.Head.Span) ? null : new(SendCause.FileForged, Detail: name);
    }
}
