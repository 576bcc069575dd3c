using YamlDotNet.RepresentationModel;

namespace MeliBot.Simulator;

internal static class ScenarioSteps
{
    private static readonly string[] Timing = ["at", "after", "wait", "timeout"];

    private static readonly string[] Acts =
    [
        "ask", "answer elsewhere", "repeat", "touch", "delete", "ban", "ban answer", "review", "unreview", "hand over",
        "buy", "pay", "start payment", "cancel", "ship", "write", "write elsewhere", "buyer reads", "pause", "activate", "close", "shuffle", "storm", "fault", "say", "crash", "expect",
        .. ClaimSteps.Acts,
    ];

    /// <param name="oneByOne">Each step waits for the one before, so that no step has a time of its own.</param>
    public static IReadOnlyList<ScenarioStep> Read(IEnumerable<YamlNode> nodes, bool oneByOne, List<string> errors)
    {
        var steps = new List<ScenarioStep>();
        var at = TimeSpan.Zero;
        var asks = 0;
        foreach (var node in nodes)
        {
            var map = YamlMap.Read(node, "a step", errors, [.. Timing, .. Acts]);
            var acts = Acts.Where(map.Has).ToList();
            if (acts.Count != 1)
            {
                map.Complain(map.Line, $"a step needs exactly one of {string.Join(", ", Acts)}" + (acts.Count == 0 ? "" : $"; this one has {string.Join(" and ", acts)}"));
                continue;
            }

            if (oneByOne && map.Has("at")) map.Complain(map.Line, "where steps come one by one, none has \"at\"; \"wait\" is the pause before one");
            at = map.Duration("at", at);
            steps.Add(new(
                map.Line, at, map.Optional("after"), map.Duration("wait", TimeSpan.Zero), map.Duration("timeout", TimeSpan.FromSeconds(60)), Act(acts[0], map, errors, ref asks)));
        }

        return steps;
    }

    private static ScenarioAct Act(string name, YamlMap step, List<string> errors, ref int asks)
    {
        var node = step.Node(name)!;
        if (ClaimSteps.Read(name, step, node, errors) is { } claim) return claim;
        switch (name)
        {
            case "ask":
                asks++;
                var ask = YamlMap.Read(node, "ask", errors, "id", "buyer", "item", "text");
                return new AskAct(ask.Optional("id") ?? $"q{asks}", ask.Text("buyer"), ask.Text("item"), ask.Text("text"));
            case "answer elsewhere":
                var answer = YamlMap.Read(node, "answer elsewhere", errors, "question", "text");
                return new AnswerAct(answer.Text("question"), answer.Text("text"));
            case "repeat" when node is YamlMappingNode:
                var repeat = YamlMap.Read(node, "repeat", errors, "question", "copies");
                return new QuestionAct("repeat", repeat.Text("question"), repeat.Int("copies", 1));
            case "buy":
                var buy = YamlMap.Read(node, "buy", errors, "id", "buyer", "item", "quantity", "pay", "agent", "pack");
                return new BuyAct(buy.Text("id"), buy.Text("buyer"), buy.Text("item"), buy.Int("quantity", 1), !buy.Has("pay") || buy.Bool("pay"), buy.Bool("agent"), buy.Bool("pack"));
            case "pay" or "start payment" or "cancel" or "buyer reads":
                return new SaleAct(name, step.Text(name));
            case "ship":
                var ship = YamlMap.Read(node, "ship", errors, "order", "status", "substatus");
                return new ShipAct(ship.Text("order"), ship.Text("status"), ship.Optional("substatus"));
            case "write" or "write elsewhere":
                var write = YamlMap.Read(node, name, errors, "order", "text");
                return new WriteAct(write.Text("order"), write.Text("text"), name == "write elsewhere");
            case "pause" or "activate" or "close":
                return new ItemAct(name, step.Text(name));
            case "shuffle":
                var shuffle = YamlMap.Read(node, "shuffle", errors, "for", "by");
                return new FaultAct(new() { Kind = FaultKind.NoticeShuffle, For = shuffle.Duration("for", TimeSpan.FromSeconds(5)), Lag = shuffle.Duration("by", TimeSpan.FromSeconds(2)) }, "shuffle");
            case "storm":
                var storm = YamlMap.Read(node, "storm", errors, "for", "on", "form", "retry after", "probability");
                return new FaultAct(
                    new()
                    {
                        Kind = FaultKind.TooManyRequests,
                        For = storm.Duration("for", TimeSpan.FromSeconds(2)),
                        Endpoint = storm.Optional("on") ?? "*",
                        Form = storm.Word("form", TooManyRequestsForm.Any),
                        RetryAfter = storm.OptionalDuration("retry after"),
                        Probability = storm.Double("probability", 1),
                    },
                    "storm");
            case "fault":
                return Fault(node, errors);
            case "say":
                return new SayAct(step.Text(name));
            case "crash":
                return new CrashAct(step.Text(name));
            case "expect":
                var expect = YamlMap.Read(node, "expect", errors, "answered", "within");
                var questions = expect.Node("answered") is YamlSequenceNode list ? list.Children.Select(c => (c as YamlScalarNode)?.Value ?? "").ToList() : [];
                if (questions.Count == 0 && expect.Text("answered") != "all") expect.Complain(expect.Line, "\"answered\" of expect must be \"all\" or a list of questions");
                return new ExpectAct(questions, expect.Duration("within", TimeSpan.FromSeconds(30)));
            default:
                return new QuestionAct(name, step.Text(name), 1);
        }
    }

    private static FaultAct Fault(YamlNode node, List<string> errors)
    {
        var map = YamlMap.Read(node, "fault", errors, "kind", "on", "probability", "count", "for", "status", "body", "form", "retry after", "hold", "lag", "copies");
        if (!map.Has("kind")) map.Complain(map.Line, "a fault needs \"kind\"");
        var kind = map.Word("kind", FaultKind.ServerError);
        return new(
            new()
            {
                Kind = kind,
                Endpoint = map.Optional("on") ?? "*",
                Probability = map.Double("probability", 1),
                Count = map.Has("count") ? map.Int("count", 1) : null,
                For = map.OptionalDuration("for"),
                Status = map.Int("status", 500),
                Body = map.Optional("body") ?? "",
                Form = map.Word("form", TooManyRequestsForm.Any),
                RetryAfter = map.OptionalDuration("retry after"),
                Hold = map.Duration("hold", TimeSpan.FromSeconds(30)),
                Lag = map.Duration("lag", TimeSpan.FromSeconds(2)),
                Copies = map.Int("copies", 1),
            },
            kind.ToString());
    }
}
