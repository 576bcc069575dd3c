using System.Globalization;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary><c>/questions/search</c> and <c>/my/received_questions/search</c>: total at the top, no paging object.</summary>
internal static class QuestionSearch
{
    private const int PageLimit = 50;
    private const int MaxOffset = 1000;

    private static readonly string[] Statuses =
    [
        QuestionStatuses.Answered, QuestionStatuses.Banned, QuestionStatuses.ClosedUnanswered, QuestionStatuses.Deleted,
        QuestionStatuses.Disabled, QuestionStatuses.Unanswered, QuestionStatuses.UnderReview,
    ];

    private static readonly string[] Sorts = ["item_id", "from_id", "date_created", "seller_id"];

    public static IResult Search(HttpContext http, World world, Caller caller, bool received)
    {
        var query = http.Request.Query;
        var lag = http.ReadLag();
        if (!Number(query["limit"], PageLimit, out var limit) || !Number(query["offset"], 0, out var offset))
        {
            return Reply.Error(400, "invalid_query", "limit and offset must be positive integers");
        }

        if (offset > MaxOffset) return Reply.Error(400, "invalid_offset", $"offset can not be greater than {MaxOffset}");
        limit = Math.Min(limit, PageLimit);
        var four = query["api_version"] == "4";
        var filters = new JsonObject { ["limit"] = limit, ["offset"] = offset };
        if (four) filters["api_version"] = "4";
        filters["is_admin"] = false;
        filters["sorts"] = new JsonArray();
        filters["caller"] = caller.UserId;

        IEnumerable<WorldQuestion> found;
        var item = query["item"].ToString() is { Length: > 0 } a ? a : query["item_id"].ToString();
        if (received)
        {
            found = world.Questions.Of(caller.UserId, lag);
        }
        else if (query["seller_id"].ToString() is { Length: > 0 } seller)
        {
            if (seller != Key(caller.UserId)) return Reply.Forbidden();
            filters["seller"] = caller.UserId;
            found = world.Questions.Of(caller.UserId, lag);
        }
        else if (item.Length > 0)
        {
            if (world.Items.Find(item) is not { } listing) return Reply.Error(404, "not_found", $"Item with id {item} not found");
            if (listing.SellerId != caller.UserId) return Reply.Forbidden();
            found = world.Questions.Of(caller.UserId, lag);
        }
        else if (query["from"].ToString() == Key(caller.UserId))
        {
            found = world.Questions.All;
        }
        else
        {
            found = world.Questions.Of(caller.UserId, lag);
        }

        if (item.Length > 0)
        {
            filters["item"] = item;
            found = found.Where(q => q.ItemId == item);
        }

        // Not a number (someone sends a date): matches nothing, as the real one does.
        if (query["from"].ToString() is { Length: > 0 } from)
        {
            filters["from"] = from;
            found = found.Where(q => Key(q.BuyerId) == from);
        }

        if (query["status"].ToString() is { Length: > 0 } status)
        {
            filters["status"] = status;
            found = found.Where(q => string.Equals(q.Status, status, StringComparison.OrdinalIgnoreCase));
        }

        if (!TrySort(found.Where(q => !q.Hidden), query["sort_fields"].ToString(), query["sort_types"].ToString(), filters, out var sorted))
        {
            return Reply.Error(400, "invalid_sort", $"sort_fields must be among [{string.Join(", ", Sorts)}]");
        }

        var all = sorted.ToList();
        return Reply.Ok(new JsonObject
        {
            ["total"] = all.Count,
            ["limit"] = limit,
            ["questions"] = new JsonArray([.. all.Skip(offset).Take(limit).Select(q => QuestionJson.Found(q, four))]),
            ["filters"] = filters,
            ["available_filters"] = AvailableFilters(),
            ["available_sorts"] = new JsonArray([.. Sorts.Select(s => JsonValue.Create(s))]),
        });
    }

    private static bool TrySort(IEnumerable<WorldQuestion> questions, string fields, string types, JsonObject filters, out IEnumerable<WorldQuestion> sorted)
    {
        var names = fields.Length == 0 ? ["date_created"] : fields.Split(',');
        var directions = types.Split(',');
        IOrderedEnumerable<WorldQuestion>? ordered = null;
        sorted = questions;
        for (var i = 0; i < names.Length; i++)
        {
            Func<WorldQuestion, object>? key = names[i].Trim() switch
            {
                "item_id" => q => q.ItemId,
                "seller_id" => q => q.SellerId,
                "from_id" => q => q.BuyerId,
                "date_created" => q => (q.Created, q.Id),
                _ => null,
            };
            if (key is null) return false;
            var descending = i < directions.Length && directions[i].Length > 0
                ? directions[i].Trim().Equals("DESC", StringComparison.OrdinalIgnoreCase)
                : fields.Length == 0;
            ordered = (ordered, descending) switch
            {
                (null, false) => questions.OrderBy(key),
                (null, true) => questions.OrderByDescending(key),
                (_, false) => ordered.ThenBy(key),
                (_, true) => ordered.ThenByDescending(key),
            };
            if (fields.Length > 0) ((JsonArray)filters["sorts"]!).Add(names[i].Trim());
        }

        sorted = ordered!;
        return true;
    }

    private static JsonArray AvailableFilters() =>
    [
        new JsonObject { ["id"] = "item", ["name"] = "Item", ["type"] = "text" },
        new JsonObject { ["id"] = "from", ["name"] = "From user id", ["type"] = "number" },
        new JsonObject { ["id"] = "seller", ["name"] = "Seller id", ["type"] = "number" },
        new JsonObject
        {
            ["id"] = "status", ["name"] = "Status", ["type"] = "text", ["values"] = new JsonArray([.. Statuses.Select(s => JsonValue.Create(s))]),
        },
    ];

    private static bool Number(string? text, int otherwise, out int number)
    {
        number = otherwise;
        return string.IsNullOrEmpty(text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 0);
    }

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);
}
