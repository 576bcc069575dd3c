using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace MeliBot.MercadoLibre.Tests;

/// <summary>A token endpoint with the platform's rule: a refresh token works once, and only the newest.</summary>
internal sealed class TokenEndpoint
{
    private int _issued = 1;

    public int Issued => Volatile.Read(ref _issued);

    public ConcurrentQueue<string> Used { get; } = [];

    /// <summary>Runs before a refresh is answered; false when it has answered itself.</summary>
    public Func<HttpContext, Task<bool>> Before { get; set; } = _ => Task.FromResult(true);

    public static string Answer(int number, long account = TestClient.Account) =>
        $$"""{"access_token":"APP_USR-canary-access-{{number}}","token_type":"Bearer","expires_in":21600,"scope":"offline_access read write","user_id":{{account}},"refresh_token":"TG-canary-refresh-{{number}}"}""";

    public async Task HandleAsync(HttpContext context, string body)
    {
        var form = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(body);
        if (!await Before(context))
            return;
        if (form["client_secret"] != TestClient.Secret)
        {
            await context.JsonAsync("""{"error":"invalid_client","message":"credenciales inv&aacute;lidas","status":400,"cause":[]}""", 400);
            return;
        }

        var refresh = form["refresh_token"].ToString();
        Used.Enqueue(refresh);
        var now = Volatile.Read(ref _issued);
        if (refresh != $"TG-canary-refresh-{now}" || Interlocked.CompareExchange(ref _issued, now + 1, now) != now)
            await context.JsonAsync("""{"error_description":"it was already used","error":"invalid_grant","status":400,"cause":[]}""", 400);
        else
            await context.JsonAsync(Answer(now + 1));
    }

    public Task<FakePlatform> StartAsync() => FakePlatform.StartAsync().ContinueWith(
        started =>
        {
            var platform = started.Result;
            platform.Answer = (context, n) => HandleAsync(context, platform.Requests.ElementAt(n - 1).Body);
            return platform;
        },
        TaskScheduler.Default);
}
