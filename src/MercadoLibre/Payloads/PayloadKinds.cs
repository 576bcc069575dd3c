using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.MercadoLibre;

/// <summary>The kinds of payload that this client reads itself.</summary>
public static class PayloadKinds
{
    public static IReadOnlyList<PayloadKind> All { get; } =
    [
        new("notification", ReadNotification),
        new("question", payload => Model<Question>(payload, normalise: (q, json) => json["asker_id"] = q.AskerId)),
        new("questions-search", payload => Model<QuestionsPage>(payload, needs: ["questions"])),
        new("item", payload => Model<Item>(payload, needs: ["id"])),
        new("items", payload => Entries<Item>(payload, "items")),
        new("user", ReadUser),
        new("token", ReadToken),
        new("missed-feeds", payload => Model<MissedFeeds>(payload, needs: ["messages"], normalise: HideCallbacks)),
        new("error", ReadError),
        new("item-description", payload => Model<ItemDescription>(payload)),
        new("item-variations", payload => List<ItemVariation>(payload, "variations")),
        new("items-search", payload => Model<ItemIds>(payload, needs: ["results"])),
        new("sale-price", payload => Model<SalePrice>(payload, needs: ["amount"])),
        new("shipping-options", payload => Model<ShippingOptions>(payload, needs: ["options"])),
        new("response-time", payload => Model<ResponseTime>(payload, needs: ["total"])),
        new("blacklist", payload => Model<BlockedUsers>(payload, needs: ["users"])),
        new("infractions", payload => Model<Infractions>(payload, needs: ["infractions"])),
        new("last-moderation", payload => List<LastModeration>(payload, "moderations")),
        new("application", payload => Model<ApplicationInfo>(payload, needs: ["id"])),
        new("grants", payload => Model<Grants>(payload, needs: ["grants"])),
        new("revocation", payload => Model<Revocation>(payload, needs: ["user_id"])),
        .. AfterSaleKinds.All,
        .. ClaimKinds.All,
    ];

    /// <summary>A kind that is one model: what later kinds are made of.</summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="needs">Fields without which it is another kind of payload.</param>
    /// <param name="normalise">Last touches on the normalised form.</param>
    public static PayloadContent Model<T>(ReadOnlyMemory<byte> payload, IReadOnlyList<string>? needs = null, Action<T, JsonObject>? normalise = null)
        where T : class
    {
        using var document = Parse(payload);
        return Model(document.RootElement, needs, normalise);
    }

    internal static PayloadContent Model<T>(JsonElement root, IReadOnlyList<string>? needs = null, Action<T, JsonObject>? normalise = null)
        where T : class
    {
        Require(root, JsonValueKind.Object);
        foreach (var field in needs ?? [])
        {
            if (!root.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
                throw new JsonException($"It has no \"{field}\".");
        }

        var model = root.Deserialize<T>(MercadoLibreJson.Options)!;
        var json = JsonSerializer.SerializeToNode(model, MercadoLibreJson.Options)!.AsObject();
        normalise?.Invoke(model, json);
        return new PayloadContent(json, UnknownFinder.Find(root, typeof(T)));
    }

    internal static PayloadContent List<T>(ReadOnlyMemory<byte> payload, string name)
        where T : class
    {
        using var document = Parse(payload);
        return List<T>(document.RootElement, name);
    }

    internal static PayloadContent List<T>(JsonElement root, string name)
        where T : class
    {
        Require(root, JsonValueKind.Array);
        var list = root.Deserialize<List<T>>(MercadoLibreJson.Options)!;
        return new PayloadContent(
            new JsonObject { [name] = JsonSerializer.SerializeToNode(list, MercadoLibreJson.Options) },
            UnknownFinder.Find(root, typeof(List<T>)));
    }

    private static PayloadContent Entries<T>(ReadOnlyMemory<byte> payload, string name)
        where T : class
    {
        using var document = Parse(payload);
        return Entries<T>(document.RootElement, name);
    }

    private static PayloadContent Entries<T>(JsonElement root, string name)
        where T : class
    {
        Require(root, JsonValueKind.Array);
        foreach (var entry in root.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Object || !(entry.TryGetProperty("status_code", out _) || entry.TryGetProperty("code", out _) || entry.TryGetProperty("body", out _)))
                throw new JsonException("Its entries have neither \"status_code\" nor \"code\" nor \"body\".");
        }

        var content = List<BulkEntry<T>>(root, name);
        foreach (var (index, entry) in content.Normalised[name]!.AsArray().OfType<JsonObject>().Index())
        {
            // An error isn't half an item.
            if (UnknownFinder.IsFailedEntry(root[index]) && root[index].TryGetProperty("body", out var body))
                entry["body"] = JsonNode.Parse(body.GetRawText());
            // One form of the two envelopes.
            if (entry["code"] is { } code)
            {
                entry.Remove("code");
                entry["status_code"] ??= code;
            }
        }

        return content;
    }

    private static PayloadContent ReadNotification(ReadOnlyMemory<byte> payload)
    {
        if (!NotificationReader.TryRead(payload.Span, out var notification, out var why))
            throw new JsonException(why);
        using var document = Parse(payload);
        var json = new JsonObject
        {
            ["id"] = notification.Id,
            ["topic"] = notification.Topic.Value,
            ["resource"] = notification.Resource,
            ["user_id"] = notification.UserId,
            ["application_id"] = notification.ApplicationId,
            ["attempts"] = notification.Attempts,
            ["sent"] = notification.Sent is { } sent ? PlatformDate.Format(sent) : null,
            ["received"] = notification.Received is { } received ? PlatformDate.Format(received) : null,
            ["actions"] = new JsonArray([.. notification.Actions.Select(a => (JsonNode?)JsonValue.Create(a))]),
            ["path"] = ResourcePath.TryParse(notification.Topic, notification.Resource, out var path, out _) ? path.Path : null,
        };
        foreach (var (name, value) in notification.Extra)
            json[json.ContainsKey(name) ? $"{name}_" : name] = JsonSerializer.SerializeToNode(value, MercadoLibreJson.Options);
        return new PayloadContent(json, UnknownFinder.Find(document.RootElement, typeof(NotificationBody)));
    }

    private static PayloadContent ReadUser(ReadOnlyMemory<byte> payload)
    {
        using var document = Parse(payload);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array)
            return Entries<User>(root, "users");
        Require(root, JsonValueKind.Object);
        if (root.TryGetProperty("id", out _))
            return Model<User>(root);
        // The platform's pages also show the reputation alone, as its own resource.
        if (!root.TryGetProperty("level_id", out _))
            throw new JsonException("It has no \"id\".");
        var reputation = Model<SellerReputation>(root);
        return new PayloadContent(
            new JsonObject { ["seller_reputation"] = reputation.Normalised },
            [.. reputation.Unknown.Select(u => $"seller_reputation.{u}")]);
    }

    private static PayloadContent ReadToken(ReadOnlyMemory<byte> payload) => Model<TokenAnswer>(payload, needs: ["access_token"], normalise: (token, json) =>
    {
        foreach (var name in json.Select(p => p.Key).ToList())
        {
            // What isn't known may be a secret too.
            if (name is "access_token" or "refresh_token" || token.Extra?.ContainsKey(name) == true)
                json[name] = "***";
        }
    });

    private static void HideCallbacks(MissedFeeds feeds, JsonObject json)
    {
        foreach (var message in json["messages"]!.AsArray().OfType<JsonObject>())
        {
            // The callback's path is a secret of ours.
            if (message["request"] is JsonObject request && request["url"] is { } url)
                request["url"] = Uri.TryCreate(url.ToString(), UriKind.Absolute, out var uri) ? $"{uri.Scheme}://{uri.Authority}/***" : "***";
        }
    }

    private static PayloadContent ReadError(ReadOnlyMemory<byte> payload)
    {
        var status = 0;
        var text = Encoding.UTF8.GetString(payload.Span);
        try
        {
            using var document = Parse(payload);
            // A body that was filed together with its status.
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("body", out var body)
                && (root.TryGetProperty("http_status", out var filed) || root.TryGetProperty("status_code", out filed))
                && Scalar.TryParseInt64(filed.ToString(), out var number) && number is >= 100 and <= 999)
            {
                status = (int)number;
                text = body.ValueKind switch
                {
                    JsonValueKind.String => body.GetString()!,
                    JsonValueKind.Null => "",
                    _ => body.GetRawText(),
                };
            }
        }
        catch (JsonException)
        {
            // The platform's errors needn't be JSON: bare words, a page of the edge, nothing.
        }

        var error = ErrorReader.Read(status, Encoding.UTF8.GetBytes(text));
        var parts = ErrorParts.Parse(text.Trim());
        var json = new JsonObject
        {
            ["status"] = error.Status == 0 ? null : error.Status,
            ["kind"] = error.Kind.ToString(),
            ["code"] = error.Code,
            ["message"] = error.Message,
            ["what_to_do"] = error.WhatToDo,
            ["transient"] = error.IsTransient,
            ["causes"] = new JsonArray([.. error.Causes.Select(c => (JsonNode?)new JsonObject
            {
                ["code"] = c.Code,
                ["message"] = c.Message,
                ["type"] = c.Type,
                ["references"] = new JsonArray([.. c.References.Select(r => (JsonNode?)JsonValue.Create(r))]),
            })]),
            ["body"] = parts.Shape == ErrorShape.Json ? JsonNode.Parse(error.RawBody is { Length: < 4096 } raw ? raw : "null") : error.RawBody,
        };
        return new PayloadContent(json, parts.UnknownFields);
    }

    internal static JsonDocument Parse(ReadOnlyMemory<byte> payload) =>
        JsonDocument.Parse(payload, new JsonDocumentOptions { AllowTrailingCommas = true });

    private static void Require(JsonElement root, JsonValueKind kind)
    {
        if (root.ValueKind != kind)
            throw new JsonException($"It is {Name(root.ValueKind)}, not {Name(kind)}.");
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => $"a {kind.ToString().ToLowerInvariant()}",
    };
}
