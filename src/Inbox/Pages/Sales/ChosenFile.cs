using MeliBot.Adapter.Outbound.Sending;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.Components.Forms;

namespace MeliBot.Inbox.Pages.Sales;

/// <summary>A file that somebody wants to send: looked at when it is chosen, uploaded once when it is sent.</summary>
public sealed class ChosenFile(IBrowserFile file, ReadOnlyMemory<byte> head)
{
    public string Name => file.Name;

    public long Size => file.Size;

    public OutgoingFile Outgoing => new(file.Name, file.Size, head);

    /// <summary>The platform's name of the upload; null before.</summary>
    public string? Key { get; set; }

    public static async Task<ChosenFile> LookAsync(IBrowserFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        // What is too large or empty is refused by its size alone.
        if (file.Size is <= 0 or > MessageFiles.MaxBytes) return new ChosenFile(file, ReadOnlyMemory<byte>.Empty);
        var head = new byte[FileRules.HeadLength];
        await using var stream = file.OpenReadStream(MessageFiles.MaxBytes);
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false);
        return new ChosenFile(file, head.AsMemory(0, read));
    }

    public async Task<ReadOnlyMemory<byte>> ReadAsync()
    {
        await using var stream = file.OpenReadStream(MessageFiles.MaxBytes);
        using var content = new MemoryStream((int)file.Size);
        await stream.CopyToAsync(content);
        return content.ToArray();
    }
}
