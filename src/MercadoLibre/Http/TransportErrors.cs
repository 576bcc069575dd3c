using Polly.Timeout;

namespace MeliBot.MercadoLibre;

/// <summary>The exceptions of calls that brought no answer.</summary>
internal static class TransportErrors
{
    /// <returns>Null for what must go on as it is: the caller's own cancellation, bugs, and errors that are already ours.</returns>
    public static MercadoLibreException? Translate(HttpRequestMessage request, Exception exception, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested && exception is OperationCanceledException)
            return null;
        if (exception is not (HttpRequestException or IOException or TimeoutRejectedException or OperationCanceledException or TimeoutException))
            return null;

        var failed = FailedRequest.From(request);
        var never = exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError };
        var timedOut = exception is TimeoutRejectedException or OperationCanceledException or TimeoutException;
        return new MercadoLibreException(
            new MercadoLibreError
            {
                Kind = ErrorKind.Unavailable,
                Request = failed.ToString(),
                Message = timedOut ? "The platform didn't answer in time." : never ? $"The platform can't be reached ({exception.Message})." : "The connection broke before the answer was there.",
                WhatToDo = never && failed.IsWrite ? "Nothing was sent. It usually passes by itself: try again later." : ErrorAdvice.For(ErrorKind.Unavailable, failed, new ErrorParts(ErrorShape.Empty)),
                IsAmbiguous = failed.IsWrite && !never,
            },
            exception);
    }
}
