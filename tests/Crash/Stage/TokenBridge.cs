using System.Net.Http.Json;
using System.Text.Json;
using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Record = MeliBot.Delivery.Records.Record;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>
/// The store's records and leases for other processes. On SQLite one process owns the file, so those that are to fight over an account's
/// tokens reach the real rows and the real leases through it.
/// </summary>
internal static class TokenBridge
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<WebApplication> ServeAsync(IServiceProvider store, CancellationToken cancellationToken)
    {
        var (records, leases) = (store.GetRequiredService<IRecordStore>(), store.GetRequiredService<ILeaseStore>());
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var app = builder.Build();
        app.UseRouting();
        app.MapPost("/read", async (HttpContext http) => await WriteAsync(http, await records.ReadAsync(await KindAsync(http), Key(http), http.RequestAborted)));
        app.MapPost("/list", async (HttpContext http) => await WriteAsync(http, await records.ListAsync(await KindAsync(http), http.RequestAborted)));
        app.MapPost("/write", async (HttpContext http) =>
        {
            var wish = (await http.Request.ReadFromJsonAsync<WriteWish>(Json, http.RequestAborted))!;
            await WriteAsync(http, await records.WriteAsync(wish.Kind, wish.Key, wish.Value, wish.ExpectedVersion, CancellationToken.None));
        });
        app.MapPost("/acquire", async (HttpContext http) =>
        {
            var wish = (await http.Request.ReadFromJsonAsync<LeaseWish>(Json, http.RequestAborted))!;
            await WriteAsync(http, await leases.TryAcquireAsync(wish.Name, wish.Holder, wish.Now, wish.Duration, CancellationToken.None));
        });
        app.MapPost("/release", async (HttpContext http) =>
        {
            await leases.ReleaseAsync((await http.Request.ReadFromJsonAsync<Lease>(Json, http.RequestAborted))!, CancellationToken.None);
            await WriteAsync(http, true);
        });
        await app.StartAsync(cancellationToken);
        return app;
    }

    private static Task<string> KindAsync(HttpContext http) => Task.FromResult(http.Request.Query["kind"].ToString());

    private static string Key(HttpContext http) => http.Request.Query["key"].ToString();

    private static Task WriteAsync<T>(HttpContext http, T value) => http.Response.WriteAsJsonAsync(value, Json, http.RequestAborted);

    private sealed record WriteWish(string Kind, string Key, string? Value, long? ExpectedVersion);

    private sealed record LeaseWish(string Name, string Holder, DateTimeOffset Now, TimeSpan Duration);

    /// <summary>The other end.</summary>
    public sealed class Client(HttpClient http) : IRecordStore, ILeaseStore
    {
        public Task<Record> ReadAsync(string kind, string key, CancellationToken cancellationToken) =>
            AskAsync<Record>($"read?kind={Uri.EscapeDataString(kind)}&key={Uri.EscapeDataString(key)}", new { }, cancellationToken)!;

        public async Task<IReadOnlyList<Record>> ListAsync(string kind, CancellationToken cancellationToken) =>
            (await AskAsync<List<Record>>($"list?kind={Uri.EscapeDataString(kind)}", new { }, cancellationToken))!;

        public Task<bool> WriteAsync(string kind, string key, string? value, long? expectedVersion, CancellationToken cancellationToken) =>
            AskAsync<bool>("write", new WriteWish(kind, key, value, expectedVersion), cancellationToken);

        public Task<IReadOnlyList<Record>> PageAsync(string kinds, Record? after, int max, CancellationToken cancellationToken) => throw new NotSupportedException("Nobody who fights over tokens pages through records.");

        public Task<bool> WriteAsync(string kind, string key, string? value, long? expectedVersion, RecordNews news, CancellationToken cancellationToken) => throw new NotSupportedException("No token is news.");

        public Task<Lease?> TryAcquireAsync(string name, string holder, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken) =>
            AskAsync<Lease?>("acquire", new LeaseWish(name, holder, now, duration), cancellationToken);

        public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken) => AskAsync<bool>("release", lease, cancellationToken);

        private async Task<T?> AskAsync<T>(string what, object wish, CancellationToken cancellationToken)
        {
            using var response = await http.PostAsJsonAsync(new Uri(what, UriKind.Relative), wish, Json, cancellationToken);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken);
        }
    }
}
