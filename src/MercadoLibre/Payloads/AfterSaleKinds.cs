using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.MercadoLibre;

/// <summary>The kinds of payload that come after a sale.</summary>
internal static class AfterSaleKinds
{
    public static IReadOnlyList<PayloadKind> All { get; } =
    [
        new("order", payload => PayloadKinds.Model<Order>(payload, needs: ["id"], normalise: (order, json) => json["conversation_pack"] = order.ConversationPack)),
        new("orders-search", payload => PayloadKinds.Model<OrdersPage>(payload, needs: ["results", "paging"])),
        new("pack", payload => PayloadKinds.Model<Pack>(payload, needs: ["id", "orders"])),
        new("payment", payload => PayloadKinds.Model<Payment>(payload, needs: ["id", "status"])),
        new("shipment", ReadShipment),
        new("shipment-items", payload => PayloadKinds.List<ShipmentItem>(payload, "items")),
        new("shipment-history", payload => PayloadKinds.List<ShipmentMove>(payload, "moves")),
        new("dispatch-deadline", payload => PayloadKinds.Model<DispatchDeadline>(payload, needs: ["status"])),
        new("messages", ReadThread),
        new("message", ReadMessage),
        new("unread", payload => PayloadKinds.Model<UnreadThreads>(payload, needs: ["results"])),
        new("action-guide", ReadGuide),
        new("attachment", ReadAttachment),
    ];

    private static PayloadContent ReadShipment(ReadOnlyMemory<byte> payload) =>
        PayloadKinds.Model<Shipment>(payload, needs: ["id", "status"], normalise: (shipment, json) =>
        {
            // Where a body has them in another place, they are also where the other one would.
            json["mode"] = shipment.ModeOfShipping.Value;
            json["logistic_type"] = shipment.TypeOfLogistic.Value;
            json["promised_for"] = shipment.PromisedFor is { } date ? PlatformDate.Format(date) : null;
        });

    private static PayloadContent ReadThread(ReadOnlyMemory<byte> payload)
    {
        using var document = PayloadKinds.Parse(payload);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array)
        {
            var list = PayloadKinds.List<Message>(root, "messages");
            WithKeys(list.Normalised["messages"]!.AsArray());
            return list;
        }

        var content = PayloadKinds.Model<MessageThread>(root, needs: root.ValueKind == JsonValueKind.Object && root.TryGetProperty("results", out _) ? ["results", "paging"] : ["messages"], normalise: (_, json) =>
        {
            // One name for the messages of either shape.
            if (json["results"] is JsonArray { Count: > 0 } results && json["messages"] is JsonArray { Count: 0 })
                json["messages"] = results.DeepClone();
            json.Remove("results");
        });
        WithKeys(content.Normalised["messages"]!.AsArray());
        return content;
    }

    private static PayloadContent ReadMessage(ReadOnlyMemory<byte> payload)
    {
        using var document = PayloadKinds.Parse(payload);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array)
        {
            if (root.GetArrayLength() != 1)
                throw new JsonException($"It is a list of {root.GetArrayLength()} messages: read it as messages.");
            return One(PayloadKinds.Model<Message>(root[0]));
        }

        var content = PayloadKinds.Model<FoundMessage>(root);
        if (content.Normalised["messages"] is not JsonArray { Count: > 0 } messages)
        {
            content.Normalised.Remove("messages");
            return One(content);
        }

        if (messages.Count != 1)
            throw new JsonException($"It holds {messages.Count} messages: read it as messages.");
        // The envelope's own members stay beside those of the message.
        var message = messages[0]!.DeepClone().AsObject();
        foreach (var (name, value) in content.Normalised)
        {
            if (name != "messages" && value is not (null or JsonArray { Count: 0 }) && !message.ContainsKey(name))
                message[name] = value.DeepClone();
        }

        return One(content with { Normalised = message });
    }

    private static PayloadContent One(PayloadContent content)
    {
        if (!WithKey(content.Normalised))
            throw new JsonException("It has no \"id\".");
        return content;
    }

    private static void WithKeys(JsonArray messages)
    {
        foreach (var message in messages.OfType<JsonObject>())
            WithKey(message);
    }

    private static bool WithKey(JsonObject message)
    {
        message["id"] ??= message["message_id"]?.DeepClone() ?? message["_id"]?.DeepClone();
        return message["id"] is not null;
    }

    private static PayloadContent ReadGuide(ReadOnlyMemory<byte> payload)
    {
        using var document = PayloadKinds.Parse(payload);
        // The caps alone are a list.
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? PayloadKinds.List<ContactCap>(document.RootElement, "caps")
            : PayloadKinds.Model<ActionGuide>(document.RootElement, needs: ["options"]);
    }

    private static PayloadContent ReadAttachment(ReadOnlyMemory<byte> payload) =>
        PayloadKinds.Model<MessageAttachment>(payload, normalise: (file, _) =>
        {
            if (string.IsNullOrEmpty(file.Key))
                throw new JsonException("It has neither \"id\" nor \"filename\".");
        });
}
