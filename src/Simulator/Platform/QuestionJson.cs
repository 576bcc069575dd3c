using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>A question in the shapes that the platform gives it, by call and version.</summary>
internal static class QuestionJson
{
    /// <summary><c>GET /questions/{id}?api_version=4</c>: <c>buyer_id</c>, nine digits, Z.</summary>
    public static JsonObject Four(WorldQuestion q) => new()
    {
        ["id"] = q.Id,
        ["seller_id"] = q.SellerId,
        ["buyer_id"] = q.BuyerId,
        ["item_id"] = q.ItemId,
        ["deleted_from_listing"] = q.DeletedFromListing,
        ["suspected_spam"] = q.SuspectedSpam,
        ["status"] = q.Status,
        ["hold"] = false,
        ["text"] = Text(q),
        ["app_id"] = q.ApplicationId ?? 8304540643508652,
        ["date_created"] = Dates.Nine(q.Created),
        ["last_updated"] = Dates.Nine(q.LastUpdated),
        ["answer"] = Answer(q),
    };

    /// <summary>Without a version: <c>from</c>, no <c>buyer_id</c>, three digits, -04:00.</summary>
    public static JsonObject Old(WorldQuestion q, int answered) => new()
    {
        ["id"] = q.Id,
        ["seller_id"] = q.SellerId,
        ["text"] = Text(q),
        ["tags"] = null,
        ["status"] = q.Status,
        ["item_id"] = q.ItemId,
        ["date_created"] = Dates.Three(q.Created),
        ["hold"] = false,
        ["deleted_from_listing"] = q.DeletedFromListing,
        ["answer"] = Answer(q),
        ["from"] = new JsonObject { ["id"] = q.BuyerId, ["answered_questions"] = answered },
    };

    /// <summary>In a search: <c>from.id</c> only, seven digits, no <c>last_updated</c>.</summary>
    public static JsonObject Found(WorldQuestion q, bool four)
    {
        var body = new JsonObject
        {
            ["date_created"] = four ? Dates.Seven(q.Created) : Dates.Three(q.Created),
            ["item_id"] = q.ItemId,
            ["seller_id"] = q.SellerId,
            ["status"] = q.Status,
            ["text"] = Text(q),
            ["tags"] = new JsonArray(),
            ["id"] = q.Id,
            ["deleted_from_listing"] = q.DeletedFromListing,
            ["hold"] = false,
            ["answer"] = Answer(q),
            ["from"] = new JsonObject { ["id"] = q.BuyerId },
        };
        if (four) body["ai_categories"] = new JsonArray();
        return body;
    }

    // The texts of banned questions and answers come back empty.
    private static string Text(WorldQuestion q) => q.Status == QuestionStatuses.Banned ? "" : q.Text;

    private static JsonObject? Answer(WorldQuestion q) => q.Answer is not { } answer ? null : new()
    {
        ["text"] = answer.Status == "BANNED" ? "" : answer.Text,
        ["status"] = answer.Status,
        ["date_created"] = Dates.Three(answer.Created),
    };
}
