using System.CommandLine;
using System.Text.Json;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Local;

namespace MeliBot.Bot.Commands.Claims;

internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = "Of a claim." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        return new Command("show", "Shows a claim: what Mercado Libre says, what has to be done by when, and everything that happened.") { id, json, HostSettings.File }
            .Does((result, cancellationToken) => RunAsync(new(result.GetValue(HostSettings.File)), result.GetRequiredValue(id), result.GetValue(json), cancellationToken));
    }

    private static async Task<int> RunAsync(HostSettings settings, long id, bool json, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        if (await session.Control.ClaimAsync(id, cancellationToken) is not { } story)
            throw new CommandException($"There is no claim {id}.", "No linked account has a claim of this number here.", "\"claims list --closed\" shows those that are known; an open claim comes with the next sweep.");
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(story, LocalJson.Options));
            return 0;
        }

        Show(story.Claim);
        foreach (var line in story.Lines) Console.WriteLine($"  {line.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}  {(line.Who is null ? "" : line.Who + " ")}{(line.What == "said" ? $"said: {line.Text}" : $"{line.What}{(line.Text is null ? "" : $" ({line.Text})")}")}");
        return 0;
    }

    private static void Show(ClaimView claim)
    {
        Console.WriteLine($"claim {claim.Id}, account {claim.Account}: {claim.Type ?? "no type"}, stage {claim.Stage ?? "none"}, {claim.Status ?? "no status"}");
        Line("title", claim.Title);
        Line("says", claim.Description);
        Line("problem", claim.Problem);
        Line("reason", $"{claim.ReasonName} ({claim.Group}{(claim.Reason is null ? "" : $", {claim.Reason}")})".Trim());
        Line("sale", claim.Sale?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Line("must act", claim.Must is null ? claim.MustAct : $"{claim.MustAct ?? "seller"}: {claim.Must}");
        Line("due", ClaimTimes.Due(claim.DueAt, TimeProvider.System.GetUtcNow()));
        Line("reputation", claim.Reputation is null ? null : claim.Reputation + (claim.HasIncentive == true ? $"; solving it until {claim.IncentiveUntil?.UtcDateTime:yyyy-MM-dd HH:mm} spares it" : ""));
        Line("wanted", string.Join("; ", claim.Wanted));
        Line("may do", string.Join(", ", claim.Actions));
        Line("return", claim.Return);
        Line("resolved", claim.Resolution is null ? null : claim.Resolution + (claim.Benefited.Count > 0 ? $", for the {string.Join(" and the ", claim.Benefited)}" : ""));
        Line("as of", $"{claim.SeenAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}");
    }

    private static void Line(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) Console.WriteLine($"  {name,-11} {value}");
    }
}
