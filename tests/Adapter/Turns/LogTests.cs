using MeliBot.Adapter.Tests.Support;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Parking;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Turns;

public sealed class LogTests
{
    [Fact]
    public async Task What_a_bot_threw_is_told_in_the_parking_and_only_where_it_threw_in_the_log()
    {
        using var log = new LogCapture();
        await using var route = await Route.Route.StartAsync((turn, _) => throw new FormatException("no entiendo " + turn.Activity.Text), log.AddTo);

        await route.AskAsync("canario-4711");
        await route.UntilAsync(snapshot => snapshot.Activities.Any(entry => entry.Turn == ActivityTurn.Parked));

        (await route.Services.GetRequiredService<IParkingStore>().ListAsync(null, 10, default)).ShouldHaveSingleItem().Reason.Text.ShouldContain("canario-4711");
        log.Lines.ShouldContain(line => line.Contains("System.FormatException", StringComparison.Ordinal) && line.Contains(nameof(LogTests), StringComparison.Ordinal));
        log.Lines.ShouldNotContain(line => line.Contains("canario-4711", StringComparison.Ordinal));
    }
}
