using System.Globalization;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>Finds claims as the platform does: by one real filter at least, in pairs where it wants pairs, a hundred at most.</summary>
internal static class ClaimSearch
{
    private const int Usual = 30;
    private const int Most = 100;
    private const int LastOffset = 9999;

    private static readonly string[] Filters =
    [
        "id", "type", "stage", "status", "resource", "resource_id", "reason_id", "site_id", "players.role", "players.user_id", "order_id", "pack_id", "payment_id", "parent_id",
        "date_created", "last_updated",
    ];

    public static IResult Search(HttpContext http, World world)
    {
        var query = http.Request.Query;
        if (!Filters.Any(query.ContainsKey) && !query.ContainsKey("range"))
            return Bad("invalid_query", $"at least any of these filters is required: [{string.Join(", ", Filters)}]");
        if (query.ContainsKey("resource") != query.ContainsKey("resource_id") || query.ContainsKey("players.role") != query.ContainsKey("players.user_id"))
            return Bad("invalid_params", "Invalid parameters. At least submit some of these filters: [resource and resource_id] [players.role and players.user_id]...");
        if (query.ContainsKey("order_id") && query.ContainsKey("pack_id")) return Bad("invalid_params", "Invalid parameters. order_id and pack_id exclude each other");
        if (!Number(query["limit"], Usual, out var limit) || !Number(query["offset"], 0, out var offset) || offset > LastOffset)
            return Bad("invalid_params", $"Invalid parameters. offset must be between 0 and {LastOffset}, limit a positive number");
        if (Ranges(query["range"]) is not { } ranges) return Bad("invalid_params", "Invalid parameters. range must be date_created:after:DATE,before:DATE");

        var caller = Caller.Of(http).UserId;
        var found = Sorted(
            world.Claims.AllAt(http.ReadLag()).Where(claim => (claim.SellerId == caller || claim.BuyerId == caller) && Fits(world, claim, query) && ranges.All(range => range(claim))),
            query["sort"]).ToList();
        limit = Math.Min(limit, Most);
        return Reply.Ok(new JsonObject
        {
            ["paging"] = new JsonObject { ["total"] = found.Count, ["offset"] = offset, ["limit"] = limit },
            ["data"] = ClaimJson.List(found.Skip(offset).Take(limit), ClaimJson.Found),
        });
    }

    private static bool Fits(World world, WorldClaim c, IQueryCollection query)
    {
        bool Is(string name, string? value) => !query.TryGetValue(name, out var wanted) || wanted.ToString().Split(',').Contains(value, StringComparer.Ordinal);
        bool Id(string name, long? value) => Is(name, value?.ToString(CultureInfo.InvariantCulture));
        return Id("id", c.Id) && Is("type", c.Type) && Is("stage", c.Stage) && Is("status", c.Status) && Is("resource", c.Resource) && Id("resource_id", c.ResourceId)
            && Is("reason_id", c.ReasonId) && Is("site_id", c.SiteId) && Id("parent_id", c.ParentId)
            && (!query.TryGetValue("players.role", out var role) || Id("players.user_id", c.UserOf(role.ToString())))
            // Everything that is tied to the sale, whatever the claim's own resource is.
            && Id("order_id", c.OrderId ?? (c.Resource == "order" ? c.ResourceId : null)) && Id("pack_id", c.Conversation)
            && (!query.ContainsKey("payment_id") || Id("payment_id", c.OrderId is { } order ? world.Sales.Order(order)?.Payment?.Id : null))
            && On(query["date_created"], c.Created) && On(query["last_updated"], c.LastUpdated);
    }

    private static bool On(string? wanted, DateTimeOffset at) => string.IsNullOrEmpty(wanted) || (Date(wanted) is { } date && date == at);

    private static IEnumerable<WorldClaim> Sorted(IEnumerable<WorldClaim> claims, string? sort)
    {
        var (field, order) = sort?.Split(':') is [var name, var way] ? (name, way) : ("date_created", "desc");
        Func<WorldClaim, DateTimeOffset> key = field == "last_updated" ? claim => claim.LastUpdated : claim => claim.Created;
        return order == "asc" ? claims.OrderBy(key).ThenBy(claim => claim.Id) : claims.OrderByDescending(key).ThenByDescending(claim => claim.Id);
    }

    /// <summary><c>last_updated:after:2026-09-01T00:00:00.000Z,before:…</c>; null: it can't be read.</summary>
    private static List<Func<WorldClaim, bool>>? Ranges(IEnumerable<string?> texts)
    {
        var ranges = new List<Func<WorldClaim, bool>>();
        foreach (var text in texts.OfType<string>())
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || text[..colon] is not ("date_created" or "last_updated")) return null;
            Func<WorldClaim, DateTimeOffset> date = text[..colon] == "date_created" ? claim => claim.Created : claim => claim.LastUpdated;
            foreach (var part in text[(colon + 1)..].Split(','))
            {
                var after = part.StartsWith("after:", StringComparison.Ordinal);
                if (!after && !part.StartsWith("before:", StringComparison.Ordinal)) return null;
                if (Date(part[(part.IndexOf(':', StringComparison.Ordinal) + 1)..]) is not { } bound) return null;
                ranges.Add(after ? claim => date(claim) >= bound : claim => date(claim) <= bound);
            }
        }

        return ranges;
    }

    private static DateTimeOffset? Date(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static bool Number(string? text, int otherwise, out int number)
    {
        number = otherwise;
        return string.IsNullOrEmpty(text) || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    // This corner's errors of a search say no status.
    private static IResult Bad(string error, string message) => Reply.Ok(new JsonObject { ["error"] = error, ["message"] = message }, 400);
}
