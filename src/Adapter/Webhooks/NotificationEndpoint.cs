using System.Buffers;
using System.Net;
using MeliBot.Adapter.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Webhooks;

/// <summary>
/// The address that the platform notifies. 200 means durable, or that there is nothing to keep; everybody who knows the secret gets the same empty 200, linked or not, well-formed or not.
/// Whoever doesn't, or comes from elsewhere, gets the 404 of an address that doesn't exist, so that a wrong callback address shows in the platform's own statistics. 408, 429 and 503 ask to repeat.
/// </summary>
public sealed class NotificationEndpoint : IDisposable
{
    /// <summary>The route value that holds the secret.</summary>
    public const string SecretRouteValue = "secret";

    /// <summary>Where the endpoint is mapped by default; the callback address in the developer centre is the host's followed by this.</summary>
    public const string Route = "/notifications/{" + SecretRouteValue + "}";

    private readonly NotificationOptions _options;
    private readonly NotificationSecrets _secrets;
    private readonly AddressList _sources;
    private readonly AddressList _proxies;
    private readonly Admission _admission;
    private readonly ReadingRoom _reading;
    private readonly NotificationReceiver _receiver;
    private readonly NotificationMeters _meters;
    private readonly TimeProvider _time;
    private readonly ILogger<NotificationEndpoint> _logger;

    public NotificationEndpoint(NotificationReceiver receiver, NotificationMeters meters, IOptions<NotificationOptions> options, TimeProvider time, ILogger<NotificationEndpoint> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _secrets = new(_options.Secrets);
        _sources = new(_options.Sources);
        _proxies = new(_options.TrustedProxies);
        _admission = new(_options, time);
        _reading = new(_options.MaxConcurrent);
        _receiver = receiver;
        _meters = meters;
        _time = time;
        _logger = logger;
    }

    public async Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var started = _time.GetTimestamp();
        var (verdict, topic) = await JudgeAsync(context);
        _meters.Count(verdict, topic, _time.GetElapsedTime(started));
        if (context.RequestAborted.IsCancellationRequested) return;

        var response = context.Response;
        response.StatusCode = verdict switch
        {
            NotificationVerdict.WrongSecret or NotificationVerdict.WrongSource => StatusCodes.Status404NotFound,
            NotificationVerdict.Incomplete => StatusCodes.Status408RequestTimeout,
            NotificationVerdict.TooMany => StatusCodes.Status429TooManyRequests,
            NotificationVerdict.Overloaded or NotificationVerdict.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status200OK,
        };
        if (response.StatusCode is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable) response.Headers.RetryAfter = "5";
        response.ContentLength = 0;
    }

    public void Dispose() => _admission.Dispose();

    private async ValueTask<(NotificationVerdict Verdict, string? Topic)> JudgeAsync(HttpContext context)
    {
        var source = Source(context);
        if (!_admission.WithinRate(source)) return Shed(NotificationVerdict.TooMany);
        if (!_secrets.Match(SecretAddresses.SecretOf(context))) return Refuse(NotificationVerdict.WrongSecret, "the address holds no valid secret.");
        if (!_sources.IsEmpty && !_sources.Contains(source)) return Refuse(NotificationVerdict.WrongSource, $"{source} isn't in {NotificationOptions.Section}:Sources.");
        if (context.Request.ContentLength > _options.MaxBody) return Refuse(NotificationVerdict.TooLong, $"its body has {context.Request.ContentLength} bytes.");

        var buffer = new byte[_options.MaxBody + 1];
        var length = await ReadAsync(context, buffer);
        if (length < 0) return Refuse(NotificationVerdict.Incomplete, "its body didn't arrive whole and in time.");
        if (length > _options.MaxBody) return Refuse(NotificationVerdict.TooLong, $"its body has more than {_options.MaxBody} bytes.");

        // Only now: who is slow to send holds nobody up who waits for the store.
        if (!_admission.Enter()) return Shed(NotificationVerdict.Overloaded);
        try
        {
            return await _receiver.ReceiveAsync(buffer.AsMemory(0, length), context.RequestAborted);
        }
        finally
        {
            _admission.Leave();
        }
    }

    private (NotificationVerdict, string?) Shed(NotificationVerdict verdict)
    {
        if (_admission.ShouldSay(out var count)) WebhookLog.Shedding(_logger, verdict, count);
        return (verdict, null);
    }

    private (NotificationVerdict, string?) Refuse(NotificationVerdict verdict, string why)
    {
        WebhookLog.Refused(_logger, verdict, why);
        return (verdict, null);
    }

    /// <summary>The number of bytes read, one more than allowed at most; negative when the body didn't arrive.</summary>
    private async ValueTask<int> ReadAsync(HttpContext context, Memory<byte> buffer)
    {
        // A server that cuts the body off throws; this endpoint stops reading by itself.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = null;
        try
        {
            return ReadArrived(context, buffer.Span) ?? await ReadArrivingAsync(context, buffer);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or BadHttpRequestException)
        {
            return -1;
        }
    }

    /// <summary>Nearly every body arrives with its headers and needs no clock to wait for it. Null when this one hasn't; nothing is taken then.</summary>
    private static int? ReadArrived(HttpContext context, Span<byte> buffer)
    {
        if (context.Request.ContentLength is not { } length || length == 0 || !context.Request.BodyReader.TryRead(out var arrived)) return null;
        var body = arrived.Buffer;
        if (body.Length < length)
        {
            context.Request.BodyReader.AdvanceTo(body.Start);
            return null;
        }

        body.CopyTo(buffer);
        context.Request.BodyReader.AdvanceTo(body.End);
        return (int)length;
    }

    private async ValueTask<int> ReadArrivingAsync(HttpContext context, Memory<byte> buffer)
    {
        using var budget = new CancellationTokenSource(_options.ReadBudget, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, context.RequestAborted);
        using var seat = _reading.Enter(either);
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await context.Request.Body.ReadAsync(buffer[length..], either.Token);
            if (read == 0) break;
            length += read;
        }

        return length;
    }

    /// <summary>The connection's address; behind proxies that are trusted, the last address in X-Forwarded-For that isn't one of them.</summary>
    private IPAddress? Source(HttpContext context)
    {
        var source = context.Connection.RemoteIpAddress;
        if (_proxies.IsEmpty || !_proxies.Contains(source)) return source;
        var forwarded = context.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = forwarded.Length - 1; i >= 0; i--)
        {
            if (!IPEndPoint.TryParse(forwarded[i], out var hop)) return source;
            source = hop.Address;
            if (!_proxies.Contains(source)) return source;
        }

        return source;
    }
}
