using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What a notification is about.</summary>
[JsonConverter(typeof(OpenEnumConverter<Topic>))]
public readonly record struct Topic(string? Value) : IOpenEnum<Topic>
{
    public static readonly Topic Questions = new("questions");
    public static readonly Topic Messages = new("messages");
    public static readonly Topic PostPurchase = new("post_purchase");
    public static readonly Topic Claims = new("claims");
    public static readonly Topic ClaimsActions = new("claims_actions");
    public static readonly Topic Orders = new("orders_v2");
    public static readonly Topic OrdersFeedback = new("orders_feedback");
    public static readonly Topic Items = new("items");
    public static readonly Topic ItemsPrices = new("items_prices");
    public static readonly Topic Shipments = new("shipments");
    public static readonly Topic Payments = new("payments");
    public static readonly Topic Invoices = new("invoices");
    public static readonly Topic StockLocation = new("stock-location");
    public static readonly Topic StockLocations = new("stock-locations");
    public static readonly Topic StockLocationsUnderscore = new("stock_locations");
    public static readonly Topic FulfillmentStock = new("fbm_stock_operations");
    public static readonly Topic UserProductFamilies = new("user-products-families");
    public static readonly Topic FlexHandshakes = new("flex-handshakes");
    public static readonly Topic PriceSuggestion = new("price_suggestion");
    public static readonly Topic CatalogCompetition = new("catalog_item_competition_status");
    public static readonly Topic CatalogSuggestions = new("catalog_suggestions");
    public static readonly Topic PublicOffers = new("public_offers");
    public static readonly Topic PublicCandidates = new("public_candidates");
    public static readonly Topic Leads = new("vis_leads");
    public static readonly Topic LeadsCredits = new("leads-credits");
    public static readonly Topic Quotations = new("quotations");
    public static readonly Topic MarketplaceQuestions = new("marketplace_questions");
    public static readonly Topic MarketplaceMessages = new("marketplace_messages");
    public static readonly Topic MarketplaceClaims = new("marketplace_claims");
    public static readonly Topic MarketplaceOrders = new("marketplace_orders");
    public static readonly Topic MarketplaceItems = new("marketplace_items");

    public static IReadOnlyList<Topic> Known { get; } =
    [
        Questions, Messages, PostPurchase, Claims, ClaimsActions, Orders, OrdersFeedback, Items, ItemsPrices, Shipments, Payments, Invoices,
        StockLocation, StockLocations, StockLocationsUnderscore, FulfillmentStock, UserProductFamilies, FlexHandshakes, PriceSuggestion,
        CatalogCompetition, CatalogSuggestions, PublicOffers, PublicCandidates, Leads, LeadsCredits, Quotations,
        MarketplaceQuestions, MarketplaceMessages, MarketplaceClaims, MarketplaceOrders, MarketplaceItems,
    ];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static Topic From(string value) => new(value);

    public bool Equals(Topic other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
