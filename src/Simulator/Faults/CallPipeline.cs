using System.Globalization;

namespace MeliBot.Simulator;

/// <summary>Every platform call passes here: it is journaled, counted, limited and, where a fault is in force, spoilt.</summary>
internal sealed class CallPipeline(World world, RequestDelegate next)
{
    public const string ApplicationItem = "application";
    public const string UserItem = "user";
    public const string FaultItem = "fault";

    private const string EdgePage =
        "<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>openresty</center>\r\n</body>\r\n</html>\r\n";

    public async Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        if (path.StartsWith("/_control", StringComparison.Ordinal) || path.StartsWith("/play", StringComparison.Ordinal) || path is "/" or "/favicon.ico")
        {
            await next(http);
            return;
        }

        // Identified before the fault, so that the journal names who was hit.
        Caller.Identify(http, world);
        var caller = http.Features.Get<Caller>();
        var (app, user) = (caller?.Application.Id, caller?.UserId);
        var method = http.Request.Method;
        var door = method + " " + ((http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? path);
        world.Patience.Arrived(method, door, app, user);

        var fault = world.Faults.PickForCall(method, path, app, user);
        if (fault is null && app is { } id && (!world.Patience.MayCall(id) || (path.StartsWith("/messages/", StringComparison.Ordinal) && !world.Patience.MayCallMessages(id, method == "GET"))))
        {
            fault = new() { Kind = FaultKind.TooManyRequests, Form = TooManyRequestsForm.Local };
        }

        var reply = new Outcome();
        try
        {
            if (fault is null) await next(http);
            else await SpoilAsync(http, fault, reply);
        }
        finally
        {
            app ??= http.Items[ApplicationItem] as long?;
            user ??= http.Items[UserItem] as long?;
            var status = reply.Cut ? (int?)null : http.Response.StatusCode;
            world.Journal.Call(method, path, http.Request.QueryString.Value ?? "", status, app, user, fault?.Kind.ToString());
            world.Patience.Answered(door, status, fault?.Kind == FaultKind.TooManyRequests ? fault.RetryAfter : null, app, user);
        }
    }

    private async Task SpoilAsync(HttpContext http, Fault fault, Outcome reply)
    {
        switch (fault.Kind)
        {
            case FaultKind.TooManyRequests:
                await LimitAsync(http, fault);
                break;
            case FaultKind.ServerError:
                await ServerErrorAsync(http, fault.Status);
                break;
            case FaultKind.Reply:
                await Reply.Raw(fault.Body, fault.Status).ExecuteAsync(http);
                break;
            case FaultKind.HtmlForbidden:
                await Reply.Html(EdgePage, 403).ExecuteAsync(http);
                break;
            case FaultKind.Reset:
                Cut(http, reply);
                break;
            case FaultKind.Hang:
                await HoldAsync(http, fault.Hold);
                Cut(http, reply);
                break;
            case FaultKind.Slow:
                await HoldAsync(http, fault.Hold);
                await next(http);
                break;
            case FaultKind.StaleRead or FaultKind.NotFoundAfterNotice:
                http.Items[FaultItem] = fault;
                await next(http);
                break;
            case FaultKind.LateEffect:
                await LateAsync(http, fault);
                break;
            default:
                await AfterEffectAsync(http, fault, reply);
                break;
        }
    }

    private async Task AfterEffectAsync(HttpContext http, Fault fault, Outcome reply)
    {
        var wire = http.Response.Body;
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = wire;
        }

        switch (fault.Kind)
        {
            case FaultKind.HangAfter:
                await HoldAsync(http, fault.Hold);
                Cut(http, reply);
                break;
            case FaultKind.BadGatewayAfter:
                http.Response.Headers.Clear();
                await ServerErrorAsync(http, 502);
                break;
            case FaultKind.TruncatedJson:
                await http.Response.Body.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length / 2), CancellationToken.None);
                break;
            case FaultKind.CutReply:
                http.Response.ContentLength = kept.Length;
                await http.Response.Body.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length / 2), CancellationToken.None);
                await http.Response.Body.FlushAsync(CancellationToken.None);
                Cut(http, reply);
                break;
            default:
                Cut(http, reply);
                break;
        }
    }

    /// <summary>The gateway gives up and says so; the effect comes later, to nobody.</summary>
    private async Task LateAsync(HttpContext http, Fault fault)
    {
        world.Core.LateEffect(+1);
        try
        {
            var arrived = world.Clock.GetTimestamp();
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, CancellationToken.None);
            body.Position = 0;
            await HoldAsync(http, fault.Hold);
            // The connection is busy with this request until the effect: the client must not use it for another one.
            http.Response.Headers.Connection = "close";
            await ServerErrorAsync(http, 504);
            await http.Response.CompleteAsync();

            var left = fault.Lag - world.Clock.GetElapsedTime(arrived);
            if (left > TimeSpan.Zero) await Task.Delay(left, world.Clock, CancellationToken.None);
            await ReplayAsync(http, body);
        }
        finally
        {
            world.Core.LateEffect(-1);
        }
    }

    private async Task ReplayAsync(HttpContext http, MemoryStream body)
    {
        var again = new DefaultHttpContext { RequestServices = http.RequestServices };
        again.Request.Method = http.Request.Method;
        again.Request.Path = http.Request.Path;
        again.Request.QueryString = http.Request.QueryString;
        foreach (var header in http.Request.Headers) again.Request.Headers[header.Key] = header.Value;
        again.Request.Body = body;
        again.Response.Body = Stream.Null;
        again.SetEndpoint(http.GetEndpoint());
        foreach (var value in http.Request.RouteValues) again.Request.RouteValues[value.Key] = value.Value;
        await next(again);
    }

    private async Task LimitAsync(HttpContext http, Fault fault)
    {
        if (fault.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        var form = fault.Form == TooManyRequestsForm.Any ? (TooManyRequestsForm)world.Core.Next((int)TooManyRequestsForm.Any) : fault.Form;
        var result = form switch
        {
            TooManyRequestsForm.Empty => Reply.Empty(429),
            TooManyRequestsForm.Text => Reply.Text("local_rate_limited", 429),
            TooManyRequestsForm.Local => Reply.Ok(new System.Text.Json.Nodes.JsonObject { ["status"] = 429, ["error"] = "local_rate_limited" }, 429),
            TooManyRequestsForm.OverQuota => Reply.Ok(
                new System.Text.Json.Nodes.JsonObject { ["error"] = "too_many_requests", ["message"] = "client.id over quota", ["status"] = 429 }, 429),
            _ => Reply.Error(429, "too_many_requests", "Too Many Requests"),
        };
        await result.ExecuteAsync(http);
    }

    private static Task ServerErrorAsync(HttpContext http, int status)
    {
        var (error, message) = status switch
        {
            502 => ("bad_gateway", "Bad Gateway"),
            503 => ("service_not_available", "Service not available"),
            504 => ("gateway_timeout", "Gateway Timeout"),
            _ => ("internal_server_error", "Internal Server Error"),
        };
        return Reply.Error(status, error, message).ExecuteAsync(http);
    }

    private async Task HoldAsync(HttpContext http, TimeSpan hold)
    {
        if (hold <= TimeSpan.Zero) return;
        try
        {
            await Task.Delay(hold, world.Clock.Wall, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client gave up first.
        }
    }

    private static void Cut(HttpContext http, Outcome reply)
    {
        reply.Cut = true;
        http.Abort();
    }

    private sealed class Outcome
    {
        public bool Cut { get; set; }
    }
}

internal static class ReadFaults
{
    public static TimeSpan ReadLag(this HttpContext http) =>
        http.Items[CallPipeline.FaultItem] is Fault { Kind: FaultKind.StaleRead } fault ? fault.Lag : TimeSpan.Zero;

    public static bool TooYoung(this HttpContext http, WorldQuestion question, World world) => http.TooYoung(question.Created, world);

    public static bool TooYoung(this HttpContext http, DateTimeOffset created, World world) =>
        http.Items[CallPipeline.FaultItem] is Fault { Kind: FaultKind.NotFoundAfterNotice } fault && world.Clock.GetUtcNow() - created < fault.Lag;
}
