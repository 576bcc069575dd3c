using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MeliBot.MercadoLibre.Tests;

/// <summary>Retries, timeouts, redirects and refused tokens, over real sockets.</summary>
public sealed class PipelineTests
{
    private static readonly AnswerRequest _answer = new(1, "Sí");

    public static TheoryData<string> Faults => new("500", "502", "503", "504", "408", "429", "reset", "html 403", "hang");

    private static Task FailAsync(HttpContext context, string fault) => fault switch
    {
        "reset" => context.ResetAsync(),
        "hang" => context.HangAsync(),
        "html 403" => context.HtmlAsync(403),
        _ => context.JsonAsync("", int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_read_survives_a_fault(string fault)
    {
        await using var platform = await FakePlatform.StartAsync((context, n) => n == 1 ? FailAsync(context, fault) : context.JsonAsync(Fixtures.Question));
        await using var test = await new TestClient(platform, o => (o.AttemptTimeout, o.Budget.CallsPerSecond) = (TimeSpan.FromSeconds(fault == "hang" ? 0.3 : 10), 1000)).LinkedAsync();

        (await test.Me.Questions.GetAsync(11700000001)).Id.ShouldBe(11700000001);
        platform.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_write_is_sent_once_whatever_happens_to_it(string fault)
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => FailAsync(context, fault));
        await using var test = await new TestClient(platform, o => o.AttemptTimeout = TimeSpan.FromSeconds(fault == "hang" ? 0.3 : 10)).LinkedAsync();

        var error = (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.AnswerAsync(_answer))).Error;

        platform.Requests.Count.ShouldBe(1);
        error.Request.ShouldBe("POST /answers");
        error.IsTransient.ShouldBeTrue();
        error.IsAmbiguous.ShouldBe(fault is not ("429" or "html 403"));
    }

    [Fact]
    public async Task A_write_that_gets_401_is_not_sent_again_but_the_next_one_has_a_good_token()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) =>
            context.Request.Path == "/oauth/token" ? context.JsonAsync(TokenEndpoint.Answer(2))
            : context.Request.Headers.Authorization == "Bearer APP_USR-canary-access-2" ? context.JsonAsync(Fixtures.Question)
            : context.JsonAsync("""{"code":"unauthorized","message":"invalid access token"}""", 401));
        await using var test = await new TestClient(platform).LinkedAsync();

        (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.AnswerAsync(_answer))).Error.Kind.ShouldBe(ErrorKind.Unauthorized);
        platform.Requests.Count(r => r.Target == "/answers").ShouldBe(1);
        await test.Me.Questions.AnswerAsync(_answer);
        platform.Requests.Count(r => r.Target == "/answers").ShouldBe(2);
    }

    [Fact]
    public async Task A_read_that_gets_401_is_sent_once_more_with_a_fresh_token()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) =>
            context.Request.Path == "/oauth/token" ? context.JsonAsync(TokenEndpoint.Answer(2))
            : context.Request.Headers.Authorization == "Bearer APP_USR-canary-access-2" ? context.JsonAsync(Fixtures.Question)
            : context.JsonAsync("""{"code":"unauthorized","message":"invalid access token"}""", 401));
        await using var test = await new TestClient(platform).LinkedAsync();

        (await test.Me.Questions.GetAsync(11700000001)).Id.ShouldBe(11700000001);
        platform.Requests.Select(r => r.Target.Split('?')[0]).ShouldBe(["/questions/11700000001", "/oauth/token", "/questions/11700000001"]);
    }

    [Fact]
    public async Task A_read_that_keeps_getting_401_stops_after_the_second()
    {
        var token = 1;
        await using var platform = await FakePlatform.StartAsync((context, _) =>
            context.Request.Path == "/oauth/token" ? context.JsonAsync(TokenEndpoint.Answer(++token)) : context.JsonAsync("{}", 401));
        await using var test = await new TestClient(platform).LinkedAsync();

        (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.GetAsync(1))).Error.Kind.ShouldBe(ErrorKind.Unauthorized);
        platform.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_read_gives_up_after_its_retries_with_the_platforms_words()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync("""{"message":"Service not available","error":"service_not_available","status":503}""", 503));
        await using var test = await new TestClient(platform, o => o.ReadRetries = 2).LinkedAsync();

        var error = (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.GetAsync(1))).Error;
        error.Code.ShouldBe("service_not_available");
        error.Kind.ShouldBe(ErrorKind.Unavailable);
        platform.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(451)]
    public async Task A_refused_read_isnt_repeated(int status)
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync("{}", status));
        await using var test = await new TestClient(platform).LinkedAsync();

        (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.GetAsync(1))).Error.Status.ShouldBe(status);
        platform.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Retry_After_is_waited_for()
    {
        var time = Clock.At();
        var arrivals = new List<DateTimeOffset>();
        await using var platform = await FakePlatform.StartAsync((context, n) =>
        {
            arrivals.Add(time.GetUtcNow());
            if (n > 1)
                return context.JsonAsync(Fixtures.Question);
            context.Response.Headers.RetryAfter = "7";
            return context.JsonAsync("", 429);
        });
        await using var test = await new TestClient(platform, o => (o.AttemptTimeout, o.Budget.LongestWait) = (TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(50)), time).LinkedAsync();

        await time.RunUntilAsync(test.Me.Questions.GetAsync(11700000001));

        (arrivals[1] - arrivals[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_Retry_After_that_is_too_long_goes_to_the_caller()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return context.JsonAsync("", 429);
        });
        await using var test = await new TestClient(platform).LinkedAsync();

        var error = (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.GetAsync(1))).Error;
        error.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        error.Kind.ShouldBe(ErrorKind.RateLimited);
        platform.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    public async Task A_redirect_is_never_followed(int status)
    {
        await using var elsewhere = await FakePlatform.StartAsync();
        await using var platform = await FakePlatform.StartAsync((context, _) =>
        {
            context.Response.Headers.Location = elsewhere.Url.AbsoluteUri;
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await using var test = await new TestClient(platform).LinkedAsync();

        var error = (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.GetAsync(1))).Error;
        error.Status.ShouldBe(status);
        elsewhere.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_that_stops_halfway_is_a_fault_like_any_other()
    {
        await using var platform = await FakePlatform.StartAsync(async (context, n) =>
        {
            if (n > 1)
            {
                await context.JsonAsync(Fixtures.Question);
                return;
            }

            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"id\":");
            await context.Response.Body.FlushAsync();
            await context.HangAsync();
        });
        await using var test = await new TestClient(platform, o => o.AttemptTimeout = TimeSpan.FromSeconds(0.5)).LinkedAsync();

        (await test.Me.Questions.GetAsync(11700000001)).Id.ShouldBe(11700000001);
    }

    [Fact]
    public async Task A_server_that_isnt_there_was_sent_nothing()
    {
        await using var platform = await FakePlatform.StartAsync();
        await using var test = await new TestClient(platform, o => o.BaseUrl = new Uri("http://127.0.0.1:1")).LinkedAsync();

        var error = (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.AnswerAsync(_answer))).Error;
        error.Kind.ShouldBe(ErrorKind.Unavailable);
        error.IsAmbiguous.ShouldBeFalse();
    }

    [Fact]
    public async Task The_callers_cancellation_is_his_own()
    {
        var arrived = new TaskCompletionSource();
        await using var platform = await FakePlatform.StartAsync((context, _) =>
        {
            arrived.TrySetResult();
            return context.HangAsync();
        });
        await using var test = await new TestClient(platform).LinkedAsync();
        using var stop = new CancellationTokenSource();

        var call = test.Me.Questions.GetAsync(1, stop.Token);
        await arrived.Task;
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call);
        platform.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task A_write_on_a_connection_that_died_quietly_is_not_repeated_by_the_socket_layer(string method)
    {
        using var server = new DyingServer();
        await using var platform = await FakePlatform.StartAsync();
        await using var test = await new TestClient(platform, o => o.BaseUrl = server.Url).LinkedAsync();
        await test.Me.Users.MeAsync();

        var error = (await Should.ThrowAsync<MercadoLibreException>(() => method == "POST" ? test.Me.Questions.AnswerAsync(_answer) : test.Me.Questions.DeleteAsync(1))).Error;

        error.IsAmbiguous.ShouldBeTrue();
        server.Writes.ShouldBe(1);
    }

    /// <summary>Serves one request of each connection, keeps it open, reads the next one and closes without a word.</summary>
    private sealed class DyingServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private int _writes;

        public DyingServer()
        {
            _listener.Start();
            _ = AcceptAsync();
        }

        public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

        public int Writes => Volatile.Read(ref _writes);

        public void Dispose() => _listener.Dispose();

        private async Task AcceptAsync()
        {
            while (true)
            {
                TcpClient client;
                try
                {
                    client = await _listener.AcceptTcpClientAsync();
                }
                catch (Exception e) when (e is SocketException or ObjectDisposedException)
                {
                    return;
                }

                _ = ServeAsync(client);
            }
        }

        private async Task ServeAsync(TcpClient client)
        {
            using (client)
            {
                var stream = client.GetStream();
                var buffer = new byte[8192];
                for (var served = 0; ; served++)
                {
                    var text = "";
                    while (!text.Contains("\r\n\r\n", StringComparison.Ordinal))
                    {
                        var read = await stream.ReadAsync(buffer);
                        if (read == 0)
                            return;
                        text += Encoding.ASCII.GetString(buffer, 0, read);
                    }

                    if (!text.StartsWith("GET", StringComparison.Ordinal))
                        Interlocked.Increment(ref _writes);
                    if (served > 0)
                        return;
                    await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n{\"id\":1}"u8.ToArray());
                }
            }
        }
    }
}
