using System.CommandLine;
using MeliBot.Adapter.Inbound;
using MeliBot.Bot.Commands.Dialogs;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Rehearsal;
using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Deciding;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Commands.Claims;

/// <summary>Which dialog a claim gets and why that one, and how far its replies may go.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "Of a claim that this host keeps, or a file of one (short YAML as in tests/claims)." };
        var events = new Option<string[]>("--event") { Description = $"What the turn is about: {string.Join(", ", ClaimEvents.All)}; may be repeated. Without it message.", AllowMultipleArgumentsPerToken = true };
        var intents = new Option<string[]>("--intent") { Description = "An intent that the message is recognised as; may be repeated." };
        var at = new Option<string?>("--at") { Description = "When, such as 2026-12-24T22:00-03:00. Without it now." };
        var all = new Option<bool>("--all") { Description = "Every dialog on claims, also those that are about another type or stage." };
        var playbook = PlaybookOption.Create();
        return new Command("why", "Explains which dialog a claim gets: what it is chosen by, why not the others, and which rule says how far its replies may go.") { id, events, intents, at, all, playbook, HostSettings.File }
            .Does(async (result, cancellationToken) =>
            {
                var time = result.GetValue(at) is { } named ? TryCommand.ReadTime(named) : TimeProvider.System.GetUtcNow();
                var rules = PlaybookOption.Read(result.GetValue(playbook));
                var claim = await ClaimCases.NamedAsync(result.GetRequiredValue(id), time, new HostSettings(result.GetValue(HostSettings.File)), cancellationToken);
                var zone = ZoneOf(claim.Site);
                var route = await ClaimExplanation.ExplainAsync(rules, claim.Facts, claim.Sale, result.GetValue(events) is { Length: > 0 } about ? about : [ClaimEvents.Message], result.GetValue(intents) ?? [], time, zone);
                Show(rules, claim, route, result.GetValue(all));
                Policy(rules, claim, time, zone);
                return 0;
            });
    }

    private static void Show(Playbook playbook, ClaimCase claim, ClaimRoute route, bool all)
    {
        Console.WriteLine($"claim {claim.Facts.Id}, playbook {playbook.Name} {playbook.Version}");
        Console.WriteLine(route.Reason);
        Console.WriteLine($"  to whom it may be written: {claim.Meta.Receiver ?? $"nobody, because {ClaimReceiver.WhyNobody(claim.Facts)}"}");
        var shown = all ? route.Candidates : route.Near;
        foreach (var candidate in shown.Where(candidate => candidate.Outcome != RouteOutcome.Chosen)) Console.WriteLine($"  not {candidate.Dialog}: {candidate.Why}");
        if (shown.Count < route.Candidates.Count) Console.WriteLine($"  and {route.Candidates.Count - shown.Count} dialogs about other claims: --all shows why not");
    }

    private static void Policy(Playbook playbook, ClaimCase claim, DateTimeOffset at, TimeZoneInfo zone)
    {
        var rule = new DecidingTable(playbook.Deciding).At(new DecidingQuery { Conversations = "claims", ClaimType = claim.Facts.Type?.Value, ClaimStage = claim.Facts.Stage?.Value, At = at, TimeZone = zone });
        Console.WriteLine("How far its replies may go, within what the settings allow:");
        foreach (var line in DecidingSentences.Explain(rule)) Console.WriteLine($"  {line}");
    }

    private static TimeZoneInfo ZoneOf(string? site) => TimeZoneInfo.TryFindSystemTimeZoneById(Sites.TimeZone(site), out var zone) ? zone : TimeZoneInfo.Utc;
}
