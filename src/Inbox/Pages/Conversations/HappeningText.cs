using MeliBot.Inbox.Conversations;

namespace MeliBot.Inbox.Pages.Conversations;

/// <summary>English wordings, which are also the keys of the others. What became of answers stands at their questions.</summary>
internal static class HappeningText
{
    public static string? Of(HappeningView happening) => (happening.Name, happening.State) switch
    {
        ("handoff.initiate", _) => string.IsNullOrWhiteSpace(happening.Text) ? "The bot asked for a person." : "The bot asked for a person: {0}",
        ("handoff.status", "accepted") => string.IsNullOrWhiteSpace(happening.Text) || happening.Text == "accepted" ? "A person took over." : "{0} took over.",
        ("handoff.status", "completed") => "The conversation was handed back to the bot.",
        ("handoff.status", "failed") => "Nobody took it; the bot answers again.",
        _ => null,
    };
}
