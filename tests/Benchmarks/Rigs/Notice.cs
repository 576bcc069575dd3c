using System.Net;
using System.Net.Http.Headers;

namespace MeliBot.Benchmarks.Rigs;

internal static class Notice
{
    /// <summary>Sends one until it is taken, as the platform does.</summary>
    public static async Task SendAsync(Uri server, long question)
    {
        using var http = new HttpClient();
        for (var attempt = 1; ; attempt++)
        {
            using var body = new ByteArrayContent(Questions.Notification(question)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await http.PostAsync(new Uri(server, $"notifications/{Questions.Secret}"), body);
            // A cold host on a busy machine may miss its own limit of time and ask to repeat.
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable && attempt < 20)
                continue;
            answer.EnsureSuccessStatusCode();
            return;
        }
    }
}
