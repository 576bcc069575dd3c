using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder app, World world)
    {
        app.MapGet("/messages/packs/{pack}/sellers/{seller}", (HttpContext http, string pack, string seller) => Thread(http, world, pack, seller)).Needs(world, Permission.Communication);
        app.MapPost("/messages/packs/{pack}/sellers/{seller}", (HttpContext http, string pack, string seller) => SendAsync(http, world, pack, seller)).Needs(world, Permission.Communication, write: true);
        app.MapGet("/messages/unread", (HttpContext http) => Unread(http, world)).Needs(world, Permission.Communication);
        app.MapGet("/messages/attachments/{id}", (HttpContext http, string id) => Download(http, world, id)).Needs(world, Permission.Communication);
        app.Post("/messages/attachments", http => UploadAsync(http, world)).Needs(world, Permission.Communication, write: true);
        app.MapGet("/messages/{id}", (HttpContext http, string id) => Message(http, world, id)).Needs(world, Permission.Communication);
    }

    private static IResult Thread(HttpContext http, World world, string packText, string sellerText)
    {
        if (NoTag(http) is { } no) return no;
        var query = http.Request.Query;
        if (!SalesEndpoints.TryId(packText, out var pack) || world.Messages.Thread(pack) is not { } thread) return Reply.Error(404, "order_not_found", $"order_not_found {packText}");
        if (thread.SellerId != Caller.Of(http).UserId || sellerText != thread.SellerId.ToString(CultureInfo.InvariantCulture))
            return Reply.Error(403, "forbidden", $"User access token invalid for resource /packs/{packText}/sellers/{sellerText}");
        if (!Number(query["offset"], 0, out var offset) || !Number(query["limit"], 10, out var limit)) return Reply.Error(400, "bad_request", "The values of limit and offset must be positive numbers");

        // Newest first, as it was seen; without a limit only ten.
        var all = world.Messages.Of(pack, http.ReadLag()).Reverse().ToList();
        var page = all.Skip(offset).Take(limit).ToList();
        var body = MessageJson.Thread(world, thread, page, all.Count, offset, limit);
        // Whoever doesn't say otherwise has read it all.
        if (query["mark_as_read"] != "false") world.Messages.ReadAsSeller(pack);
        return Reply.Ok(body);
    }

    private static async Task<IResult> SendAsync(HttpContext http, World world, string packText, string sellerText)
    {
        if (NoTag(http) is { } no) return no;
        JsonObject? body;
        try
        {
            body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: CancellationToken.None) as JsonObject;
        }
        catch (JsonException)
        {
            return Reply.Error(400, "bad_request", "A JSON body is required");
        }

        if (body is null) return Reply.Error(400, "bad_request", "A JSON body is required");
        if (User(body["from"]) is not { } from) return Reply.Error(400, "bad_request", "The field 'from' is required");
        if (User(body["to"]) is not { } to) return Reply.Error(400, "bad_request", "The field 'to.user_id' is required");
        // An object, as other shapes of the platform have it, is refused with words that lead astray.
        if (body["text"] is { } given && (given is not JsonValue value || value.GetValueKind() != JsonValueKind.String)) return Reply.Error(400, "bad_request", "Unexpected exception parsing json string");
        var files = new List<string>();
        if (body["attachments"] is { } attachments)
        {
            if (attachments is not JsonArray { Count: > 0 } list || !list.All(file => file is JsonValue name && name.GetValueKind() == JsonValueKind.String))
                return Reply.Error(400, "bad_request", "The attachments must be a list of keys");
            files.AddRange(list.Select(file => file!.GetValue<string>()));
        }

        if (!SalesEndpoints.TryId(packText, out var pack)) return Reply.Error(404, "order_not_found", $"order_not_found {packText}");
        var caller = Caller.Of(http);
        if (sellerText != caller.UserId.ToString(CultureInfo.InvariantCulture)) return Reply.Error(403, "forbidden", $"Access denied for user {caller.UserId} to order {packText}");
        var outcome = world.Messages.Send(pack, caller.UserId, from, to, body["text"]?.GetValue<string>() ?? "", files, caller.By);
        return outcome.Refusal is { } refusal ? MessageJson.Refused(refusal) : Reply.Ok(MessageJson.Message(outcome.Message!), 201);
    }

    private static IResult Message(HttpContext http, World world, string id)
    {
        if (NoTag(http) is { } no) return no;
        if (world.Messages.Find(id) is not { Swallowed: false } message) return Reply.Error(400, "bad_request", $"The message with id {id} does not exist");
        if (http.TooYoung(message.Created, world)) return Reply.Error(404, "not_found", "The message could not be retrieved from storage");
        if (message.SellerId != Caller.Of(http).UserId) return Reply.Error(403, "forbidden", "Access denied");
        return message is { FromSeller: false, Status: "moderated" } ? Reply.Error(400, "bad_request", $"The message with id {id} does not exist") : Reply.Ok(MessageJson.Envelope(message));
    }

    private static IResult Unread(HttpContext http, World world)
    {
        if (NoTag(http) is { } no) return no;
        var user = Caller.Of(http).UserId;
        IEnumerable<(long Pack, long Seller, int Count)> found = world.Messages.Unread(user).Select(thread => (thread.Pack, user, thread.Count));
        // Threads in which the account is the buyer are listed too, and refused when they are read.
        if (http.Request.Query["role"] != "seller")
            found = found.Concat(world.Messages.Threads.Where(thread => thread.BuyerId == user).Select(thread => (thread.Pack, thread.SellerId, 1)));
        var results = found.Take(500).ToList();
        return Reply.Ok(new JsonObject
        {
            ["user_id"] = user.ToString(CultureInfo.InvariantCulture),
            ["total"] = results.Count,
            ["results"] = new JsonArray([.. results.Select(thread => (JsonNode?)new JsonObject { ["resource"] = $"/packs/{thread.Pack}/sellers/{thread.Seller}", ["count"] = thread.Count })]),
        });
    }

    private static async Task<IResult> UploadAsync(HttpContext http, World world)
    {
        if (NoTag(http) is { } no) return no;
        if (http.Request.Query["site_id"].ToString().Length == 0) return Reply.Error(400, "bad_request", "The parameter site_id is required");
        if (!http.Request.HasFormContentType) return Reply.Error(400, "bad_request", "A multipart body is required");
        var form = await http.Request.ReadFormAsync(CancellationToken.None);
        if (form.Files.GetFile("file") is not { } file || file.Length == 0) return Reply.Error(400, "bad_request", "The file is empty");
        if (file.Length > FileShelf.MaxBytes) return Reply.Error(400, "bad_request", "The file is bigger than 25 Mb");
        if (file.FileName.Length > 200 || file.FileName.AsSpan().ContainsAny('/', '\\')) return Reply.Error(400, "bad_request", "The name of the file is too long or not valid");
        if (Path.GetExtension(file.FileName).ToUpperInvariant() is not (".JPG" or ".JPEG" or ".PNG" or ".PDF" or ".TXT")) return Reply.Error(400, "bad_request", "The extension of the file is not allowed");
        using var content = new MemoryStream();
        await file.CopyToAsync(content, CancellationToken.None);
        return Reply.Ok(new JsonObject { ["id"] = world.Messages.Files.Add(Caller.Of(http).UserId, file.FileName, file.ContentType, content.ToArray()).Id });
    }

    private static IResult Download(HttpContext http, World world, string id)
    {
        if (NoTag(http) is { } no) return no;
        if (http.Request.Query["site_id"].ToString().Length != 3) return Reply.Error(400, "bad_request", "The site is not valid");
        return world.Messages.Files.Content(id) is { } content
            ? Results.Bytes(content, "application/octet-stream")
            : Reply.Ok(new JsonObject { ["message"] = "File can not be accessed, try it later", ["error"] = null, ["status"] = 500, ["cause"] = new JsonArray() }, 500);
    }

    // Without it the platform doesn't know the resource, whatever it is.
    internal static IResult? NoTag(HttpContext http) => http.Request.Query["tag"] == "post_sale" ? null : Reply.Error(404, "not_found", "resource not found");

    private static long? User(JsonNode? node) => node?["user_id"] is JsonValue id
        ? id.GetValueKind() == JsonValueKind.Number && id.TryGetValue(out long number) ? number : SalesEndpoints.TryId(id.ToString(), out number) ? number : null
        : null;

    private static bool Number(string? text, int otherwise, out int number)
    {
        number = otherwise;
        return string.IsNullOrEmpty(text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 0);
    }
}
