using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace MeliBot.Simulator.Tests;

/// <summary>A Simulator on a socket with one application, a seller who granted it, a buyer and a listing.</summary>
internal sealed class Playground : IAsyncDisposable
{
    private readonly HttpClient _http;

    private Playground(SimulatorHost host, FakeTimeProvider? time)
    {
        Host = host;
        Time = time;
        // Replies are read as they come, redirects too.
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Url, Timeout = TimeSpan.FromSeconds(60) };
        App = World.CreateApplication();
        Seller = World.CreateSeller();
        Buyer = World.CreateBuyer();
        Item = World.CreateItem(new() { SellerId = Seller.Id, Title = "Zapatillas Ñandú" });
        Tokens = World.Grant(App.Id, Seller.Id);
    }

    public SimulatorHost Host { get; }
    public FakeTimeProvider? Time { get; }
    public World World => Host.World;
    public WorldApplication App { get; }
    public WorldUser Seller { get; }
    public WorldUser Buyer { get; }
    public WorldItem Item { get; }
    public IssuedTokens Tokens { get; }

    /// <summary>Half a minute from now: a wait that lasts longer has failed.</summary>
    public static CancellationToken Cancel
    {
        get
        {
            var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(30));
            return limit.Token;
        }
    }

    /// <summary>On real time.</summary>
    public static async Task<Playground> StartAsync(Action<SimulatorOptions>? configure = null)
    {
        var options = new SimulatorOptions();
        configure?.Invoke(options);
        return new(await SimulatorHost.StartAsync(options, cancellationToken: Cancel), null);
    }

    /// <summary>On a clock that only the test moves.</summary>
    public static async Task<Playground> StartFrozenAsync(Action<SimulatorOptions>? configure = null)
    {
        var options = new SimulatorOptions();
        configure?.Invoke(options);
        var time = new FakeTimeProvider(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        return new(await SimulatorHost.StartAsync(options, time, Cancel), time);
    }

    public WorldQuestion Ask(string text = "¿Hay stock?") => World.Ask(Buyer.Id, Item.Id, text);

    public Task<(int Status, JsonNode? Body)> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, null, token);

    public Task<(int Status, JsonNode? Body)> AnswerAsync(long question, string? text, string? token = null) =>
        SendAsync(HttpMethod.Post, "/answers", new JsonObject { ["question_id"] = question, ["text"] = text }, token);

    public async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, JsonNode? body = null, string? token = null)
    {
        using var response = await RawAsync(method, path, body, token);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        return ((int)response.StatusCode, Read(text));
    }

    public async Task<HttpResponseMessage> RawAsync(HttpMethod method, string path, JsonNode? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Tokens.AccessToken);
        if (body is not null) request.Content = JsonContent.Create(body);
        return await _http.SendAsync(request, Cancel);
    }

    public async Task<(int Status, JsonNode? Body)> FormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await _http.PostAsync(path, content, Cancel);
        return ((int)response.StatusCode, Read(await response.Content.ReadAsStringAsync(Cancel)));
    }

    public async Task<HttpResponseMessage> AnonymousAsync(string path) => await _http.GetAsync(path, Cancel);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Host.DisposeAsync();
    }

    private static JsonNode? Read(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}

internal static class JsonExtensions
{
    public static string? Text(this JsonNode? node, string name) => node?[name]?.ToString();
}
