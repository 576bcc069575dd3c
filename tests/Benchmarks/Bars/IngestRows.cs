using MeliBot.Adapter.Webhooks;
using MeliBot.Benchmarks.Peers;
using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Benchmarks.Bars;

/// <summary>B3: signals made durable in this process, against a raw loop over one table.</summary>
internal sealed class IngestRows : IBenchmark
{
    private const int Writers = 512;

    public string Name => "B3";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        var rows = plan.Count(100_000, 2_000);
        var received = await plan.AlternateAsync($"{Name} received", "rows/s", () => ReceivedAsync(rows), () => RawSqlite.RowsPerSecondAsync(rows), warmUps: 1);
        var raised = await plan.AlternateAsync($"{Name} raised", "rows/s", () => RaisedAsync(rows), () => RawSqlite.RowsPerSecondAsync(rows), warmUps: 1);
        return new Section(
            received.Line(Name, "notification's bytes → parsed, checked, durable row, against a raw SQLite loop, 64 rows a transaction", Bar.Least(0.4, 0.6)),
            raised.Line("", "the durable row alone", null));
    }

    private static async Task<double> ReceivedAsync(int rows)
    {
        using var folder = new WorkFolder();
        await using var services = await AdapterServices.OpenAsync(folder.Database);
        var receiver = services.GetRequiredService<NotificationReceiver>();
        var bodies = Enumerable.Range(1, rows).Select(number => Questions.Notification(number)).ToArray();
        return await DeliveryRig.RateAsync(rows, () => DeliveryRig.InParallelAsync(Enumerable.Range(0, rows).Select(row => (long)row), Writers, async row =>
        {
            var (verdict, _) = await receiver.ReceiveAsync(bodies[row], default);
            if (verdict != NotificationVerdict.Accepted)
                throw new InvalidOperationException($"A notification was {verdict}.");
        }));
    }

    private static async Task<double> RaisedAsync(int rows)
    {
        using var folder = new WorkFolder();
        await using var rig = await DeliveryRig.StartAsync(folder.Database, null);
        return await DeliveryRig.RateAsync(rows, () => DeliveryRig.InParallelAsync(Enumerable.Range(0, rows).Select(row => (long)row), Writers, async row => await rig.Queue.SendAsync(ReadyTurns.Hint(row), default)));
    }
}
