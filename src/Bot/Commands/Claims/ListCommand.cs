using System.CommandLine;
using System.Text.Json;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Local;
using Spectre.Console;

namespace MeliBot.Bot.Commands.Claims;

internal static class ListCommand
{
    public static Command Create()
    {
        var account = new Option<long?>("--account") { Description = "Only this account's." };
        var due = new Option<bool>("--due") { Description = "Only those in which the seller has to act, the first due first." };
        var closed = new Option<bool>("--closed") { Description = "Closed ones too." };
        var max = new Option<int>("--max") { Description = "How many.", DefaultValueFactory = _ => 100 };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        return new Command("list", "Shows the claims, the most urgent first.") { account, due, closed, max, json, HostSettings.File }
            .Does((result, cancellationToken) => RunAsync(
                new(result.GetValue(HostSettings.File)), result.GetValue(account), result.GetValue(due), result.GetValue(closed), result.GetValue(max), result.GetValue(json), cancellationToken));
    }

    private static async Task<int> RunAsync(HostSettings settings, long? account, bool due, bool closed, int max, bool json, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        var claims = await session.Control.ClaimsAsync(account, due, closed, max, cancellationToken);
        if (json)
        {
            foreach (var claim in claims) Console.WriteLine(JsonSerializer.Serialize(claim, LocalJson.Options));
            return 0;
        }

        if (claims.Count == 0)
        {
            Console.WriteLine(due ? "Nothing is due: no claim waits for the seller." : "There are no open claims.");
            return 0;
        }

        var now = TimeProvider.System.GetUtcNow();
        var table = new Table().AddColumns("Claim", "Account", "What", "Stage", "Must act", "Due (UTC)", "Reputation", "Reason", "Sale");
        foreach (var claim in claims)
        {
            table.AddRow(
                $"{claim.Id}",
                $"{claim.Account}",
                Markup.Escape($"{claim.Type ?? "no type"}, {claim.Group}"),
                Markup.Escape($"{claim.Stage}{(claim.Status == "opened" ? "" : $" ({claim.Status})")}"),
                Markup.Escape(claim.Must is null ? claim.MustAct ?? "" : $"{claim.MustAct ?? "seller"}: {claim.Must}"),
                Markup.Escape(ClaimTimes.Due(claim.DueAt, now)),
                Markup.Escape($"{claim.Reputation}{(claim.HasIncentive == true ? $", spared until {claim.IncentiveUntil?.UtcDateTime:yyyy-MM-dd HH:mm}" : "")}"),
                Markup.Escape(claim.ReasonName ?? claim.Reason ?? ""),
                $"{claim.Sale}");
        }

        Screen.Out.Write(table);
        return 0;
    }
}
