using System.Text.Json;
using System.Text.Json.Nodes;
using MeliBot.Bot.Demo;
using MeliBot.Simulator;

namespace MeliBot.Bot.Tests.Telemetry;

/// <summary>The host as users run it, seen by a collector alone.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const string Question = "Hola, qué garantía tiene el termo canario?";

    private readonly DemoFolder _folder = new();
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(3));
    private Collector _collector = null!;
    private SimulatorHost _simulator = null!;
    private Worker _worker = null!;
    private WorldItem _item = null!;

    [Fact]
    public async Task One_trace_follows_a_question_to_its_answer_and_every_metric_that_is_looked_at_is_told_without_a_buyers_word()
    {
        var world = _simulator.World;
        var question = world.Ask(world.CreateBuyer().Id, _item.Id, Question);
        var answer = await world.WaitForAnswerAsync(question.Id, _patience.Token);

        var steps = new[] { "POST /notifications/{secret}", "signal.raise", "signal.handle", "mercadolibre.read", "signal.ingest", "turn.run", "turn.commit", "effect.execute", "mercadolibre.write", "effect.mark" };
        await UntilAsync(() => _collector.Spans.GroupBy(span => span.Trace).Any(trace => steps.All(step => trace.Any(span => span.Name == step))), () => "a trace with all steps");

        var wanted = MetricNameTests.Wanted().ToList();
        wanted.Count.ShouldBeGreaterThan(20);
        // Told only once there is something to tell: their meters are looked at where they are made.
        string[] seldom = ["melibot.queue.age", "melibot.queue.poisoned", "melibot.delivery.parked", "melibot.notifications.silent", "melibot.tokens.refreshes", "melibot.sweep.raised", "melibot.delivery.balance"];
        await UntilAsync(() => wanted.Except(seldom).All(_collector.Metrics.ContainsKey), () => string.Join(", ", wanted.Except(seldom).Except(_collector.Metrics.Keys)));
        await UntilAsync(() => _collector.Logs.Any(log => log.Contains("event.id", StringComparison.Ordinal)), () => "a log with its event's number");

        foreach (var sent in _collector.Everything)
        {
            sent.ShouldNotContain("canario");
            sent.ShouldNotContain(answer.Text);
            sent.ShouldNotContain(_worker.WebhookSecret);
            sent.ShouldNotContain(_worker.ClientSecret);
        }
    }

    public async ValueTask InitializeAsync()
    {
        _collector = await Collector.StartAsync();
        _simulator = await SimulatorHost.StartAsync();
        _worker = new Worker(_folder);
        var world = _simulator.World;
        var application = world.CreateApplication(new NewApplication { Secret = _worker.ClientSecret, RedirectUri = _worker.Redirect.OriginalString, CallbackUrl = _worker.Callback, Topics = ["questions"], Pkce = true });
        var seller = world.CreateSeller();
        _item = world.CreateItem(new() { SellerId = seller.Id, Title = "Termo de acero 1 L", Price = 1000, Stock = 10 });
        await _worker.ConfigureAsync(_simulator.Url, application.Id, _patience.Token);
        await ConfigureTelemetryAsync();
        await _worker.StartAsync(_patience.Token);
        await Linking.LinkAsync(_worker.Control, _browser, new SimulatorUser(seller.Id, seller.Nickname, seller.SiteId, true, null), _patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _simulator.DisposeAsync();
        await _collector.DisposeAsync();
        _browser.Dispose();
        _patience.Dispose();
        _folder.Dispose();
    }

    private async Task ConfigureTelemetryAsync()
    {
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(_worker.SettingsFile))!.AsObject();
        settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Url.AbsoluteUri;
        settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        settings["OTEL_METRIC_EXPORT_INTERVAL"] = "500";
        settings["OTEL_BSP_SCHEDULE_DELAY"] = "200";
        settings["OTEL_BLRP_SCHEDULE_DELAY"] = "200";
        await File.WriteAllTextAsync(_worker.SettingsFile, settings.ToJsonString(JsonSerializerOptions.Default));
    }

    private Task UntilAsync(Func<bool> condition, Func<string> missing) => _collector.UntilAsync(condition, missing, _patience.Token);
}
