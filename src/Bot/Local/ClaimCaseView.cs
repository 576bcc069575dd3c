namespace MeliBot.Bot.Local;

/// <summary>A claim to weigh dialogs on.</summary>
/// <param name="Claim">As it is stored.</param>
/// <param name="Orders">That it is about; empty where that isn't known.</param>
public sealed record ClaimCaseView(string Claim, IReadOnlyList<OrderView> Orders);
