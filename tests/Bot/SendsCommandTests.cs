using System.Text.Json;

namespace MeliBot.Bot.Tests;

public sealed class SendsCommandTests(ServedBot bot) : IClassFixture<ServedBot>
{
    [Fact]
    public async Task The_terminal_stops_whatever_the_bot_sends_and_lets_it_send_again()
    {
        (await bot.RunAsync(null, "sends", "status")).Out.ShouldContain("nobody ever stopped it");
        (await bot.RunAsync(null, "sends", "stop")).ExitCode.ShouldNotBe(0);
        var unexplained = await bot.RunAsync(null, "sends", "stop", "--why", " ");
        (unexplained.ExitCode, unexplained.Error.Contains("--why is empty", StringComparison.Ordinal)).ShouldBe((1, true));

        var stopped = await bot.RunAsync(null, "sends", "stop", "--why", "Wrong prices.");
        stopped.ExitCode.ShouldBe(0, stopped.Error);
        stopped.Out.ShouldContain("STOPPED");
        stopped.Out.ShouldContain("Wrong prices.");
        var health = JsonDocument.Parse(await bot.Browser.GetStringAsync(new Uri(bot.Worker.Url, "health"))).RootElement;
        health.GetProperty("status").GetString().ShouldBe("Degraded");
        health.GetProperty("checks").GetProperty("sends").GetProperty("text").GetString().ShouldNotBeNull().ShouldContain("is stopped since");
        health.ToString().ShouldNotContain("Wrong prices.");

        (await bot.RunAsync(null, "sends", "resume", "--why", "Mended.")).ExitCode.ShouldBe(0);
        var status = await bot.RunAsync(null, "sends", "status");
        foreach (var words in (string[])["The bot may send", "Wrong prices.", "Mended.", "(terminal)"]) status.Out.ShouldContain(words);
        (await bot.Browser.GetStringAsync(new Uri(bot.Worker.Url, "health"))).ShouldContain("\"Healthy\"");
    }
}
