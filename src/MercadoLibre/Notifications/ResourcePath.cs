using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using MeliBot.Patterns;

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

        if (!_patterns.TryGetValue(topic, out var pattern))
        {
            why = topic.IsKnown ? $"Topic {topic} has no resource that this client reads." : "The topic is unknown.";
            return false;
        }

        var match = resource.Length <= 256 ? pattern.Match(resource) : Match.Empty;
        if (!match.Success)
        {
            why = $"The resource isn't one of topic {topic}.";
            return false;
        }

        var id = match.Groups["id"].Value;
        // Ids are 64-bit; a longer run of digits belongs to nobody.
        if (match.Groups["number"].Success && !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            why = $"The resource's id is no id of topic {topic}.";
            return false;
        }

        var normal = resource.Trim('/');
        path = new ResourcePath(topic, IsMessage(topic) && !normal.Contains('/', StringComparison.Ordinal) ? $"{Prefix(topic)}{normal}" : $"/{normal}", id);
        return true;
    }

    public override string ToString() => Path;

    private static bool IsMessage(Topic topic) => topic == Topic.Messages || topic == Topic.MarketplaceMessages;

    private static string Prefix(Topic topic) => topic == Topic.Messages ? "/messages/" : "/marketplace/messages/";

    private const string Number = "(?<id>(?<number>[0-9]{1,19}))";
    private const string Item = "(?<id>[A-Z]{3}[0-9]{1,15})";
    private const string Guid = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    private static readonly Dictionary<Topic, LinearPattern> _patterns = new()
    {
        [Topic.Questions] = Pattern($"questions/{Number}"),
        [Topic.MarketplaceQuestions] = Pattern($"marketplace/questions/{Number}"),
        [Topic.Messages] = Pattern($"(messages/)?(?<id>[0-9A-Za-z]{{16,64}}|{Guid})"),
        [Topic.MarketplaceMessages] = Pattern($"(marketplace/messages/)?(?<id>[0-9A-Za-z]{{16,64}}|{Guid})"),
        [Topic.PostPurchase] = Pattern($"(post-purchase/)?v[12]/claims/{Number}"),
        [Topic.Claims] = Pattern($"(post-purchase/)?(v[12]/)?claims/{Number}"),
        [Topic.MarketplaceClaims] = Pattern($"marketplace/(v[12]/)?claims/{Number}"),
        [Topic.Orders] = Pattern($"orders/{Number}"),
        [Topic.MarketplaceOrders] = Pattern($"marketplace/orders/{Number}"),
        [Topic.OrdersFeedback] = Pattern($"orders/{Number}/feedback"),
        [Topic.Items] = Pattern($"items/{Item}"),
        [Topic.MarketplaceItems] = Pattern($"(marketplace/)?items/{Item}"),
        [Topic.ItemsPrices] = Pattern($"items/{Item}(/prices|/sale_price)?"),
        [Topic.Shipments] = Pattern($"shipments/{Number}"),
        [Topic.Payments] = Pattern($"(collections|payments)/{Number}"),
        [Topic.StockLocation] = Pattern("user-products/(?<id>[A-Z]{3}U[0-9]{1,15})/stock"),
        [Topic.StockLocations] = Pattern("user-products/(?<id>[A-Z]{3}U[0-9]{1,15})/stock"),
        [Topic.StockLocationsUnderscore] = Pattern("user-products/(?<id>[A-Z]{3}U[0-9]{1,15})/stock"),
        [Topic.FulfillmentStock] = Pattern($"stock/fulfillment/operations/{Number}"),
        [Topic.Leads] = Pattern($"(vis/leads|vis_leads)/(?<id>[0-9A-Za-z]{{1,64}}|{Guid})"),
    };

    // Non-backtracking: the text comes from anyone. \z, because $ would let a line break pass.
    private static LinearPattern Pattern(string path) => new($@"\A/?{path}\z");
}
