using System.CommandLine;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Local;
using Spectre.Console;

namespace MeliBot.Bot.Commands;

internal static class ConversationsCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "For example questions:{account}:{item}:{buyer}." };
        var max = new Option<int>("--max") { Description = "How many.", DefaultValueFactory = _ => 50 };
        var notices = new Option<bool>("--notices") { Description = "Only those whose last answer was sent for a person to look at." };
        return new Command("conversations", "Looks at conversations.")
        {
            new Command("list", "Shows the conversations that changed last, what was decided and why; those to look at are marked.") { max, notices, HostSettings.File }
                .Does((result, cancellationToken) => ListAsync(new(result.GetValue(HostSettings.File)), result.GetValue(max), result.GetValue(notices), cancellationToken)),
            new Command("show", "Shows a conversation: what was said, what the bot made of it, what became of its answers.") { id, HostSettings.File }
                .Does((result, cancellationToken) => ShowAsync(new(result.GetValue(HostSettings.File)), result.GetRequiredValue(id), cancellationToken)),
        };
    }

    private static async Task<int> ListAsync(HostSettings settings, int max, bool notices, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        var rows = (await session.Control.ConversationsAsync(max, cancellationToken)).Where(row => !notices || row.Last is { Notify: true }).ToList();
        if (rows.Count == 0)
        {
            Console.WriteLine(notices ? "Nothing was sent that a person should look at." : "There are no conversations yet.");
            return 0;
        }

        var table = new Table().AddColumns("Changed (UTC)", "Conversation", "Owner", "Decided", "Why");
        foreach (var row in rows)
        {
            var decided = row.Last is null ? "" : row.Last.Notify ? $"{row.Last.Decision}, look at it" : row.Last.Decision;
            table.AddRow($"{row.UpdatedAt:yyyy-MM-dd HH:mm:ss}", Markup.Escape(row.Id), Markup.Escape(row.Owner), decided, Markup.Escape(string.Join(" ", row.Last?.Reasons ?? [])));
        }

        Screen.Out.Write(table);
        return 0;
    }

    private static async Task<int> ShowAsync(HostSettings settings, string id, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        var conversation = await session.Control.ConversationAsync(id, cancellationToken)
            ?? throw new CommandException($"There is no conversation \"{id}\".", "Nothing of this id is stored here.", "Ids have the form questions:{account}:{item}:{buyer}.");
        Console.WriteLine($"{conversation.Id}   owner: {conversation.Owner}");
        var turns = conversation.Turns.ToLookup(t => t.Activity);
        foreach (var activity in conversation.Activities)
        {
            Console.WriteLine($"{activity.At:yyyy-MM-dd HH:mm:ss}  {Who(activity.Role),-8}  {activity.Text}");
            foreach (var turn in turns[activity.Id])
                Console.WriteLine($"{"",21}{"",8}  -> {turn.Decision}{(turn.Notify ? ", a person is told" : "")}{(turn.Intents.Count > 0 ? $" [{string.Join(", ", turn.Intents)}]" : "")}{string.Concat(turn.Reasons.Select(r => $" {r}"))}");
        }

        foreach (var effect in conversation.Effects)
            Console.WriteLine($"effect {effect.Key}: {effect.State} by {effect.Author}, tries {effect.Attempt}{(effect.Reason is null ? "" : $" ({effect.Reason})")}");
        return 0;
    }

    private static string Who(string role) => role switch
    {
        "incoming" => "buyer",
        "outgoing" => "seller",
        _ => role,
    };
}
