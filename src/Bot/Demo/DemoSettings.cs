namespace MeliBot.Bot.Demo;

internal static class DemoSettings
{
    /// <summary>All that the demo's host knows; nothing of this machine's own settings gets in.</summary>
    public static object For(Worker worker, Uri simulator, long clientId, string database) => new
    {
        Bot = new { Url = worker.Url.OriginalString, FactsMaxAge = "00:00:05" },
        Delivery = new { Sqlite = new { Path = database }, RetryBase = "00:00:00.5", RetryCap = "00:00:05", EffectLease = "00:00:05" },
        MercadoLibre = new
        {
            BaseUrl = simulator,
            AuthorizationUrl = new Uri(simulator, "authorization"),
            Application = new { ClientId = clientId, worker.ClientSecret, RedirectUri = worker.Redirect },
            Notifications = new { Secrets = new[] { worker.WebhookSecret } },
            Adapter = new { QuestionSettle = "00:00:00.5", MessageSettle = "00:00:01.5" },
        },
        Playbook = new { Path = worker.Playbook ?? "" },
        Logging = new { LogLevel = new Dictionary<string, string> { ["Default"] = "Information", ["Microsoft.AspNetCore"] = "Warning", ["System.Net.Http"] = "Warning" } },
    };
}
