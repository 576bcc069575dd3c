namespace MeliBot.Simulator;

/// <summary>A listing, as it stands at one moment.</summary>
public sealed record WorldItem
{
    public required string Id { get; init; }
    public required long SellerId { get; init; }
    public required string SiteId { get; init; }
    public required string Title { get; init; }
    public required string CurrencyId { get; init; }
    public decimal Price { get; init; }

    /// <summary>The price before a promotion, when there is one.</summary>
    public decimal? RegularPrice { get; init; }

    /// <summary>Stock of an item without variations; with them, theirs count.</summary>
    public int Stock { get; init; }

    public int Sold { get; init; }
    public string Status { get; init; } = "active";
    public IReadOnlyList<string> SubStatus { get; init; } = [];
    public string Condition { get; init; } = "new";
    public string Description { get; init; } = "";
    public WorldWarranty? Warranty { get; init; }
    public WorldShipping Shipping { get; init; } = new();
    public IReadOnlyList<WorldAttribute> Attributes { get; init; } = [];
    public IReadOnlyList<WorldVariation> Variations { get; init; } = [];
    public string? Sku { get; init; }
    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset LastUpdated { get; init; }

    public int Available => Variations.Count == 0 ? Stock : Variations.Sum(v => v.Stock);
}

public sealed record WorldVariation
{
    public long Id { get; init; }

    /// <summary>What tells it from the others: colour, size, voltage.</summary>
    public IReadOnlyList<WorldAttribute> Combination { get; init; } = [];

    public int Stock { get; init; }
    public int Sold { get; init; }
    public decimal? Price { get; init; }
    public string? Sku { get; init; }
}

/// <param name="Id">The platform's id, such as COLOR, SIZE, VOLTAGE, BRAND.</param>
/// <param name="Name">The name in the site's language.</param>
public sealed record WorldAttribute(string Id, string Name, string Value);

/// <param name="Type">In the site's language: "Garantía de fábrica", "Garantia do vendedor".</param>
/// <param name="Time">Such as "6 meses"; null when none is said.</param>
public sealed record WorldWarranty(string Type, string? Time);

public sealed record WorldShipping
{
    public string Mode { get; init; } = "me2";
    public string LogisticType { get; init; } = "cross_docking";
    public bool Free { get; init; }
    public bool LocalPickUp { get; init; }
    public IReadOnlyList<WorldShippingOption> Options { get; init; } = [];
}

/// <param name="Days">Until it arrives.</param>
public sealed record WorldShippingOption(string Name, decimal Cost, int Days);

public sealed record NewItem
{
    public string? Id { get; init; }
    public required long SellerId { get; init; }
    public required string Title { get; init; }
    public decimal Price { get; init; } = 1000;
    public decimal? RegularPrice { get; init; }
    public int Stock { get; init; } = 10;
    public int Sold { get; init; }
    public string Condition { get; init; } = "new";
    public string Description { get; init; } = "";
    public WorldWarranty? Warranty { get; init; }
    public WorldShipping? Shipping { get; init; }
    public IReadOnlyList<WorldAttribute>? Attributes { get; init; }
    public IReadOnlyList<WorldVariation>? Variations { get; init; }
    public string? Sku { get; init; }
}
