namespace MeliBot.Inbox;

/// <summary>A buyer as the panel shows them. Nulls aren't known.</summary>
/// <param name="Place">City and state, as far as Mercado Libre tells.</param>
/// <param name="IsBlocked">May not ask this seller.</param>
/// <param name="At">When Mercado Libre said so.</param>
internal sealed record Buyer(long Id, string? Nickname, string? Place, bool? IsBlocked, DateTimeOffset At);
