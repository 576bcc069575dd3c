using System.Collections.Concurrent;
using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>
/// The outermost of every pipeline: whatever isn't a usable answer leaves it as one <see cref="MercadoLibreException"/>. Here and not
/// in the generated clients, because those treat calls without a result differently and take an empty answer for a null one.
/// </summary>
internal sealed class ErrorHandler(TimeProvider time) : DelegatingHandler
{
    // Of what is longer, the reader says itself what is wrong.
    private const int LongestNothing = 16;

    private static readonly ConcurrentDictionary<(Type, string), bool> _readers = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (Exception e) when (TransportErrors.Translate(request, e, cancellationToken) is { } failure)
        {
            throw new MercadoLibreException(failure.Error, e);
        }

        if (response.IsSuccessStatusCode && response.Content.Headers.ContentLength is > LongestNothing)
            return response;
        var error = await ResponseErrors.ReadAsync(response, time, cancellationToken);
        if (error is null && IsRead(request) && await IsNothingAsync(response, cancellationToken))
            error = await ResponseErrors.UnreadableAsync(response, new InvalidDataException("it is empty"), cancellationToken);
        if (error is null)
            return response;
        response.Dispose();
        throw error;
    }

    private static async ValueTask<bool> IsNothingAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var text = body.AsSpan().Trim(" \t\r\n"u8);
        return text.IsEmpty || text.SequenceEqual("null"u8);
    }

    /// <summary>True when somebody will read the answer's body.</summary>
    private static bool IsRead(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(new HttpRequestOptionsKey<Type>(HttpRequestMessageOptions.InterfaceType), out var api)
            || !request.Options.TryGetValue(new HttpRequestOptionsKey<string>(HttpRequestMessageOptions.MethodName), out var method))
            return true;
        return _readers.GetOrAdd((api, method), static call => call.Item1.GetMethod(call.Item2)?.ReturnType.IsGenericType ?? true);
    }
}
