using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>How a seller may open the thread of a sale by Mercado Envíos: by a reason, each once.</summary>
internal static class ActionGuideEndpoints
{
    private const int Longest = 350;

    // After delivery these sites no longer offer the free reason.
    private static readonly HashSet<string> NoOtherAfterDelivery = ["MEC", "MPE", "MLU", "MCO", "MLM", "MLC"];

    public static void MapActionGuide(this IEndpointRouteBuilder app, World world)
    {
        app.MapGet("/messages/action_guide/packs/{pack}", (HttpContext http, string pack) => Guide(http, world, pack)).Needs(world, Permission.Communication);
        app.MapGet("/messages/action_guide/packs/{pack}/caps_available", (HttpContext http, string pack) => Caps(http, world, pack)).Needs(world, Permission.Communication);
        app.MapPost("/messages/action_guide/packs/{pack}/option", (HttpContext http, string pack) => UseAsync(http, world, pack)).Needs(world, Permission.Communication, write: true);
    }

    private static IResult Guide(HttpContext http, World world, string pack) =>
        Refused(http, world, pack, out var thread) ?? Reply.Ok(new JsonObject { ["options"] = new JsonArray([.. Options(world, thread!).Select(option => (JsonNode?)Option(thread!, option))]) });

    private static IResult Caps(HttpContext http, World world, string pack) =>
        Refused(http, world, pack, out var thread)
        ?? Reply.Ok(new JsonArray([.. Options(world, thread!).Select(option => (JsonNode?)new JsonObject { ["option_id"] = option, ["cap_available"] = Left(thread!, option) })]));

    private static async Task<IResult> UseAsync(HttpContext http, World world, string pack)
    {
        if (Refused(http, world, pack, out var thread) is { } refused) return refused;
        JsonObject? body;
        try
        {
            body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: CancellationToken.None) as JsonObject;
        }
        catch (JsonException)
        {
            body = null;
        }

        if (body?["option_id"] is not JsonValue named || named.GetValueKind() != JsonValueKind.String) return MessageJson.Refused(new(404, "not_found", "option not valid", MessageErrorForm.Guide));
        var option = named.GetValue<string>();
        // One request at a time for a sale, from the first look to the message.
        lock (world.Core.Gate)
        {
            if (Objection(world, thread!, option) is { } no) return Journaled(world, thread!, no, http, option);
            if (Text(world, thread!, option, body, out var text) is { } bad) return Journaled(world, thread!, bad, http, text);
            return Reply.Ok(MessageJson.Contacted(world.Messages.Contact(thread!, option, text, Caller.Of(http).By)));
        }
    }

    private static IResult Journaled(World world, WorldThread thread, MessageRefusal refusal, HttpContext http, string text)
    {
        world.Journal.Effect(EffectKinds.Message, thread.Pack.ToString(CultureInfo.InvariantCulture), refusal.Error, Caller.Of(http).By, thread.SellerId, text);
        return MessageJson.Refused(refusal);
    }

    private static MessageRefusal? Objection(World world, WorldThread thread, string option)
    {
        if (thread.Locked) return new(409, "conflict", "Another request is locking the conversation", MessageErrorForm.Guide);
        if (thread.BuyerDeactivated) return new(451, "unavailable_for_legal_reasons", "Unavailable", MessageErrorForm.Guide);
        if (!Options(world, thread).Contains(option, StringComparer.Ordinal)) return new(404, "not_found", "option not valid", MessageErrorForm.Guide);
        if (thread.Excepted) return new(400, "bad_request", "This pack belongs to an excepted case, it is requested to use the messaging resource.", MessageErrorForm.Guide, "blocked_by_excepted_case");
        if (world.Messages.HasBuyerWritten(thread.Pack)) return new(403, "forbidden", "The conversation is blocked, check blocked messages", MessageErrorForm.Guide, ThreadBlocks.UseMessages);
        if (world.Messages.BlockOf(thread) is { } block && block != ThreadBlocks.StartedBySellerLimited) return new(403, "forbidden", "The conversation is blocked", MessageErrorForm.Guide, block);
        return Left(thread, option) > 0 ? null : new(403, "bad_request", $"You are not allowed to execute the option {option} again", MessageErrorForm.Guide);
    }

    private static MessageRefusal? Text(World world, WorldThread thread, string option, JsonObject body, out string text)
    {
        text = "";
        if (option is "SEND_INVOICE_LINK" or "OTHER")
        {
            if (body["text"] is not JsonValue given || given.GetValueKind() != JsonValueKind.String) return new(400, "bad_request", "The text is required", MessageErrorForm.Guide);
            text = given.GetValue<string>();
            if (text.Length is 0 or > Longest) return new(400, "limit_exceeded", "The text is invalid", MessageErrorForm.Guide);
            return MessageCharset.Unsupported(text) is { } sign ? new(400, "bad_request", $"The text has character/s {sign} that is/are not supported.", MessageErrorForm.Guide) : null;
        }

        if (body["template_id"]?.ToString() != Template(option)) return new(400, "bad_request", "The template is invalid", MessageErrorForm.Guide);
        text = option switch
        {
            "REQUEST_VARIANTS" => thread.SiteId == "MLB" ? "Olá! Qual variação você prefere?" : "¡Hola! ¿Qué variante preferís?",
            "REQUEST_BILLING_INFO" => thread.SiteId == "MLB" ? "Olá! Precisamos dos dados para a nota fiscal." : "¡Hola! Necesitamos los datos para tu factura.",
            _ => thread.SiteId == "MLB" ? "Olá! Entregaremos sua compra hoje." : "¡Hola! Entregaremos tu compra hoy.",
        };
        return null;
    }

    private static List<string> Options(World world, WorldThread thread)
    {
        var orders = world.Sales.Of(thread.Pack);
        var logistic = orders is [var first, ..] ? first.Shipping.LogisticType : null;
        var delivered = orders.Any(order => order.ShipmentId is { } id && world.Sales.Shipment(id) is { Status: "delivered" });
        var options = new List<string>();
        if (logistic is "cross_docking" or "drop_off" or "xd_drop_off") options.Add("REQUEST_VARIANTS");
        options.AddRange(["REQUEST_BILLING_INFO", "SEND_INVOICE_LINK"]);
        if (logistic == "self_service") options.Add("DELIVERY_PROMISE");
        if (!delivered || !NoOtherAfterDelivery.Contains(thread.SiteId)) options.Add("OTHER");
        return options;
    }

    private static JsonObject Option(WorldThread thread, string option)
    {
        var free = option is "SEND_INVOICE_LINK" or "OTHER";
        var vars = option != "DELIVERY_PROMISE" ? null : new JsonArray(
            new JsonObject { ["id"] = $"{Template(option)}___VAR___INIT", ["type"] = "NUMBER" },
            new JsonObject { ["id"] = $"{Template(option)}___VAR___LIMIT", ["type"] = "NUMBER" });
        return new()
        {
            ["id"] = option,
            ["internal_description"] = option,
            ["enabled"] = true,
            ["type"] = free ? "free_text" : option == "DELIVERY_PROMISE" ? "TEMPLATE" : "template",
            ["templates"] = free ? null : new JsonArray(new JsonObject { ["id"] = Template(option), ["vars"] = vars }),
            ["actionable"] = true,
            ["char_limit"] = free ? Longest : null,
            ["child_options"] = null,
            ["cap_available"] = Left(thread, option),
        };
    }

    private static int Left(WorldThread thread, string option) => Math.Max(0, 1 - thread.Used.GetValueOrDefault(option));

    private static string Template(string option) => $"TEMPLATE___{option}___1";

    private static IResult? Refused(HttpContext http, World world, string text, out WorldThread? thread)
    {
        thread = null;
        if (MessageEndpoints.NoTag(http) is { } no) return no;
        if (!SalesEndpoints.TryId(text, out var pack) || (thread = world.Messages.Thread(pack)) is null) return MessageJson.Refused(new(404, "not_found", "pack not found", MessageErrorForm.Guide));
        return thread.SellerId == Caller.Of(http).UserId ? null : MessageJson.Refused(new(403, "forbidden", "not allowed pack", MessageErrorForm.Guide));
    }
}
