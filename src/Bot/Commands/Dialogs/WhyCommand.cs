using System.CommandLine;
using MeliBot.Adapter.Inbound;
using MeliBot.Dialogs.Deciding;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>Why this policy now: which rule set each value, what it overrules, until when it holds.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var account = new Option<long?>("--account") { Description = "The seller's number." };
        var item = new Option<string?>("--item") { Description = "The listing's id." };
        var categories = new Option<string[]>("--category") { Description = "The listing's category, and those above it, nearest first." };
        var kinds = new Option<string[]>("--kind") { Description = "What is asked: an intent, negative or critical; may be repeated." };
        var conversations = new Option<string>("--conversations") { Description = "questions, orders or claims.", DefaultValueFactory = _ => "questions" };
        var type = new Option<string?>("--type") { Description = "Of a claim: its type, such as mediations." };
        var stage = new Option<string?>("--stage") { Description = "Of a claim: its stage, such as dispute." };
        var at = new Option<string?>("--at") { Description = "When, such as 2026-12-24T22:00-03:00. Without it now." };
        var zone = new Option<string?>("--zone") { Description = "The account's time zone, such as America/Mexico_City. Without it the zone of the listing's site." };
        var playbook = PlaybookOption.Create();
        return new Command("why", "Explains which rules of the playbook hold for a listing at a time: who sets each value, over whom, and until when.") { account, item, categories, kinds, conversations, type, stage, at, zone, playbook }
            .Does((result, _) =>
            {
                var rules = PlaybookOption.Read(result.GetValue(playbook));
                var table = new DecidingTable(rules.Deciding);
                var query = new DecidingQuery
                {
                    Account = result.GetValue(account),
                    Item = result.GetValue(item),
                    Categories = result.GetValue(categories) ?? [],
                    Kinds = result.GetValue(kinds) ?? [],
                    Conversations = result.GetValue(type) is null && result.GetValue(stage) is null ? result.GetRequiredValue(conversations) : "claims",
                    ClaimType = result.GetValue(type),
                    ClaimStage = result.GetValue(stage),
                    At = result.GetValue(at) is { } time ? TryCommand.ReadTime(time) : TimeProvider.System.GetUtcNow(),
                    TimeZone = Zone(result.GetValue(zone), result.GetValue(item)),
                };
                Console.WriteLine($"{rules.Name} {rules.Version}, {DecidingSentences.Local(query.At, query.TimeZone.Id)}");
                foreach (var line in DecidingSentences.Explain(table.At(query))) Console.WriteLine($"  {line}");
                Console.WriteLine(table.NextChange(query) is { } next ? $"So it stays until {DecidingSentences.Local(next, query.TimeZone.Id)}." : "So it stays for the next 400 days at least.");
                return Task.FromResult(0);
            });
    }

    private static TimeZoneInfo Zone(string? named, string? item)
    {
        var name = named ?? Sites.TimeZone(Sites.OfItem(item));
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw new CommandException($"There is no time zone \"{name}\".", "This machine doesn't know it.", "Write an IANA name, such as America/Argentina/Buenos_Aires.");
    }
}
