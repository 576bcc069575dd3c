using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Composition;

/// <summary>What this host offers to playbooks beside their files.</summary>
internal static class BotAbilities
{
    public static PlaybookAbilities OfPlaybooks { get; } = new()
    {
        Guards = ContentGuards.Names,
        HeldOf = text => [.. new ContentGuards(ContentGuards.Default).Check(new GuardRequest(text)).Select(f => new HeldText(f.Guard, f.Reason.Text.TrimEnd('.'), f.Start, f.Length))],
    };
}
