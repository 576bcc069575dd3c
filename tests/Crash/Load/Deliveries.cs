using System.Globalization;
using System.Net;
using System.Text;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Load;

/// <summary>Notifications as the platform posts them, but delivered as the campaign's dice say; what isn't taken with 200 is posted again.</summary>
internal sealed class Deliveries(Uri callback, WorldApplication application) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 32, UseProxy = false });
    private int _posted, _taken;

    /// <summary>Answered with 200.</summary>
    public int Taken => _taken;

    public int Posted => _posted;

    public Task PostAsync(IEnumerable<(WorldQuestion Question, int Copy)> deliveries, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        deliveries,
        new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = cancellationToken },
        async (delivery, token) => await PostAsync(delivery.Question, delivery.Copy, token));

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(WorldQuestion question, int copy, CancellationToken cancellationToken)
    {
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"_id":"{{question.Id}}-{{copy}}","resource":"/questions/{{question.Id}}","user_id":{{question.SellerId}},"topic":"questions","application_id":{{application.Id}},"attempts":{{copy}},"sent":"2026-03-01T12:00:00.000Z","received":"2026-03-01T12:00:00.000Z"}""");
        while (true)
        {
            Interlocked.Increment(ref _posted);
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await _http.PostAsync(callback, content, cancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                Interlocked.Increment(ref _taken);
                return;
            }

            if (response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests))
                throw new InvalidOperationException($"A notification was answered with {(int)response.StatusCode}.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }
}
