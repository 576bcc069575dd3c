using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Campaigns.Hostile;

/// <summary>
/// H4. A whole run with every category logging at Trace: consent, notifications, answers, refreshes, faults of every kind, a kill, hostile bodies. None of its secrets, buyers' texts and names stands in the log,
/// and no token in the bytes of the database and its write-ahead log.
/// </summary>
internal sealed class Canaries : ICampaign
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "H4";

    public string Title => "canaries in logs at Trace, in the database and its log";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        await using var stage = await CrashStage.SetAsync(context.Seed, cancellationToken, platform: options => options.AccessTokenLife = TimeSpan.FromMinutes(30));
        await StageSettings.ChangeAsync(stage, Talkative, cancellationToken);
        var buyers = await stage.OpenAsync(context.RandomOf(0), cancellationToken);
        buyers.Ask();
        var seller = stage.World.Users.First(user => user.Seller);
        var callback = stage.World.Applications[0].CallbackUrl!;

        var (texts, names) = (new List<string>(), new List<string> { "CANARIO_SHOP" });
        var second = stage.World.CreateSeller(new() { Nickname = names[0] });
        await ConsentAsync(stage, second, cancellationToken);
        var item = stage.World.AllItems[0];
        foreach (var (fault, number) in Faults().Select((fault, number) => (fault, number)))
        {
            var id = fault is null ? 0 : stage.World.AddFault(fault);
            for (var i = 0; i < context.Count(ci: 2, issue: 10, release: 50); i++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"CANARIO_BUYER_{number}_{i}");
                var text = string.Create(CultureInfo.InvariantCulture, $"Hola, hay stock? canario-texto-{number}-{i}");
                names.Add(name);
                texts.Add(string.Create(CultureInfo.InvariantCulture, $"canario-texto-{number}-{i}"));
                stage.World.Ask(stage.World.CreateBuyer(new() { Nickname = name }).Id, item.Id, text);
                buyers.Ask();
            }

            if (number == 2)
                stage.World.ExpireAccessTokens(seller.Id);
            if (number == 4)
            {
                await stage.KillAsync();
                await stage.RestartAsync(cancellationToken);
            }

            await Drain.WaitAsync(stage.World, buyers.Asked, stage.Database, Patience, cancellationToken);
            if (id > 0)
                stage.World.Faults.Remove(id);
        }

        // Of the account linked last: the ids after it are nobody's.
        await AttackAsync(callback, stage.Application.RedirectUri, HostileBodies.All(second.Id, stage.Application.Id), cancellationToken);
        // What the bot makes of a canary is its own business: drafts, most of them. The plain questions beside them are answered, so it was a whole run.
        tally.Add("the run", Judge.Of(stage.World, buyers.Asked, stage.Database, new() { Drafts = true, Parked = true, Waiting = true, Complaints = ["client-errors", "retry-after-undercut", "write-over-429"] }));

        List<string> secrets = [stage.Application.Secrets[0], callback.Segments[^1], .. stage.World.IssuedTickets];
        Search("the database", Files(stage.Database), secrets, tally);
        await stage.KillAsync();
        Search("the database after a kill", Files(stage.Database), secrets, tally);
        var log = new FileInfo(stage.Log);
        tally.Count("secrets", secrets.Count);
        tally.Count("texts and names", texts.Count + names.Count);
        tally.Count("log, MB", log.Length / 1e6);
        if (log.Length < 100_000)
            tally.Violate("log", $"has only {log.Length} bytes: it wasn't a run at Trace");
        Search("the log", [log.FullName], [.. secrets, .. texts, .. names, "canario-cuerpo", "canario-codigo"], tally);
        return tally.Result();
    }

    private static IEnumerable<Fault?> Faults() =>
    [
        null,
        new() { Kind = FaultKind.ServerError, Endpoint = "*", Probability = 0.2 },
        null,
        new() { Kind = FaultKind.TruncatedJson, Endpoint = "*", Probability = 0.2 },
        new() { Kind = FaultKind.ResetAfter, Endpoint = "POST /answers", Probability = 0.3 },
        new() { Kind = FaultKind.TooManyRequests, Endpoint = "*", Probability = 0.2, RetryAfter = TimeSpan.FromSeconds(1) },
    ];

    private static void Talkative(JsonNode settings) => settings["Logging"] = new JsonObject { ["LogLevel"] = new JsonObject { ["Default"] = "Trace" } };

    /// <summary>Another seller links by the whole consent flow, as from the terminal and a browser.</summary>
    private static async Task ConsentAsync(CrashStage stage, WorldUser seller, CancellationToken cancellationToken)
    {
        using var terminal = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(stage.Database + ".sock"), token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        using var started = await terminal.PostAsJsonAsync(new Uri("http://melibot.local/local/links"), new { site = seller.SiteId }, cancellationToken);
        var address = (await started.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["url"]!.GetValue<string>();
        using var browser = new HttpClient();
        using var page = await browser.GetAsync(new Uri($"{address}&auto=1&user={seller.Id}"), cancellationToken);
        page.EnsureSuccessStatusCode();
    }

    private static async Task AttackAsync(Uri callback, string redirect, IReadOnlyList<HostileBody> bodies, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        foreach (var body in bodies.Select(body => body.Bytes).Append(Encoding.UTF8.GetBytes("""{"resource":"canario-cuerpo","user_id":"canario-cuerpo","topic":"canario-cuerpo"}""")))
        {
            using var answer = await client.PostAsync(callback, new ByteArrayContent(body), cancellationToken);
        }

        using var mistyped = await client.PostAsync(new Uri(callback.AbsoluteUri + "x"), new StringContent("{}"), cancellationToken);
        using var slash = await client.PostAsync(new Uri(callback.AbsoluteUri + "/"), new StringContent("{}"), cancellationToken);
        using var linked = await client.GetAsync(new Uri(redirect + "?code=TG-canario-codigo&state=canario-codigo"), cancellationToken);
    }

    private static IEnumerable<string> Files(string database) => Directory.GetFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + "*").Where(file => !file.EndsWith(".sock", StringComparison.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal));

    private static void Search(string where, IEnumerable<string> files, IReadOnlyList<string> canaries, Tally tally)
    {
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
            tally.Count("canaries found", 0);
            foreach (var canary in canaries)
            {
                var at = bytes.IndexOf(Encoding.UTF8.GetBytes(canary));
                if (at < 0)
                    continue;
                tally.Count("canaries found");
                tally.Violate(where, $"{Path.GetFileName(file)} holds {canary[..Math.Min(14, canary.Length)]}… in: {Around(bytes, at, canary.Length)}");
            }
        }
    }

    private static string Around(ReadOnlySpan<byte> bytes, int at, int length) =>
        Encoding.UTF8.GetString(bytes[Math.Max(0, at - 160)..at]).ReplaceLineEndings(" ") + "***" + Encoding.UTF8.GetString(bytes[(at + length)..Math.Min(bytes.Length, at + length + 40)]).ReplaceLineEndings(" ");
}
