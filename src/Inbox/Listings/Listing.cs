namespace MeliBot.Inbox;

/// <summary>A listing as the panel shows it. Nulls aren't known.</summary>
/// <param name="At">When Mercado Libre said so.</param>
internal sealed record Listing(
    string Id,
    string Title,
    string? Thumbnail,
    string? Permalink,
    string? Price,
    int? Stock,
    string? Status,
    string? Condition,
    bool? FreeShipping,
    string? ShippingMode,
    IReadOnlyList<(string Name, int? Quantity)> Variations,
    IReadOnlyList<(string Name, string Value)> Attributes,
    DateTimeOffset At);
