using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MeliBot.Inbox.Hosting;

/// <summary>A file that strangers sent: always something to save and never something that the browser shows, whatever it is.</summary>
internal static class StrangersFile
{
    private const int LongestName = 150;

    public static IResult Save(HttpContext http, string name, ReadOnlyMemory<byte> content)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(Harmless(name));
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(content, "application/octet-stream");
    }

    // What a stranger calls a file may not lead anywhere, nor turn the name around.
    private static string Harmless(string name) =>
        string.Concat(name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format && c is not ('/' or '\\' or ':' or '"')).Take(LongestName)).Trim(' ', '.') is { Length: > 0 } kept ? kept : "file";
}
