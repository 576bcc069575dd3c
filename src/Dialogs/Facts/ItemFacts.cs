namespace MeliBot.Dialogs.Facts;

/// <summary>What is known about a listing. Every null means "not known", and must be said so.</summary>
public sealed record ItemFacts
{
    public required string Id { get; init; }

    public Fact<string>? Title { get; init; }

    /// <summary>What a buyer pays now.</summary>
    public Fact<Money>? Price { get; init; }

    /// <summary>The price that is crossed out; null where nothing is discounted.</summary>
    public Fact<Money>? OriginalPrice { get; init; }

    public Fact<int>? AvailableQuantity { get; init; }

    public Fact<int>? SoldQuantity { get; init; }

    /// <summary>Empty when the listing is known to have none.</summary>
    public Fact<IReadOnlyList<Variation>>? Variations { get; init; }

    /// <summary>The data sheet, without what the platform marks as not applying.</summary>
    public Fact<IReadOnlyList<ItemProperty>>? Attributes { get; init; }

    public Fact<IReadOnlyList<ItemProperty>>? SaleTerms { get; init; }

    public Fact<Warranty>? Warranty { get; init; }

    public Fact<Shipping>? Shipping { get; init; }

    /// <summary>As the platform says it: <c>new</c>, <c>used</c>, <c>not_specified</c>, or a later value.</summary>
    public Fact<string>? Condition { get; init; }

    /// <summary>As the platform says it: <c>active</c>, <c>paused</c>, <c>closed</c>, <c>under_review</c>, or a later value.</summary>
    public Fact<string>? Status { get; init; }

    /// <summary>The category's id.</summary>
    public Fact<string>? Category { get; init; }

    public Fact<string>? Permalink { get; init; }
}

/// <summary>One choice on the listing, for example Color Azul, Talle M.</summary>
/// <param name="Quantity">Null when not known.</param>
/// <param name="Price">Null when it is the listing's.</param>
public sealed record Variation(IReadOnlyList<VariationAttribute> Attributes, int? Quantity, Money? Price = null);

/// <param name="Name">As the listing shows it, for example <c>Color</c>.</param>
/// <param name="Value">As the listing shows it, for example <c>Azul marino</c>.</param>
public sealed record VariationAttribute(string Name, string Value);

/// <summary>A line of the data sheet or of the terms of sale.</summary>
/// <param name="Id">The platform's, such as <c>BRAND</c>; empty for one of the seller's own.</param>
/// <param name="Name">As the listing shows it, for example <c>Marca</c>.</param>
public sealed record ItemProperty(string Id, string Name, string Value);

/// <param name="Text">As the listing shows it, for example <c>Garantía del vendedor: 6 meses</c>.</param>
/// <param name="Exists">False when the listing says that there is none.</param>
/// <param name="Type">Who gives it; null when not known.</param>
/// <param name="Time">How long; null when not known.</param>
public sealed record Warranty(string Text, bool Exists = true, string? Type = null, string? Time = null);

/// <param name="Free">The seller pays; null when not known.</param>
/// <param name="Mode">me1, me2, custom, not_specified, or a later value; null when not known.</param>
/// <param name="LogisticType">fulfillment, self_service, cross_docking and others; null when not known.</param>
/// <param name="LocalPickUp">Null when not known.</param>
public sealed record Shipping(bool? Free, string? Mode, string? LogisticType, bool? LocalPickUp);

/// <summary>Bringing the listing to a postcode.</summary>
/// <param name="Cost">What the buyer pays, 0 for free; null when not known.</param>
/// <param name="From">The earliest day; null when not known.</param>
/// <param name="To">The latest day; null when not known.</param>
/// <param name="Place">Where the postcode is.</param>
public sealed record DeliveryOffer(Money? Cost, DateTimeOffset? From, DateTimeOffset? To, string Place);

/// <param name="TimeZone">IANA name.</param>
public sealed record AccountFacts(long Id, string? Nickname, string? SiteId, string TimeZone);
