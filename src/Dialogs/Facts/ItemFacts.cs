namespace MeliBot.Dialogs.Facts;

/// <summary>What is known about a listing. Every null means "not known", and must be said so.</summary>
public sealed record ItemFacts
{
    public required string Id { get; init; }

    public Fact<string>? Title { get; init; }

    public Fact<Money>? Price { get; init; }

    public Fact<int>? AvailableQuantity { get; init; }

    /// <summary>Empty when the listing is known to have none.</summary>
    public Fact<IReadOnlyList<Variation>>? Variations { get; init; }

    public Fact<Warranty>? Warranty { get; init; }

    public Fact<Shipping>? Shipping { get; init; }

    /// <summary>As the platform says it: <c>new</c>, <c>used</c>, <c>not_specified</c>, or a later value.</summary>
    public Fact<string>? Condition { get; init; }

    /// <summary>As the platform says it: <c>active</c>, <c>paused</c>, <c>closed</c>, <c>under_review</c>, or a later value.</summary>
    public Fact<string>? Status { get; init; }

    public Fact<string>? Permalink { get; init; }
}

/// <summary>One choice on the listing, for example Color Azul, Talle M.</summary>
/// <param name="Quantity">Null when not known.</param>
/// <param name="Price">Null when it is the listing's.</param>
public sealed record Variation(IReadOnlyList<VariationAttribute> Attributes, int? Quantity, Money? Price = null);

/// <param name="Name">As the listing shows it, for example <c>Color</c>.</param>
/// <param name="Value">As the listing shows it, for example <c>Azul marino</c>.</param>
public sealed record VariationAttribute(string Name, string Value);

/// <param name="Text">As the listing shows it, for example <c>Garantía del vendedor: 6 meses</c>.</param>
/// <param name="Exists">False when the listing says that there is none.</param>
public sealed record Warranty(string Text, bool Exists = true);

/// <param name="Free">The seller pays; null when not known.</param>
/// <param name="Mode">me1, me2, custom, not_specified, or a later value; null when not known.</param>
/// <param name="LogisticType">fulfillment, self_service, cross_docking and others; null when not known.</param>
/// <param name="LocalPickUp">Null when not known.</param>
public sealed record Shipping(bool? Free, string? Mode, string? LogisticType, bool? LocalPickUp);
