using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MeliBot.MercadoLibre;

/// <summary>
/// The path of a resource that a notification may name: parsed by the topic's own pattern or refused. What comes out holds only
/// letters, digits, <c>/ - _</c>, begins with one slash, and can't leave the platform's host.
/// </summary>
public sealed record ResourcePath
{
    private ResourcePath(Topic topic, string path, string id) => (Topic, Path, Id) = (topic, path, id);

    public Topic Topic { get; }

    /// <summary>Normalised: with its leading slash, without trailing slash or query.</summary>
    public string Path { get; }

    /// <summary>The id at its heart: question, message, claim, order, item...</summary>
    public string Id { get; }

    /// <summary><see cref="Id"/> as a number, or null where it isn't one.</summary>
    public long? NumericId => long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Parses the resource of a notification.</summary>
    /// <param name="topic">Decides which paths are allowed.</param>
    /// <param name="resource">As it came: with or without a leading slash, or for messages a bare id.</param>
    /// <param name="path">The path, if it is the topic's own.</param>
    /// <param name="why">Otherwise the reason, without repeating the resource.</param>
    public static bool TryParse(Topic topic, string? resource, [NotNullWhen(true)] out ResourcePath? path, [NotNullWhen(false)] out string? why)
    {
        path = null;
        why = null;
        if (string.IsNullOrEmpty(resource))
        {
            why = "There is no resource.";
            return false;
        }

        if (!_shapes.TryGetValue(topic, out var shape))
        {
            why = topic.IsKnown ? $"Topic {topic} has no resource that this client reads." : "The topic is unknown.";
            return false;
        }

        if (resource.Length > 256 || shape.Id(resource) is not { } id)
        {
            why = $"The resource isn't one of topic {topic}.";
            return false;
        }

        // Ids are 64-bit; a longer run of digits belongs to nobody.
        if (shape.IsNumber && !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            why = $"The resource's id is no id of topic {topic}.";
            return false;
        }

        path = new ResourcePath(topic, Normal(topic, resource.Trim('/'), id), id);
        return true;
    }

    public override string ToString() => Path;

    private static string Normal(Topic topic, string resource, string id)
    {
        // However a notice spells it, and whichever part it names, what is read is the claim, where the platform has it today.
        if (IsClaim(topic))
            return $"/post-purchase/v1/claims/{id}";
        return IsMessage(topic) && !resource.Contains('/', StringComparison.Ordinal) ? $"{Prefix(topic)}{resource}" : $"/{resource}";
    }

    private static bool IsClaim(Topic topic) => topic == Topic.PostPurchase || topic == Topic.Claims || topic == Topic.ClaimsActions;

    private static bool IsMessage(Topic topic) => topic == Topic.Messages || topic == Topic.MarketplaceMessages;

    private static string Prefix(Topic topic) => topic == Topic.Messages ? "/messages/" : "/marketplace/messages/";

    private const string Number = "(?<id>[0-9]{1,19})";
    private const string Item = "(?<id>[A-Z]{3}[0-9]{1,15})";
    private const string Claim = $"(post-purchase/)?(v[12]/)?claims/{Number}";
    private const string Part = "(/[a-z][a-z_-]{0,40}){0,3}";
    private const string Guid = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    private static readonly Dictionary<Topic, ResourceShape> _shapes = new()
    {
        [Topic.Questions] = ResourceShape.Numbered("questions/"),
        [Topic.MarketplaceQuestions] = ResourceShape.Numbered("marketplace/questions/"),
        [Topic.Messages] = ResourceShape.Of($"(messages/)?(?<id>[0-9A-Za-z]{{16,64}}|{Guid})"),
        [Topic.MarketplaceMessages] = ResourceShape.Of($"(marketplace/messages/)?(?<id>[0-9A-Za-z]{{16,64}}|{Guid})"),
        [Topic.PostPurchase] = ResourceShape.Of($"{Claim}{Part}", number: true),
        [Topic.Claims] = ResourceShape.Of($"{Claim}{Part}", number: true),
        [Topic.ClaimsActions] = ResourceShape.Of($"{Claim}{Part}", number: true),
        [Topic.MarketplaceClaims] = ResourceShape.Of($"marketplace/(v[12]/)?claims/{Number}", number: true),
        [Topic.Orders] = ResourceShape.Numbered("orders/"),
        [Topic.MarketplaceOrders] = ResourceShape.Numbered("marketplace/orders/"),
        [Topic.OrdersFeedback] = ResourceShape.Of($"orders/{Number}/feedback", number: true),
        [Topic.Items] = ResourceShape.Of($"items/{Item}"),
        [Topic.MarketplaceItems] = ResourceShape.Of($"(marketplace/)?items/{Item}"),
        [Topic.ItemsPrices] = ResourceShape.Of($"items/{Item}(/prices|/sale_price)?"),
        [Topic.Shipments] = ResourceShape.Numbered("shipments/"),
        [Topic.Payments] = ResourceShape.Of($"(collections|payments)/{Number}", number: true),
        [Topic.StockLocation] = ResourceShape.Of("user-products/(?<id>[A-Z]{3}U[0-9]{1,15})/stock"),
        [Topic.StockLocations] = ResourceShape.Of("user-products/(?<id>[A-Z]{3}U[0-9]{1,15})/stock"),
        [Topic.StockLocationsUnderscore] = ResourceShape.Of("user-products/(?<id>[A-Z]{3}U[0-9]{1,15})/stock"),
        [Topic.FulfillmentStock] = ResourceShape.Numbered("stock/fulfillment/operations/"),
        [Topic.Leads] = ResourceShape.Of($"(vis/leads|vis_leads)/(?<id>[0-9A-Za-z]{{1,64}}|{Guid})"),
    };
}
