using System.Globalization;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>Claims and what hangs on them in the platform's forms.</summary>
internal static class ClaimJson
{
    public static JsonObject Claim(WorldClaim c) => Write(c, search: false);

    /// <summary>In a search: without the related entities, and without the mediator.</summary>
    public static JsonObject Found(WorldClaim c) => Write(c, search: true);

    public static JsonObject Detail(WorldClaim c)
    {
        var (title, description, problem) = ClaimWording.Of(c);
        return new()
        {
            ["due_date"] = Date(c.Mandate?.Due),
            ["action_responsible"] = ClaimWording.Responsible(c),
            ["title"] = title,
            ["description"] = description,
            ["problem"] = problem,
        };
    }

    public static JsonObject Reputation(WorldReputation r) => new() { ["affects_reputation"] = r.Affects, ["has_incentive"] = r.Incentive, ["due_date"] = Date(r.Due) };

    public static JsonObject Reason(ClaimReason r, string site) => new()
    {
        ["id"] = r.Id,
        ["flow"] = r.Flow,
        ["name"] = r.Name,
        ["detail"] = r.Detail(site),
        ["position"] = 10,
        ["filter"] = new JsonObject { ["group"] = r.Groups is null ? null : Words(r.Groups), ["site_id"] = Words(["MLA", "MLB", "MLM", "MLC", "MCO", "MLU", "MPE", "MEC"]) },
        ["settings"] = new JsonObject
        {
            ["allowed_flows"] = Words(r.Resolutions.Contains(ExpectedResolutions.ReturnProduct, StringComparer.Ordinal) ? ["returns"] : []),
            ["expected_resolutions"] = Words(r.Resolutions),
            ["rules_engine_triage"] = Words(r.Triage),
        },
        ["parent_id"] = null,
        ["children_title"] = null,
        ["status"] = "active",
        ["date_created"] = "2024-01-15T18:07:42.632-04:00",
        // Two digits of a second, as the platform's own answer has them.
        ["last_updated"] = "2024-10-02T23:02:32.31-04:00",
    };

    public static JsonObject Message(WorldClaim c, WorldClaimMessage m)
    {
        var body = new JsonObject
        {
            ["sender_role"] = m.Sender,
            ["receiver_role"] = m.Receiver,
            ["message"] = m.Text,
            ["translated_message"] = null,
            ["date_created"] = Dates.Three(m.Created),
            ["last_updated"] = Dates.Three(m.Created),
            ["message_date"] = Dates.Three(m.Created),
            ["date_read"] = null,
            ["attachments"] = Files(m.Files),
            ["status"] = m.Status,
            ["stage"] = m.Stage,
            ["message_moderation"] = new JsonObject
            {
                ["status"] = m.Moderation,
                ["reason"] = m.Reason,
                ["source"] = "online",
                ["date_moderated"] = m.Reason is null ? null : Dates.Seconds(m.Created),
            },
            ["repeated"] = m.Repeated,
        };
        if (!c.Hashless) body["hash"] = m.Hash;
        return body;
    }

    public static JsonObject Expectation(WorldClaim c, WorldExpectation e, string currency)
    {
        var details = new JsonArray();
        if (e.Percentage is { } percentage)
        {
            details.Add(Pair("percentage", FormattableString.Invariant($"{percentage:0.0##}")));
            details.Add(Pair("seller_amount", FormattableString.Invariant($"{e.Amount ?? 0:0.0#}")));
            details.Add(Pair("seller_currency", currency));
        }

        return new()
        {
            ["player_role"] = e.Role,
            ["user_id"] = e.UserId,
            ["expected_resolution"] = e.Resolution,
            ["details"] = details,
            ["date_created"] = Dates.NoZone(e.Created),
            ["last_updated"] = Dates.NoZone(e.LastUpdated),
            ["status"] = e.Status,
        };
    }

    /// <summary>As the answer to an offer has them: two keys are spelt otherwise.</summary>
    public static JsonObject Offered(WorldClaim c, WorldExpectation e, string currency)
    {
        var body = Expectation(c, e, currency);
        var (details, updated) = (body["details"], body["last_updated"]);
        body.Remove("details");
        body.Remove("last_updated");
        body["detail"] = details;
        body["last_update"] = updated;
        return body;
    }

    public static JsonObject Offers(decimal total, string currency) => new()
    {
        ["currency_id"] = currency,
        ["available_offers"] = new JsonArray(
            [.. ClaimSolutions.Percentages.Select(p => (JsonNode?)new JsonObject { ["amount"] = Decimal(Math.Round(total * p / 100, 2)), ["percentage"] = Decimal(p) })]),
        ["recommendations"] = new JsonArray(new JsonObject { ["percentage"] = Decimal(40), ["reason"] = "PARTIAL_REFUND_BETTER_THAN_RETURN", ["type"] = "maximum" }),
        ["restrictions"] = new JsonArray(),
    };

    public static JsonObject Evidence(WorldEvidence e) => new()
    {
        ["attachments"] = Files(e.Files),
        ["type"] = e.Type,
        ["date_shipped"] = e.Shipped,
        ["date_delivered"] = e.Delivered,
        ["destination_agency"] = e.Agency,
        ["receiver_email"] = e.ReceiverEmail,
        ["receiver_id"] = e.ReceiverId,
        ["receiver_name"] = e.ReceiverName,
        ["shipping_company_name"] = e.Company,
        ["shipping_method"] = e.Method,
        ["tracking_number"] = e.Tracking,
        ["handling_date"] = e.Handling,
    };

    public static JsonObject StatusChange(WorldStatusChange s) => new() { ["stage"] = s.Stage, ["status"] = s.Status, ["date"] = Dates.Three(s.At), ["change_by"] = s.By };

    public static JsonObject ActionTaken(WorldActionTaken a) => new()
    {
        ["action_name"] = a.Action,
        ["player_role"] = a.Role,
        ["action_reason_id"] = null,
        ["claim_stage"] = a.Stage,
        ["claim_status"] = a.Status,
        ["date_created"] = Dates.Three(a.At),
    };

    public static JsonObject File(WorldFile f) => new()
    {
        ["filename"] = f.Id,
        ["original_filename"] = f.Name,
        ["size"] = f.Size,
        ["date_created"] = Dates.NoZone(f.Created),
        ["type"] = f.Type,
    };

    public static JsonArray List<T>(IEnumerable<T> values, Func<T, JsonNode> write) => [.. values.Select(value => (JsonNode?)write(value))];

    private static JsonObject Write(WorldClaim c, bool search)
    {
        var body = new JsonObject
        {
            ["id"] = c.Id,
            ["resource_id"] = c.ResourceId,
            ["status"] = c.Status,
            ["type"] = c.Type,
            ["stage"] = c.Stage,
            ["parent_id"] = c.ParentId,
            ["resource"] = c.Resource,
            ["reason_id"] = c.ReasonId,
            ["fulfilled"] = c.Fulfilled,
            ["quantity_type"] = c.QuantityType,
            ["claimed_quantity"] = c.Quantity,
            ["claim_version"] = Decimal(2),
            ["players"] = Players(c, search),
            ["resolution"] = c.Resolution is not { } r ? null : new JsonObject
            {
                ["reason"] = r.Reason,
                ["date_created"] = Dates.Three(r.At),
                ["benefited"] = Words(r.Benefited),
                ["closed_by"] = r.ClosedBy,
                ["applied_coverage"] = r.Coverage,
            },
            ["site_id"] = c.SiteId,
            ["date_created"] = Dates.Three(c.Created),
            ["last_updated"] = Dates.Three(c.LastUpdated),
        };
        if (!search) body["related_entities"] = Words(c.RelatedEntities);
        return body;
    }

    private static JsonArray Players(WorldClaim c, bool search)
    {
        var players = new JsonArray(
            Player(c, ClaimRoles.Complainant, c.SellerComplains ? "seller" : "buyer"),
            Player(c, ClaimRoles.Respondent, c.SellerComplains ? "buyer" : "seller"));
        if (!search && !c.HidesMediator && c is { MediatorId: not null, Stage: ClaimStages.Dispute or ClaimStages.Recontact }) players.Add(Player(c, ClaimRoles.Mediator, "internal"));
        return players;
    }

    private static JsonObject Player(WorldClaim c, string role, string type) => new()
    {
        ["role"] = role,
        ["type"] = type,
        ["user_id"] = c.UserOf(role),
        ["available_actions"] = List(ClaimRules.ActionsOf(c, role), action => new JsonObject { ["action"] = action.Action, ["mandatory"] = action.Mandatory, ["due_date"] = Date(action.Due) }),
    };

    private static JsonArray Files(IReadOnlyList<WorldFile> files) => List(files, f =>
    {
        var file = File(f);
        file["date_created"] = Dates.Three(f.Created);
        return file;
    });

    private static JsonObject Pair(string key, string value) => new() { ["key"] = key, ["value"] = value };

    internal static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => (JsonNode?)word)];

    // Numbers that the platform writes with a point, whole ones too.
    internal static JsonNode Decimal(decimal value) => JsonNode.Parse(value.ToString("0.0###", CultureInfo.InvariantCulture))!;

    private static string? Date(DateTimeOffset? at) => at is { } known ? Dates.Three(known) : null;
}
