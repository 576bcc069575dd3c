using YamlDotNet.RepresentationModel;

namespace MeliBot.Simulator;

/// <summary>Reads the steps of a scenario that are about claims.</summary>
internal static class ClaimSteps
{
    public static readonly IReadOnlyList<string> Acts =
    [
        "claim", "claim write", "dispute", "stage", "require", "answer offer", "start return", "move return", "triage", "move change", "reputation", "close claim", "reopen",
        "seller in claim", "change claim", "touch claim", "repeat claim", "pass", "expect claim",
    ];

    public static ScenarioAct? Read(string name, YamlMap step, YamlNode node, List<string> errors)
    {
        YamlMap Map(params string[] known) => YamlMap.Read(node, name, errors, known);
        switch (name)
        {
            case "claim":
                return Open(Map(
                    "id", "order", "account", "buyer", "type", "stage", "reason", "text", "wants", "resource", "resource id", "quantity", "quantity type", "parent", "ago", "due in", "no mandate", "hides mediator", "hashless",
                    "seller complains"));
            case "claim write":
                var write = Map("claim", "as", "text", "answer within", "moderated");
                return new WriteClaimAct(write.Text("claim"), write.Optional("as") ?? ClaimRoles.Complainant, write.Text("text"), write.OptionalDuration("answer within"), write.Bool("moderated"));
            case "dispute" or "reopen" or "start return" or "touch claim" or "repeat claim":
                return new PlayClaimAct(step.Text(name), name);
            case "stage" or "move return" or "move change" or "reputation":
                var word = Map("claim", "to");
                return new PlayClaimAct(word.Text("claim"), name, word.Text("to"));
            case "require":
                var require = Map("claim", "action", "within", "of");
                return new PlayClaimAct(require.Text("claim"), name, require.Text("action"), require.Optional("of"), SignedDuration(require, "within"));
            case "answer offer":
                var answer = Map("claim", "accept");
                return new PlayClaimAct(answer.Text("claim"), name, Flag: answer.Bool("accept"));
            case "triage":
                var triage = Map("claim", "condition", "benefited");
                return new PlayClaimAct(triage.Text("claim"), name, triage.Optional("condition") ?? "saleable", triage.Optional("benefited") ?? "buyer");
            case "close claim":
                var close = Map("claim", "reason", "benefited", "by", "coverage", "without");
                return new CloseClaimAct(
                    close.Text("claim"), close.Optional("reason") ?? "", close.Optional("benefited"), close.Optional("by") ?? ClaimRoles.Mediator, close.Bool("coverage"), close.Bool("without"));
            case "seller in claim":
                var seller = Map("claim", "act", "text", "percentage");
                return new SellerClaimAct(seller.Text("claim"), seller.Text("act"), seller.Optional("text"), seller.Has("percentage") ? seller.Decimal("percentage", 50) : null);
            case "change claim":
                var change = Map("claim", "type", "status", "reason", "actions");
                return new ChangeClaimAct(
                    change.Text("claim"), change.Optional("type"), change.Optional("status"), change.Optional("reason"),
                    change.Has("actions") ? [.. change.List("actions").Select(action => (action as YamlScalarNode)?.Value ?? "")] : null);
            case "pass":
                return new PassAct(step.Duration(name, TimeSpan.Zero));
            case "expect claim":
                var expect = Map("claim", "within", "status", "stage", "type", "resolution", "reputation", "returned", "blocked", "money actions");
                return new ExpectClaimAct(
                    expect.Text("claim"), expect.Duration("within", TimeSpan.FromSeconds(30)), expect.Optional("status"), expect.Optional("stage"), expect.Optional("type"), expect.Optional("resolution"),
                    expect.Optional("reputation"), Maybe(expect, "returned"), Maybe(expect, "blocked"), expect.Has("money actions") ? expect.Int("money actions", 0) : null);
            default:
                return null;
        }
    }

    private static OpenClaimAct Open(YamlMap map)
    {
        if (!map.Has("order") && !(map.Has("account") && map.Has("buyer"))) map.Complain(map.Line, "a claim needs \"order\", or \"account\" and \"buyer\" for an order that nobody knows");
        var reason = map.Optional("reason") ?? "PDD9939";
        return new(
            map.Text("id"), map.Optional("order"), map.Optional("account"), map.Optional("buyer"),
            new()
            {
                Type = map.Optional("type") ?? ClaimTypes.Mediations,
                Stage = map.Optional("stage"),
                ReasonId = reason,
                NoReason = reason == "none",
                Text = map.Optional("text"),
                Wants = map.Optional("wants"),
                Resource = map.Optional("resource") ?? "order",
                ResourceId = map.Long("resource id"),
                ParentId = map.Long("parent"),
                Quantity = map.Has("quantity") ? map.Int("quantity", 1) : null,
                QuantityType = map.Optional("quantity type") ?? "total",
                Ago = map.Duration("ago", TimeSpan.Zero),
                DueIn = SignedDuration(map, "due in"),
                NoMandate = map.Bool("no mandate"),
                HidesMediator = map.Bool("hides mediator"),
                Hashless = map.Bool("hashless"),
                SellerComplains = Maybe(map, "seller complains"),
            });
    }

    /// <summary>A length of time that may have passed already: <c>-5h</c>.</summary>
    private static TimeSpan? SignedDuration(YamlMap map, string key)
    {
        if (map.Optional(key) is not { } text) return null;
        if (Durations.TryParse(text.TrimStart('-'), out var length)) return text.StartsWith('-') ? -length : length;
        map.Complain(YamlMap.LineOf(map.Node(key)!), $"\"{key}\" must be a length of time such as 2h, or -2h for what has passed");
        return null;
    }

    private static bool? Maybe(YamlMap map, string key) => map.Has(key) ? map.Bool(key) : null;
}
