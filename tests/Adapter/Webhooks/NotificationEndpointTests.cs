using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Tests.Webhooks;

/// <summary>Through a real Kestrel on a free port.</summary>
public sealed class NotificationEndpointTests
{
    private const string Secret = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private const string Next = "q1w2E3r4T5y6U7i8O9p0-_";
    private const string Good = """{"_id":"a","resource":"/questions/11700000001","user_id":100,"topic":"questions","application_id":830,"attempts":1,"sent":"2026-01-02T03:04:05Z","received":"2026-01-02T03:04:05Z"}""";

    [Fact]
    public async Task A_notification_of_a_linked_account_is_durable_before_its_200()
    {
        await using var host = await Host.StartAsync();
        var answer = await host.PostAsync(Good);
        answer.ShouldBe((200, 0));
        var hint = host.Queue.Sent.ShouldHaveSingleItem();
        hint.ShouldSatisfyAllConditions(
            h => h.Account.ShouldBe(100),
            h => h.Topic.ShouldBe("questions"),
            h => h.Resource.ShouldBe("/questions/11700000001"),
            h => h.Source.ShouldBe("notification"));
        host.Verdicts.ShouldBe([NotificationVerdict.Accepted]);
        host.Meters.LastByTopic.Keys.ShouldBe(["questions"]);
    }

    [Theory]
    [InlineData("""{"id":"a","resource":"questions/11700000001","user_id":"100","topic":"QUESTIONS","application_id":"830","recieved":"2026-01-02T03:04:05.123456789Z","actions":[1,null,{"a":[]}],"new":{"x":1}}""")]
    [InlineData("""{"resource":"/questions/11700000001","user_id":100,"topic":"questions"}""")]
    public async Task Any_shape_that_the_platform_is_known_to_send_is_the_same_hint(string body)
    {
        await using var host = await Host.StartAsync();
        (await host.PostAsync(body)).ShouldBe((200, 0));
        host.Queue.Sent.ShouldHaveSingleItem().ShouldSatisfyAllConditions(h => h.Topic.ShouldBe("questions"), h => h.Resource.ShouldBe("/questions/11700000001"));
    }

    [Fact]
    public async Task While_the_address_changes_both_secrets_are_valid_and_any_other_address_does_not_exist()
    {
        await using var host = await Host.StartAsync(options => options.Secrets = [Secret, Next]);
        (await host.PostAsync(Good, Secret)).Status.ShouldBe(200);
        (await host.PostAsync(Good, Next)).Status.ShouldBe(200);
        foreach (var wrong in new[] { Secret[..^1], Secret + "0", Secret.ToUpperInvariant(), "x", Uri.EscapeDataString(Secret + "/../" + Secret) })
            (await host.PostAsync(Good, wrong)).ShouldBe((404, 0));
        host.Queue.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_accepted()
    {
        await using var host = await Host.StartAsync(options => options.Secrets = []);
        (await host.PostAsync(Good)).ShouldBe((404, 0));
        (await host.PostAsync(Good, "x")).ShouldBe((404, 0));
        host.Queue.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_hundred_hostile_bodies_leave_nothing_and_are_answered_alike()
    {
        await using var host = await Host.StartAsync();
        var bodies = Hostile();
        bodies.Count.ShouldBe(200);
        foreach (var body in bodies) (await host.PostAsync(body)).ShouldBe((200, 0));
        host.Queue.Sent.ShouldBeEmpty();
        host.Calls.ShouldBe(0);
        host.Verdicts.ShouldNotContain(NotificationVerdict.Accepted);
        host.Verdicts.ToHashSet().IsSupersetOf([NotificationVerdict.Malformed, NotificationVerdict.TooLong, NotificationVerdict.UnknownSender, NotificationVerdict.WrongResource, NotificationVerdict.Ignored]).ShouldBeTrue();
    }

    [Fact]
    public async Task Arbitrary_bytes_never_get_further_than_the_parser()
    {
        var queue = new Queue();
        var receiver = Host.Receiver(queue, new Directory());
        var bytes = Gen.Frequency(
            (1, Gen.Byte.Array[0, 200]),
            (3, Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte, Gen.Int[0, 40]).Select((at, value, cut) =>
            {
                var body = Encoding.UTF8.GetBytes(Good);
                body[at] = value;
                return body[..^Math.Min(cut, body.Length)];
            })));
        await bytes.SampleAsync(
            async body =>
            {
                var (verdict, _) = await receiver.ReceiveAsync(body, CancellationToken.None);
                if (verdict == NotificationVerdict.Accepted) queue.Sent.ShouldAllBe(hint => hint.Account == 100 && hint.Topic == "questions" && hint.Resource.StartsWith("/questions/"));
            },
            iter: 10_000);
    }

    [Fact]
    public async Task A_body_longer_than_8_KiB_is_not_read_on_also_when_it_does_not_say_its_length()
    {
        await using var host = await Host.StartAsync();
        var body = Good + new string(' ', 8 * 1024);
        (await host.PostAsync(body)).ShouldBe((200, 0));
        (await host.PostAsync(body, chunked: true)).ShouldBe((200, 0));
        (await host.PostAsync(Good + new string(' ', (8 * 1024) - Good.Length))).ShouldBe((200, 0));
        host.Queue.Sent.Count.ShouldBe(1);
        host.Verdicts.ShouldBe([NotificationVerdict.TooLong, NotificationVerdict.TooLong, NotificationVerdict.Accepted]);
    }

    [Theory]
    [InlineData("""{"resource":"9f8b7c6d5e4f3a2b1c0d9f8b7c6d5e4f","user_id":100,"topic":"messages","application_id":830,"actions":["read"]}""")]
    [InlineData("""{"resource":"/orders/2000","user_id":100,"topic":"orders_v2","application_id":830}""")]
    [InlineData("""{"resource":"/x/1","user_id":100,"topic":"something_new","application_id":830}""")]
    public async Task What_nothing_here_handles_is_counted_and_forgotten(string body)
    {
        await using var host = await Host.StartAsync();
        (await host.PostAsync(body)).ShouldBe((200, 0));
        host.Verdicts.ShouldBe([NotificationVerdict.Ignored]);
        host.Queue.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_could_not_be_made_durable_is_asked_for_again()
    {
        await using var host = await Host.StartAsync();
        host.Queue.Next = (_, _) => throw new DeliveryUnavailableException();
        (await host.PostAsync(Good)).ShouldBe((503, 0));
        host.Queue.Next = null;
        (await host.PostAsync(Good)).ShouldBe((200, 0));
    }

    [Fact]
    public async Task A_write_that_takes_longer_than_its_budget_is_answered_503_though_it_never_ends()
    {
        await using var host = await Host.StartAsync(options => options.WriteBudget = TimeSpan.FromMilliseconds(20));
        var never = new TaskCompletionSource();
        host.Queue.Next = (_, _) => new ValueTask(never.Task);
        (await host.PostAsync(Good)).ShouldBe((503, 0));
    }

    [Fact]
    public async Task Only_listed_sources_are_let_in_and_a_forwarded_address_counts_only_from_a_trusted_proxy()
    {
        await using var listed = await Host.StartAsync(options => options.Sources = ["127.0.0.0/8"]);
        (await listed.PostAsync(Good)).Status.ShouldBe(200);

        await using var foreign = await Host.StartAsync(options => options.Sources = ["54.88.218.97"]);
        (await foreign.PostAsync(Good)).Status.ShouldBe(404);
        (await foreign.PostAsync(Good, forwarded: "54.88.218.97")).Status.ShouldBe(404);

        await using var behind = await Host.StartAsync(options =>
        {
            options.Sources = ["54.88.218.97", "2001:db8::/32"];
            options.TrustedProxies = ["127.0.0.1", "10.0.0.0/8"];
        });
        (await behind.PostAsync(Good, forwarded: "54.88.218.97")).Status.ShouldBe(200);
        (await behind.PostAsync(Good, forwarded: "54.88.218.97, 10.1.2.3")).Status.ShouldBe(200);
        (await behind.PostAsync(Good, forwarded: "2001:db8::1")).Status.ShouldBe(200);
        (await behind.PostAsync(Good, forwarded: "54.88.218.97, 8.8.8.8")).Status.ShouldBe(404);
        (await behind.PostAsync(Good, forwarded: "54.88.218.97, rubbish")).Status.ShouldBe(404);
        (await behind.PostAsync(Good)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task More_at_once_than_is_taken_is_shed_visibly_and_the_rest_goes_on()
    {
        await using var host = await Host.StartAsync(options => options.MaxConcurrent = 1);
        var release = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        host.Queue.Next = (_, _) =>
        {
            entered.TrySetResult();
            return new ValueTask(release.Task);
        };
        var first = host.PostAsync(Good);
        await entered.Task;
        (await host.PostAsync(Good)).ShouldBe((503, 0));
        host.Verdicts.ShouldBe([NotificationVerdict.Overloaded]);
        release.SetResult();
        (await first).ShouldBe((200, 0));
        host.Queue.Next = null;
        (await host.PostAsync(Good)).ShouldBe((200, 0));
    }

    [Fact]
    public async Task More_from_one_address_than_is_taken_is_shed()
    {
        await using var host = await Host.StartAsync(options => options.PerAddress = 1);
        var answers = new List<int>();
        for (var i = 0; i < 30; i++) answers.Add((await host.PostAsync(Good)).Status);
        answers.ShouldContain(200);
        answers.ShouldContain(429);
    }

    private static List<string> Hostile()
    {
        string[] shapes =
        [
            "", " ", "null", "[]", "{}", "1", "\"x\"", "true", "{", "}", "[[[[", "<xml/>", "\u0000\u0001", "{\"resource\":null}", "\uFEFF", "a=b&c=d", new string('[', 4_000), new string('{', 8_000),
            "{\"a\":" + new string('[', 3_000), "{\"resource\":\"" + new string('a', 7_000) + "\",\"user_id\":100,\"topic\":\"questions\",\"application_id\":830}", new string('x', 100_000),
            "{\"user_id\":1e999,\"resource\":\"/questions/1\",\"topic\":\"questions\"}", "{\"user_id\":-100,\"resource\":\"/questions/1\",\"topic\":\"questions\"}",
        ];
        string[] resources =
        [
            "", "/", "//evil.example/questions/1", "https://evil.example/questions/1", "/questions/1/../../users/me", "/questions/..%2f1", "/questions/1?access_token=x", "/questions/1#x", "/questions/1@evil", "\\\\evil\\x",
            "/questions/ 1", "/questions/1\n", "/questions/-1", "/questions/99999999999999999999999", "/questions/1/answers", "/users/100", "/answers", "questions", "/questions/", "/Questions/1", "/questions/１",
            "/questions/1\u0000", "/questions/1%00", "file:///etc/passwd", "/questions/1;x", "gopher://x", "/items/MLA1", "/questions/0x1", "/questions/1e3", "/questions/1.0",
        ];
        var bodies = shapes.Concat(resources.Select(resource => System.Text.Json.JsonSerializer.Serialize(new { resource, user_id = 100, topic = "questions", application_id = 830 })))
            .Concat(resources.Select(resource => System.Text.Json.JsonSerializer.Serialize(new { resource, user_id = 100, topic = "orders_v2", application_id = 830 })))
            .ToList();
        for (var i = 0; bodies.Count < 200; i++)
        {
            var (account, application) = (i % 2 == 0 ? (200L + i, 830L) : (100L, 9_000L + i));
            bodies.Add(string.Create(CultureInfo.InvariantCulture, $$"""{"resource":"/questions/{{i + 1}}","user_id":{{account}},"topic":"questions","application_id":{{application}}}"""));
        }

        return bodies;
    }

    private sealed class Queue : ISignalQueue
    {
        public ConcurrentQueue<SignalHint> Sent { get; } = new();

        public Func<SignalHint, CancellationToken, ValueTask>? Next { get; set; }

        public async ValueTask SendAsync(SignalHint hint, CancellationToken cancellationToken)
        {
            if (Next is { } next) await next(hint, cancellationToken);
            Sent.Enqueue(hint);
        }
    }

    private sealed class Directory : IAccountDirectory
    {
        public ValueTask<bool> IsLinkedAsync(long? applicationId, long account, CancellationToken cancellationToken) => new(account == 100 && applicationId is 830 or null);

        public ValueTask<IReadOnlyList<LinkedAccount>> ListAsync(CancellationToken cancellationToken) => new([new LinkedAccount(830, 100, "MLA")]);
    }

    private sealed class Host : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly HttpClient _client = new();
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<NotificationVerdict> _verdicts = new();
        private readonly Uri _url;

        private Host(WebApplication app, Queue queue)
        {
            _app = app;
            Queue = queue;
            Meters = app.Services.GetRequiredService<NotificationMeters>();
            var factory = app.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "melibot.notifications" && instrument.Meter.Scope == factory) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
            {
                foreach (var tag in tags)
                {
                    if (tag.Key == "verdict") _verdicts.Enqueue(Enum.Parse<NotificationVerdict>((string)tag.Value!));
                }
            });
            _listener.Start();
            _url = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        }

        public Queue Queue { get; }

        public NotificationMeters Meters { get; }

        /// <summary>Nothing that could make a call is registered; this says so.</summary>
        public int Calls => _app.Services.GetServices<IMercadoLibreClient>().Count();

        public IReadOnlyList<NotificationVerdict> Verdicts => [.. _verdicts];

        public static NotificationReceiver Receiver(ISignalQueue queue, IAccountDirectory accounts)
        {
            using var logs = LoggerFactory.Create(_ => { });
            return new(accounts, queue, new HandledTopics([Topic.Questions]), Options.Create(new NotificationOptions()), TimeProvider.System, logs.CreateLogger<NotificationReceiver>());
        }

        public static async Task<Host> StartAsync(Action<NotificationOptions>? configure = null)
        {
            var queue = new Queue();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddSingleton<ISignalQueue>(queue);
            builder.Services.AddSingleton<IAccountDirectory, Directory>();
            builder.Services.AddMetrics();
            builder.Services.AddSingleton(new HandledTopics([Topic.Questions]));
            builder.Services.AddSingleton<NotificationMeters>();
            builder.Services.AddSingleton<NotificationReceiver>();
            builder.Services.AddSingleton<NotificationEndpoint>();
            builder.Services.Configure<NotificationOptions>(options => options.Secrets = [Secret]);
            if (configure is not null) builder.Services.Configure(configure);
            var app = builder.Build();
            app.MapPost(NotificationEndpoint.Route, (Microsoft.AspNetCore.Http.HttpContext context) => app.Services.GetRequiredService<NotificationEndpoint>().HandleAsync(context));
            await app.StartAsync();
            return new(app, queue);
        }

        public async Task<(int Status, long Length)> PostAsync(string body, string secret = Secret, bool chunked = false, string? forwarded = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_url, "/notifications/" + secret));
            request.Content = chunked ? new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body))) : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (chunked) request.Headers.TransferEncodingChunked = true;
            if (forwarded is not null) request.Headers.Add("X-Forwarded-For", forwarded);
            using var response = await _client.SendAsync(request);
            return ((int)response.StatusCode, (await response.Content.ReadAsByteArrayAsync()).Length);
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            _listener.Dispose();
            await _app.DisposeAsync();
        }
    }
}
