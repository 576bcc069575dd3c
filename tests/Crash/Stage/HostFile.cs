using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>The settings of a host under test: quick to look, to retry and to read back, and without the sweeps' help.</summary>
internal static class HostFile
{
    public const string Secret = "f00dfeed0123456789abcdeff00dfeed0123456789abcdef";

    /// <param name="delivery">The section <c>Delivery</c>.</param>
    /// <param name="sweepEvery">Null: what was acknowledged must come through without the sweeps' help.</param>
    /// <param name="writeBudget">How long a notification's write may take; null: as the platform's patience demands.</param>
    public static Task WriteAsync(string file, Uri url, object delivery, SimulatorHost simulator, WorldApplication application, TimeSpan? sweepEvery, CancellationToken cancellationToken, TimeSpan? writeBudget = null) => File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
    {
        Bot = new { Url = url.OriginalString },
        Delivery = delivery,
        MercadoLibre = new
        {
            BaseUrl = simulator.Url,
            // The platform isn't slow here, the machine is: facts that come late aren't facts that nobody knows.
            AttemptTimeout = "00:02:00",
            AuthorizationUrl = new Uri(simulator.Url, "authorization"),
            Application = new { ClientId = application.Id, ClientSecret = application.Secrets[0], application.RedirectUri },
            Budget = new { CallsPerSecond = 1000, Burst = 1000, MessageCallsPerMinute = 100_000 },
            Adapter = new { QuestionSettle = "00:00:00.1", ReadBackAfter = "00:00:00.3", MessageSettle = "00:00:00.1", MessageReadBackAfter = "00:00:00.3" },
            Policy = new { MostRepeats = 10_000 },
            Notifications = new { Secrets = new[] { Secret }, WriteBudget = (writeBudget ?? TimeSpan.FromMilliseconds(350)).ToString("c") },
            Sweep = new { Enabled = sweepEvery is not null, QuestionsEvery = (sweepEvery ?? TimeSpan.FromMinutes(2)).ToString("c") },
        },
        Logging = new { LogLevel = new Dictionary<string, string>(StringComparer.Ordinal) { ["Default"] = "Information", ["Microsoft"] = "Warning", ["System"] = "Warning", ["Polly"] = "Warning" } },
    }), cancellationToken);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
