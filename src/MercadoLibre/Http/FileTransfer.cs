using System.Net.Http.Headers;
using System.Text.Json;

namespace MeliBot.MercadoLibre;

/// <summary>Files go up as a form with one field, and come down as they are.</summary>
internal static class FileTransfer
{
    /// <summary>Never repeated by the client.</summary>
    /// <param name="http">The account's.</param>
    /// <param name="address">Relative to the platform.</param>
    /// <param name="name">As its reader will see it.</param>
    /// <param name="contentType">Such as <c>image/png</c>.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="key">The name that the answer gives it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<T> UploadAsync<T>(
        HttpClient http, string address, string name, string contentType, ReadOnlyMemory<byte> content, Func<T, string?> key, CancellationToken cancellationToken)
        where T : class
    {
        using var file = new ReadOnlyMemoryContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        // Quoted by hand: the built-in form also sends filename*, which the platform's old readers take for part of the name.
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = $"\"{name.Replace('"', '\'')}\"" };
        using var form = new MultipartFormDataContent { file };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = form };
        CallContext.SetTransfer(request);
        using var response = await http.SendAsync(request, cancellationToken);
        try
        {
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return JsonSerializer.Deserialize<T>(bytes, MercadoLibreJson.Options) is { } uploaded && key(uploaded) is { Length: > 0 }
                ? uploaded
                : throw new JsonException("it names no file");
        }
        catch (JsonException e)
        {
            throw await ResponseErrors.UnreadableAsync(response, e, cancellationToken);
        }
    }

    /// <summary>The file's bytes, whatever they are: strangers sent them.</summary>
    public static async Task<ReadOnlyMemory<byte>> DownloadAsync(HttpClient http, string address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        CallContext.SetTransfer(request);
        using var response = await http.SendAsync(request, cancellationToken);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }
}
