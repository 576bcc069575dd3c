using System.Diagnostics;
using System.Globalization;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>
/// T6. Eight processes with a token manager each use the same accounts at the moment in which all their access tokens die. The rows and
/// leases are those of one real SQLite store, which on SQLite one process owns; the others reach it through that one.
/// </summary>
internal sealed class SimultaneousExpiries : ICampaign
{
    private const int Processes = 8;
    private const int Accounts = 200;

    public string Id => "T6";

    public string Title => $"{Processes} processes, all access tokens expire at once, single-use refresh tokens";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var expiries = context.Count(ci: 40, issue: 200, release: 5_000);
        var accounts = Math.Min(Accounts, expiries);
        var folder = Directory.CreateTempSubdirectory("melibot-tokens-").FullName;
        try
        {
            await using var simulator = await SimulatorHost.StartAsync(new() { Seed = context.Seed, RefreshReuseKillsGrant = true, TolerableClientErrorsPerMinute = int.MaxValue }, cancellationToken: cancellationToken);
            var application = simulator.World.CreateApplication();
            await using var store = TokenStage.Services(simulator, application, Path.Combine(folder, "melibot.db"));
            var sellers = new List<WorldUser>();
            for (var i = 0; i < accounts; i++)
                sellers.Add(await store.LinkNewSellerAsync(simulator.World, application, cancellationToken));
            await using var bridge = await TokenBridge.ServeAsync(store, cancellationToken);

            var clients = Enumerable.Range(0, Processes).Select(_ => Start(new Uri(bridge.Urls.First()), simulator.Url, application, sellers)).ToList();
            try
            {
                await Task.WhenAll(clients.Select(client => LineAsync(client, cancellationToken)));
                for (var round = 1; (round - 1) * accounts < expiries; round++)
                    await RunAsync($"round {round}", round, clients, simulator.World, sellers, tally, cancellationToken);
            }
            finally
            {
                foreach (var client in clients)
                {
                    client.Kill();
                    client.Dispose();
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return tally.Result();
    }

    private static async Task RunAsync(string run, int round, List<Process> clients, World world, List<WorldUser> sellers, Tally tally, CancellationToken cancellationToken)
    {
        foreach (var seller in sellers)
            world.ExpireAccessTokens(seller.Id);
        var answers = await Task.WhenAll(clients.Select(async client =>
        {
            await client.StandardInput.WriteLineAsync("go");
            await client.StandardInput.FlushAsync(cancellationToken);
            return await LineAsync(client, cancellationToken);
        }));
        foreach (var failure in answers.SelectMany(answer => answer.Split(';', StringSplitOptions.RemoveEmptyEntries)))
            tally.Violate(run, $"a call failed: {failure}");

        var issued = world.Journal.Accepted(EffectKinds.Token).CountBy(effect => effect.UserId!.Value).ToDictionary();
        foreach (var seller in sellers.Where(seller => issued[seller.Id] != round + 1))
            tally.Violate(run, $"I7 account {seller.Id} was refreshed {issued[seller.Id] - 1} times in {round} expiries");
        foreach (var refused in world.Journal.Refused(EffectKinds.Token))
            tally.Violate(run, $"I7 a refresh was refused: {refused.Key} {refused.Refusal}");
        foreach (var seller in sellers.Where(seller => world.Grants.All(grant => grant.UserId != seller.Id)))
            tally.Violate(run, $"account {seller.Id} lost its grant");
        tally.Add(run, Judge.Of(world, []));
        tally.Count("expiries", sellers.Count);
        tally.Count("calls", sellers.Count * clients.Count);
        tally.Most("de-authorised", sellers.Count - world.Grants.Count);
    }

    private static Process Start(Uri bridge, Uri platform, WorldApplication application, List<WorldUser> sellers)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] arguments =
        [
            typeof(SimultaneousExpiries).Assembly.Location, TokenClientCommand.Name, bridge.AbsoluteUri, platform.AbsoluteUri,
            application.Id.ToString(CultureInfo.InvariantCulture), application.Secrets[0], application.RedirectUri,
            .. sellers.Select(seller => seller.Id.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("A token client could not be started.");
    }

    private static async Task<string> LineAsync(Process client, CancellationToken cancellationToken) =>
        await client.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("A token client ended before it answered.");
}
