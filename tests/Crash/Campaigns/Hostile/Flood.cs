using System.Collections.Concurrent;
using System.Text;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;

namespace MeliBot.Crash.Tests.Campaigns.Hostile;

/// <summary>H2. Ten times what an address may send, of bodies that look genuine, some with the right secret: what is too much is shed visibly (429, 503), and the platform's own traffic goes on.</summary>
internal sealed class Flood : ICampaign
{
    private const int AtOnce = 64;

    // Less than the default, so that any machine can send ten times as much.
    private const int PerAddress = 50;
    private const int Times = 10;

    public string Id => "H2";

    public string Title => "ten times overload";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        await using var stage = await CrashStage.SetAsync(context.Seed, cancellationToken);
        await StageSettings.ChangeAsync(stage, json => json["MercadoLibre"]!["Notifications"]!["PerAddress"] = PerAddress, cancellationToken);
        var buyers = await stage.OpenAsync(context.RandomOf(0), cancellationToken);
        var answers = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        // Ten times the burst that an address is allowed besides.
        var requests = PerAddress * Times * Times * context.Count(ci: 1, issue: 6, release: 60);
        await GoodTraffic.BesideAsync("flood", stage, buyers, token => AttackAsync(stage, requests, answers, token), tally, cancellationToken);

        foreach (var (answer, count) in answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            tally.Count($"answered {answer}", count);
        if (!answers.Keys.Any(answer => answer is "429" or "503"))
            tally.Violate("flood", "nothing was shed");
        foreach (var answer in answers.Keys.Except(["200", "404", "429", "503"], StringComparer.Ordinal))
            tally.Violate("flood", $"{answers[answer]} were answered {answer}");
        return tally.Result();
    }

    private static async Task AttackAsync(CrashStage stage, int requests, ConcurrentDictionary<string, int> answers, CancellationToken cancellationToken)
    {
        using var client = new Attacker(2).CreateClient();
        var right = stage.Application.CallbackUrl!;
        var wrong = new Uri(right.AbsoluteUri[..^1] + "x");
        await Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, token) =>
        {
            using var content = new StringContent($$"""{"resource":"/questions/{{i + 1}}","user_id":{{100 + i}},"topic":"questions","application_id":{{stage.Application.Id}}}""", Encoding.UTF8, "application/json");
            string answer;
            try
            {
                using var response = await client.PostAsync(i % 2 == 0 ? right : wrong, content, token);
                answer = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            catch (HttpRequestException e)
            {
                answer = e.HttpRequestError.ToString();
            }

            answers.AddOrUpdate(answer, 1, (_, count) => count + 1);
        });
    }
}
