using System.Net.Http.Json;
using System.Text.Json;

namespace MeliBot.MercadoLibre;

/// <summary>The files of claims. What the platform would refuse is refused before anything is sent.</summary>
public sealed class ClaimFiles
{
    /// <summary>The platform's limit of one file.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>The platform's limit of a file's name.</summary>
    public const int MaxName = 125;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".pdf"] = "application/pdf",
    };

    private readonly HttpClient _http;

    internal ClaimFiles(HttpClient http) => _http = http;

    /// <summary>Why the platform won't take a file, in words for a person; null when it will.</summary>
    /// <param name="name">JPG, PNG or PDF, of letters, digits, dots, lines and dashes.</param>
    /// <param name="bytes">Its size.</param>
    public static string? Refusal(string name, long bytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > MaxName)
            return $"A claim's file has a name of 1 to {MaxName} characters; this one has {name.Length}.";
        if (name[0] == '.' || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            return "The name of a claim's file holds only letters without accents, digits, dots, underscores and dashes: rename it.";
        if (!Types.ContainsKey(Path.GetExtension(name)))
            return "A claim takes JPG, PNG and PDF files only.";
        return bytes switch
        {
            <= 0 => "The file is empty.",
            > MaxBytes => $"A claim's file has at most {MaxBytes / 1024 / 1024} MB; this one has {Math.Ceiling(bytes * 10 / 1024m / 1024) / 10} MB.",
            _ => null,
        };
    }

    /// <summary>For a message. Never repeated by the client.</summary>
    /// <exception cref="ArgumentException">The platform won't take it; nothing was sent.</exception>
    /// <returns>Its <see cref="ClaimAttachment.Key"/> is what a message names.</returns>
    public Task<ClaimAttachment> UploadAsync(long claimId, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        UploadToAsync($"{Of(claimId)}/attachments", name, content, cancellationToken);

    /// <summary>For evidence. Never repeated by the client.</summary>
    /// <exception cref="ArgumentException">The platform won't take it; nothing was sent.</exception>
    public Task<ClaimAttachment> UploadOfEvidenceAsync(long claimId, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        UploadToAsync($"{Of(claimId)}/attachments-evidences", name, content, cancellationToken);

    /// <summary>For the review of a return. Never repeated by the client.</summary>
    /// <exception cref="ArgumentException">The platform won't take it; nothing was sent.</exception>
    public Task<ClaimAttachment> UploadOfReturnAsync(long claimId, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        UploadToAsync($"{Of(claimId)}/returns/attachments", name, content, cancellationToken);

    /// <summary>What a message's file is.</summary>
    public Task<ClaimAttachment> InfoAsync(long claimId, string filename, CancellationToken cancellationToken = default) =>
        ReadAsync($"{Of(claimId)}/attachments/{Checked(filename)}", cancellationToken);

    /// <summary>What a file of evidence is.</summary>
    public Task<ClaimAttachment> InfoOfEvidenceAsync(long claimId, string filename, CancellationToken cancellationToken = default) =>
        ReadAsync($"{Of(claimId)}/attachments-evidences/{Checked(filename)}", cancellationToken);

    /// <summary>The bytes of a message's file, whatever they are: strangers sent them.</summary>
    public Task<ReadOnlyMemory<byte>> DownloadAsync(long claimId, string filename, CancellationToken cancellationToken = default) =>
        FileTransfer.DownloadAsync(_http, $"{Of(claimId)}/attachments/{Checked(filename)}/download", cancellationToken);

    /// <summary>The bytes of a file of evidence.</summary>
    public Task<ReadOnlyMemory<byte>> DownloadOfEvidenceAsync(long claimId, string filename, CancellationToken cancellationToken = default) =>
        FileTransfer.DownloadAsync(_http, $"{Of(claimId)}/attachments-evidences/{Checked(filename)}/download", cancellationToken);

    private async Task<ClaimAttachment> UploadToAsync(string address, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (Refusal(name, content.Length) is { } refusal)
            throw new ArgumentException($"{refusal} Nothing was sent.", nameof(name));
        return await FileTransfer.UploadAsync<ClaimAttachment>(_http, address, name, Types[Path.GetExtension(name)], content, file => file.Key, cancellationToken);
    }

    private async Task<ClaimAttachment> ReadAsync(string address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        using var response = await _http.SendAsync(request, cancellationToken);
        try
        {
            return await response.Content.ReadFromJsonAsync<ClaimAttachment>(MercadoLibreJson.Options, cancellationToken) ?? throw new JsonException("it is empty");
        }
        catch (JsonException e)
        {
            throw await ResponseErrors.UnreadableAsync(response, e, cancellationToken);
        }
    }

    private static string Of(long claimId) => FormattableString.Invariant($"post-purchase/v1/claims/{claimId}");

    private static string Checked(string filename) =>
        MessageFiles.IsName(filename) ? filename : throw new ArgumentException("This is no name that the platform gives a file; nothing was asked for.", nameof(filename));
}
