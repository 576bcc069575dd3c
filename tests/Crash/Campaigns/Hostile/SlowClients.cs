using System.Net.Sockets;
using System.Text;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;

namespace MeliBot.Crash.Tests.Campaigns.Hostile;

/// <summary>H3. Hundreds of clients that never finish their headers, and hundreds that know the secret and never finish their body: nobody else waits for them.</summary>
internal sealed class SlowClients : ICampaign
{
    private static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(250);

    public string Id => "H3";

    public string Title => "slow headers and slow bodies";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        await using var stage = await CrashStage.SetAsync(context.Seed, cancellationToken);
        var buyers = await stage.OpenAsync(context.RandomOf(0), cancellationToken);
        // More bodies than the webhook has seats for.
        var clients = context.Count(ci: 700, issue: 2_000, release: 5_000);
        var seconds = context.Count(ci: 4, issue: 15, release: 60);
        await GoodTraffic.BesideAsync("slow clients", stage, buyers, token => AttackAsync(stage, clients, TimeSpan.FromSeconds(seconds), tally, token), tally, cancellationToken);
        return tally.Result();
    }

    private static async Task AttackAsync(CrashStage stage, int clients, TimeSpan time, Tally tally, CancellationToken cancellationToken)
    {
        var address = stage.Application.CallbackUrl!;
        var attacker = new Attacker(3);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(time);
        var ends = await Task.WhenAll(Enumerable.Range(0, clients * 2).Select(i => Task.Run(
            () => DripAsync(attacker, address, i % 2 == 0 ? Headers(address) : Body(address), over.Token), cancellationToken)));
        foreach (var end in ends.GroupBy(end => end).OrderBy(group => group.Key, StringComparer.Ordinal))
            tally.Count(end.Key, end.Count());
    }

    private static string Headers(Uri address) => $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: x\r\nX-Slow: ";

    private static string Body(Uri address) => $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 8000\r\n\r\n{{";

    private static async Task<string> DripAsync(Attacker attacker, Uri address, string start, CancellationToken cancellationToken)
    {
        var what = start.EndsWith('{') ? "slow bodies" : "slow headers";
        try
        {
            await using var stream = await attacker.SendAsync(address, start, cancellationToken);
            var answer = new byte[64];
            var answered = stream.ReadAsync(answer, cancellationToken).AsTask();
            while (!answered.IsCompleted)
            {
                await stream.WriteAsync(" "u8.ToArray(), cancellationToken);
                await Task.WhenAny(answered, Task.Delay(Drip, cancellationToken));
            }

            return await answered is > 12 ? $"{what} answered {Encoding.ASCII.GetString(answer, 9, 3)}" : $"{what} cut off";
        }
        catch (OperationCanceledException)
        {
            return $"{what} held to the end";
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return $"{what} cut off";
        }
    }
}
