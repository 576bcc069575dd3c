using MeliBot.Adapter.Orders;

namespace MeliBot.Inbox.Index;

/// <summary>What the board shows. Nulls don't narrow it.</summary>
/// <param name="Tag">The platform's own word.</param>
/// <param name="Text">Words, or beginnings of them; accents and case don't matter.</param>
/// <param name="Deleted">The deleted leads instead of those that are shown.</param>
public sealed record SaleQuery(OrderStage? Stage = null, long? Account = null, string? Tag = null, string? Text = null, bool Deleted = false);
