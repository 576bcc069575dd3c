namespace MeliBot.MercadoLibre;

/// <summary>The exceptions of answers that came but can't be used.</summary>
internal static class ResponseErrors
{
    public static bool IsHtml(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type && type.Contains("html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null for a success. 206 is one: a part failed, the rest is usable.</summary>
    public static async ValueTask<MercadoLibreException?> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken = default)
    {
        var status = (int)response.StatusCode;
        if (status is >= 200 and < 300)
            return null;
        var request = response.RequestMessage is { } message ? FailedRequest.From(message) : default;
        if (status is >= 300 and < 400)
            return new MercadoLibreException(new MercadoLibreError
            {
                Status = status,
                Kind = ErrorKind.Unavailable,
                Request = request.ToString(),
                Message = "The platform's edge answered with a redirect, which is never followed, because the token must not go elsewhere.",
                WhatToDo = "If it stays so, check MercadoLibre:BaseUrl and whether a proxy stands in between.",
            });

        // The pipeline has read the body already, so this can't block.
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var error = ErrorReader.Read(status, body, request, RetryAfter.Read(response, time));
        var details = ExecutionDetails.Read(response);
        return new MercadoLibreException(details.Count == 0 ? error : error with { Causes = [.. error.Causes, .. details] });
    }

    public static async ValueTask<MercadoLibreException> UnreadableAsync(HttpResponseMessage response, Exception cause, CancellationToken cancellationToken = default)
    {
        var request = response.RequestMessage is { } message ? FailedRequest.From(message) : default;
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var read = ErrorReader.Read((int)response.StatusCode, body, request);
        return new MercadoLibreException(
            read with
            {
                Kind = ErrorKind.Unreadable,
                Code = null,
                Message = IsHtml(response)
                    ? "The platform's edge answered with a page instead of data."
                    : $"The platform's answer can't be read: {cause.Message.TrimEnd('.')}.",
                WhatToDo = ErrorAdvice.For(ErrorKind.Unreadable, request, new ErrorParts(ErrorShape.Json)),
                IsAmbiguous = request.IsWrite,
            },
            cause);
    }
}
