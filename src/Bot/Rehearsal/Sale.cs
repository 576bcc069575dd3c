using MeliBot.Dialogs.Facts;

namespace MeliBot.Bot.Rehearsal;

/// <summary>The sale that a rehearsed message is about.</summary>
/// <param name="Facts">Null where there is one, and nothing is known about it.</param>
/// <param name="Site">Where it was sold; null when not known.</param>
internal sealed record Sale(SaleFacts? Facts, string? Site)
{
    public static readonly Sale Unknown = new(null, null);
}
