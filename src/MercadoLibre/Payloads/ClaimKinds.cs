using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.MercadoLibre;

/// <summary>The kinds of payload of claims and returns.</summary>
internal static class ClaimKinds
{
    public static IReadOnlyList<PayloadKind> All { get; } =
    [
        // Captures of claims are often partial: a type or a status is what they all have.
        new("claim", payload => PayloadKinds.Model<Claim>(payload, needs: ["status", "players"], normalise: (claim, json) => json["reason_group"] = claim.ReasonGroup.ToString())),
        new("claim-search", payload => PayloadKinds.Model<ClaimsPage>(payload, needs: ["data", "paging"])),
        new("claim-detail", payload => PayloadKinds.Model<ClaimDetail>(payload, needs: ["title"])),
        new("claim-messages", ReadMessages),
        new("claim-reason", payload => PayloadKinds.Model<ClaimReason>(payload, needs: ["id", "flow"], normalise: (reason, json) => json["group"] = reason.Group.ToString())),
        new("affects-reputation", payload => PayloadKinds.Model<ClaimReputation>(payload, needs: ["affects_reputation"])),
        new("expected-resolutions", ReadResolutions),
        new("claim-status-history", payload => PayloadKinds.List<ClaimStatusChange>(payload, "changes")),
        new("claim-actions-history", payload => PayloadKinds.List<ClaimActionTaken>(payload, "actions")),
        new("partial-refund-offers", payload => PayloadKinds.Model<PartialRefundOffers>(payload, needs: ["available_offers"])),
        new("claim-evidences", ReadEvidences),
        new("claim-attachment", payload => PayloadKinds.Model<ClaimAttachment>(payload, normalise: NameFile)),
        new("change", payload => PayloadKinds.Model<ClaimChanges>(payload, needs: ["data"])),
        new("return", payload => PayloadKinds.Model<Return>(payload, needs: ["id", "status"])),
        new("return-reviews", payload => PayloadKinds.Model<ReturnReviews>(payload, needs: ["reviews"])),
        new("return-reasons", payload => PayloadKinds.List<ReturnReason>(payload, "reasons")),
        new("return-cost", payload => PayloadKinds.Model<ReturnCost>(payload, needs: ["amount"])),
    ];

    private static PayloadContent ReadMessages(ReadOnlyMemory<byte> payload)
    {
        using var document = PayloadKinds.Parse(payload);
        var root = document.RootElement;
        var content = root.ValueKind == JsonValueKind.Array
            ? PayloadKinds.List<ClaimMessage>(root, "messages")
            : PayloadKinds.Model<ClaimMessageEnvelope>(root, needs: ["data"], normalise: (_, json) =>
            {
                // One name for the messages of either shape.
                json["messages"] = json["data"]!.DeepClone();
                json.Remove("data");
            });
        foreach (var message in content.Normalised["messages"]!.AsArray().OfType<JsonObject>())
            message["key"] = message.Deserialize<ClaimMessage>(MercadoLibreJson.Options)!.Key;
        return content;
    }

    private static PayloadContent ReadResolutions(ReadOnlyMemory<byte> payload)
    {
        var content = PayloadKinds.List<ExpectedResolution>(payload, "resolutions");
        foreach (var resolution in content.Normalised["resolutions"]!.AsArray().OfType<JsonObject>())
        {
            // One form of the two spellings.
            if (resolution["detail"] is JsonArray details)
            {
                resolution.Remove("detail");
                if (resolution["details"] is not JsonArray { Count: > 0 })
                    resolution["details"] = details;
            }

            if (resolution["last_update"] is { } updated)
            {
                resolution.Remove("last_update");
                resolution["last_updated"] ??= updated;
            }
        }

        return content;
    }

    private static PayloadContent ReadEvidences(ReadOnlyMemory<byte> payload)
    {
        using var document = PayloadKinds.Parse(payload);
        // A promise is answered with one, everything else with a list.
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? PayloadKinds.List<ClaimEvidence>(document.RootElement, "evidences")
            : PayloadKinds.Model<ClaimEvidence>(document.RootElement, needs: ["type"]);
    }

    private static void NameFile(ClaimAttachment file, JsonObject json)
    {
        if (string.IsNullOrEmpty(file.Key))
            throw new JsonException("It has neither \"filename\" nor \"file_name\".");
        json["filename"] = file.Key;
        json.Remove("file_name");
    }
}
