using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace MeliBot.MercadoLibre;

/// <summary>Turns any answer that isn't a success into one <see cref="MercadoLibreError"/>. Never throws.</summary>
public static class ErrorReader
{
    private const int KeptBody = 4096;
    private const int LongestBody = 256 * 1024;
    private static readonly Regex _anyToken = new("(APP_USR|TG)-[A-Za-z0-9_-]{8,}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <param name="status">The HTTP status; it decides the kind, because bodies contradict it. 0 = take it from the body.</param>
    /// <param name="body">The body as it came: JSON of any envelope, text, HTML or nothing.</param>
    /// <param name="request">The request, for the message and because a failed write may have had its effect.</param>
    /// <param name="retryAfter">The header, if there was one.</param>
    public static MercadoLibreError Read(int status, ReadOnlySpan<byte> body, FailedRequest request = default, TimeSpan? retryAfter = null)
    {
        var raw = Text(body);
        var parts = ErrorParts.Parse(raw);
        if (status <= 0)
            status = parts.Status ?? 0;

        var kind = ErrorClassifier.Classify(status, parts, request);
        return new MercadoLibreError
        {
            Status = status,
            Code = parts.Code,
            Kind = kind,
            Message = Sentence(parts.Message ?? Describe(status, parts)),
            WhatToDo = ErrorAdvice.For(kind, request, parts),
            Causes = parts.Causes,
            RetryAfter = retryAfter,
            Request = request.ToString() is { Length: > 0 } name ? name : null,
            IsAmbiguous = request.IsWrite && (status >= 500 || status is 408 or 499),
            RawBody = raw.Length == 0 ? null : raw.Length > KeptBody ? raw[..KeptBody] : raw,
        };
    }

    private static string Text(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        var text = Encoding.UTF8.GetString(body.Length > LongestBody ? body[..LongestBody] : body).Trim();
        // An echo of what was sent must not carry a token into a log or onto a page.
        return _anyToken.Replace(text, "***");
    }

    private static string Describe(int status, ErrorParts parts)
    {
        var name = status > 0 ? $"HTTP {status}{(Enum.IsDefined((HttpStatusCode)status) ? $" {(HttpStatusCode)status}" : "")}" : "an error of unknown status";
        return parts.Shape switch
        {
            ErrorShape.Empty => $"The platform answered {name} : its body is empty",
            ErrorShape.Html => $"The platform's edge answered {name}: a page instead of data",
            _ => $"The platform answered {name}",
        };
    }

    private static string Sentence(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' ? text : text + ".";
}

/// <summary>What was asked, as far as an error needs to know.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Path">Without the query.</param>
public readonly record struct FailedRequest(string? Method, string? Path)
{
    public bool IsWrite => Method is { Length: > 0 } && Method is not ("GET" or "HEAD" or "OPTIONS");

    public static FailedRequest From(HttpRequestMessage request) =>
        new(request.Method.Method.ToUpperInvariant(), request.RequestUri is { IsAbsoluteUri: true } uri ? uri.AbsolutePath : request.RequestUri?.OriginalString.Split('?')[0]);

    public override string ToString() => Method is null && Path is null ? "" : $"{Method} {Path}".Trim();
}
