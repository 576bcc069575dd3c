using System.Globalization;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>Messages and threads in the platform's forms.</summary>
internal static class MessageJson
{
    public static JsonObject Thread(World world, WorldThread thread, IReadOnlyList<WorldMessage> page, int total, int offset, int limit)
    {
        var block = world.Messages.BlockOf(thread);
        return new()
        {
            ["paging"] = new JsonObject { ["limit"] = limit, ["offset"] = offset, ["total"] = total },
            ["conversation_status"] = new JsonObject
            {
                ["path"] = $"/packs/{thread.Pack}/sellers/{thread.SellerId}{(thread.Agent ? "/conversations/post_sale" : "")}",
                ["status"] = block is null ? "active" : "blocked",
                ["substatus"] = block,
                // Near the reading, as in production.
                ["status_date"] = Dates.Seconds(world.Clock.GetUtcNow()),
                ["status_update_allowed"] = false,
                ["claim_ids"] = new JsonArray([.. world.Claims.OpenOf(thread.Pack).Select(id => (JsonNode?)id)]),
                ["shipping_id"] = null,
                ["data"] = null,
            },
            ["messages"] = new JsonArray([.. page.Select(message => (JsonNode?)Message(message))]),
            ["seller_max_message_length"] = thread.MaxLength ?? MessageBoard.UsualLength,
            ["buyer_max_message_length"] = MessageBoard.BuyerLength,
        };
    }

    public static JsonObject Envelope(WorldMessage message) => new() { ["paging"] = null, ["conversation_status"] = null, ["messages"] = new JsonArray(Message(message)) };

    public static JsonObject Message(WorldMessage m) => new()
    {
        ["id"] = m.Id,
        ["site_id"] = m.SiteId,
        ["client_id"] = m.By.StartsWith("app:", StringComparison.Ordinal) ? long.Parse(m.By[4..], CultureInfo.InvariantCulture) : null,
        ["from"] = new JsonObject { ["user_id"] = m.From },
        ["to"] = new JsonObject { ["user_id"] = m.To },
        ["status"] = m.Status,
        ["subject"] = null,
        ["text"] = m.Text,
        ["message_date"] = DatesOf(m),
        ["message_moderation"] = new JsonObject
        {
            ["is_automatic"] = m.Reason == "AUTOMATIC_MESSAGE",
            ["status"] = m.Moderation,
            ["reason"] = m.Reason,
            ["source"] = "online",
            ["moderation_date"] = Dates.Seconds(m.Created),
        },
        ["message_attachments"] = m.Files.Count == 0 ? null : new JsonArray([.. m.Files.Select(file => (JsonNode?)File(file))]),
        ["message_resources"] = new JsonArray(
            new JsonObject { ["id"] = m.Pack.ToString(CultureInfo.InvariantCulture), ["name"] = "packs" },
            new JsonObject { ["id"] = m.SellerId.ToString(CultureInfo.InvariantCulture), ["name"] = "sellers" }),
        ["conversation_first_message"] = false,
        ["data"] = new JsonObject { ["last_message_session_id"] = null, ["option_id"] = m.Option, ["order_id"] = null },
    };

    /// <summary>The shorter answer of the action guide.</summary>
    public static JsonObject Contacted(WorldMessage m) => new()
    {
        ["id"] = m.Id,
        ["to"] = new JsonObject { ["user_id"] = m.To, ["name"] = "Ana" },
        ["status"] = m.Status,
        ["text"] = m.Text,
        ["message_date"] = DatesOf(m),
        // Lower case here, upper case in threads.
        ["message_moderation"] = new JsonObject { ["status"] = m.Moderation, ["reason"] = m.Reason?.ToLowerInvariant(), ["source"] = "online", ["moderation_date"] = Dates.Utc(m.Created) },
    };

    private static JsonObject DatesOf(WorldMessage m) => new()
    {
        ["received"] = Dates.Seconds(m.Created),
        ["available"] = m.Status == "available" ? Dates.Seconds(m.Created) : null,
        ["notified"] = null,
        ["created"] = Dates.Seconds(m.Created),
        ["read"] = m.Read is { } read ? Dates.Seconds(read) : null,
    };

    private static JsonObject File(WorldFile file) => new()
    {
        ["filename"] = file.Id,
        ["original_filename"] = file.Name,
        ["type"] = file.Type,
        ["size"] = file.Size,
        ["potential_security_threat"] = file.Threat,
        ["creation_date"] = Dates.Seconds(file.Created),
    };

    public static IResult Refused(MessageRefusal refusal) => refusal.Form switch
    {
        MessageErrorForm.Coded => Reply.Ok(new JsonObject { ["status_code"] = refusal.Status, ["code"] = refusal.Error, ["message"] = refusal.Message }, refusal.Status),
        MessageErrorForm.Guide => Reply.Ok(
            new JsonObject { ["cause"] = refusal.Cause, ["error"] = refusal.Error, ["message"] = refusal.Message, ["status_code"] = refusal.Status }, refusal.Status),
        _ => Reply.Error(refusal.Status, refusal.Error, refusal.Message),
    };
}
