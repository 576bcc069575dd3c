namespace MeliBot.MercadoLibre;

/// <summary>The files of messages. An upload that no message carries within 48 hours is gone.</summary>
public sealed class MessageFiles
{
    /// <summary>The platform's limit of one file.</summary>
    public const int MaxBytes = 25 * 1024 * 1024;

    /// <summary>The platform's limit of files in one message.</summary>
    public const int MaxFiles = 25;

    /// <summary>The platform's limit of a file's name.</summary>
    public const int MaxName = 200;

    /// <summary>How long an upload waits for its message.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(48);

    private readonly HttpClient _http;

    internal MessageFiles(HttpClient http) => _http = http;

    /// <summary>Never repeated by the client: an upload that failed may have left a file, which dies unused.</summary>
    /// <param name="siteId">The sale's site.</param>
    /// <param name="name">As the buyer will see it.</param>
    /// <param name="contentType">Such as <c>image/png</c>.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its <see cref="MessageAttachment.Key"/> is what a message names.</returns>
    public Task<MessageAttachment> UploadAsync(string siteId, string name, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return FileTransfer.UploadAsync<MessageAttachment>(_http, $"messages/attachments?tag=post_sale&site_id={Site(siteId)}", name, contentType, content, file => file.Key, cancellationToken);
    }

    /// <summary>The file's bytes, whatever they are: strangers sent them.</summary>
    public async Task<ReadOnlyMemory<byte>> DownloadAsync(string filename, string siteId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filename);
        if (!IsName(filename))
            throw new ArgumentException("This is no name that the platform gives a file; nothing was asked for.", nameof(filename));
        return await FileTransfer.DownloadAsync(_http, $"messages/attachments/{filename}?tag=post_sale&site_id={Site(siteId)}", cancellationToken);
    }

    /// <summary>True for what can stand in the address of a download and name nothing but a file.</summary>
    public static bool IsName(string filename)
    {
        ArgumentNullException.ThrowIfNull(filename);
        return filename.Length is > 0 and <= 250 && filename[0] != '.' && filename.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
    }

    private static string Site(string siteId) =>
        siteId is { Length: 3 } && siteId.All(char.IsAsciiLetterUpper) ? siteId : throw new ArgumentException("A site is three letters, such as MLA.", nameof(siteId));
}
