using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Composition;

/// <summary>What this host offers to playbooks beside their files.</summary>
internal static class BotAbilities
{
    public static PlaybookAbilities OfPlaybooks { get; } = new()
    {
        Guards = ContentGuards.Names,
        HeldOf = text => Held(text, presale: true),
        HeldAfterSale = text => Held(text, presale: false),
    };

    private static IReadOnlyList<HeldText> Held(string text, bool presale) =>
        [.. new ContentGuards(ContentGuards.Default).Check(new GuardRequest(text, presale)).Select(f => new HeldText(f.Guard, f.Reason.Text.TrimEnd('.'), f.Start, f.Length))];
}
