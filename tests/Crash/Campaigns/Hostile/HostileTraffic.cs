using System.Net;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using Microsoft.Data.Sqlite;

namespace MeliBot.Crash.Tests.Campaigns.Hostile;

/// <summary>H1. Two hundred hostile bodies at the real webhook, with the right secret and with wrong ones: nothing is stored, nothing is called, and everybody is answered alike.</summary>
internal sealed class HostileTraffic : ICampaign
{
    public string Id => "H1";

    public string Title => "200 hostile bodies at the webhook";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        await using var stage = await CrashStage.SetAsync(context.Seed, cancellationToken);
        var random = context.RandomOf(0);
        var buyers = await stage.OpenAsync(random, cancellationToken);
        var seller = stage.World.Users.First(user => user.Seller);
        var callback = stage.Application.CallbackUrl!;
        var bodies = HostileBodies.All(seller.Id, stage.Application.Id);
        var calls = stage.World.Journal.Calls.Count;

        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        foreach (var _ in Enumerable.Range(0, context.Count(ci: 1, issue: 2, release: 2)))
        {
            foreach (var (body, number) in bodies.Select((body, number) => (body, number)))
            {
                await ExpectAsync(client, callback, body, HttpStatusCode.OK, $"body {number}", tally, cancellationToken);
                await ExpectAsync(client, new(callback.AbsoluteUri[..^1] + "x"), body, HttpStatusCode.NotFound, $"body {number}, wrong secret", tally, cancellationToken);
            }
        }

        tally.Count("bodies", bodies.Count);
        var stored = Signals(stage.Database);
        if (stored > 0)
            tally.Violate("store", $"{stored} signals were stored");
        if (stage.World.Journal.Calls.Count - calls is > 0 and var made)
            tally.Violate("calls", $"{made} calls went out");

        // After all of it a buyer is answered as before.
        buyers.Ask();
        await Drain.WaitAsync(stage.World, buyers.Asked, stage.Database, TimeSpan.FromMinutes(1), cancellationToken);
        tally.Add("afterwards", Judge.Of(stage.World, buyers.Asked, stage.Database));
        return tally.Result();
    }

    private static async Task ExpectAsync(HttpClient client, Uri address, HostileBody body, HttpStatusCode status, string run, Tally tally, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = body.Chunked ? new StreamContent(new MemoryStream(body.Bytes)) : new ByteArrayContent(body.Bytes);
        request.Headers.TransferEncodingChunked = body.Chunked;
        if (body.Type.Length > 0)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", body.Type);
        if (body.Encoding is { } encoding)
            request.Content.Headers.ContentEncoding.Add(encoding);
        using var response = await client.SendAsync(request, cancellationToken);
        var length = (await response.Content.ReadAsByteArrayAsync(cancellationToken)).Length;
        tally.Count("requests");
        if (response.StatusCode != status || length != 0)
            tally.Violate(run, $"was answered {(int)response.StatusCode} with {length} bytes");
    }

    private static long Signals(string database)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM signals";
        return (long)command.ExecuteScalar()!;
    }
}
