using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Outbound.Guards.Learnt;
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
        HeldInClaims = text => Held(text, presale: false, claim: true),
    };

    /// <summary>What is learnt of whole answers says nothing about one of their parts.</summary>
    private static readonly IGuard[] OfParts = [.. ContentGuards.Default.Where(guard => guard.Name != SuspicionGuard.Name)];

    private static IReadOnlyList<HeldText> Held(string text, bool presale, bool claim = false) =>
        [.. new ContentGuards(OfParts).Check(new GuardRequest(text, presale, claim)).Select(f => new HeldText(f.Guard, f.Reason.Text.TrimEnd('.'), f.Start, f.Length))];
}
