using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MeliBot.Simulator;

/// <summary>Reads a scenario file; all that is wrong with it is told at once.</summary>
public static class ScenarioFile
{
    /// <exception cref="ScenarioException">The file cannot be played.</exception>
    public static Scenario Parse(string yaml, string fileName)
    {
        YamlNode root;
        var parser = new Parser(new StringReader(yaml));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            root = stream.Documents.Count == 1 ? stream.Documents[0].RootNode : throw new ScenarioException($"{fileName}: one YAML document is needed, there are {stream.Documents.Count}.");
        }
        catch (YamlException e)
        {
            throw new ScenarioException($"{fileName} is no YAML: line {e.Start.Line}: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // The library's scanner loses its place on some broken lists and says nothing better.
            throw new ScenarioException($"{fileName} is no YAML: something after line {parser.Current?.End.Line ?? 1} can't be read. Look for a bracket or quote that is not closed.", e);
        }

        var errors = new List<string>();
        var scenario = Read(root, errors);
        if (errors.Count == 0) CheckReferences(scenario, errors);
        if (errors.Count > 0) throw new ScenarioException($"{fileName} can't be played:{string.Concat(errors.Select(e => $"\n  {e}"))}");
        return scenario;
    }

    private static Scenario Read(YamlNode root, List<string> errors)
    {
        var map = YamlMap.Read(root, "the scenario", errors, "name", "notices", "moderation", "accounts", "items", "buyers", "person", "one by one", "steps");
        var notices = map.Has("notices") ? YamlMap.Read(map.Node("notices"), "notices", errors, "retry gaps", "form") : null;
        var moderation = map.Has("moderation") ? YamlMap.Read(map.Node("moderation"), "moderation", errors, "after") : null;
        return new()
        {
            Name = map.Text("name"),
            Accounts = [.. map.List("accounts").Select(n => User(n, "an account", errors))],
            Buyers = [.. map.List("buyers").Select(n => User(n, "a buyer", errors))],
            Items = [.. map.List("items").Select(n => ScenarioItems.Read(n, errors))],
            Person = map.Has("person") ? Person(map.Node("person")!, errors) : null,
            OneByOne = map.Bool("one by one"),
            Steps = ScenarioSteps.Read(map.List("steps"), map.Bool("one by one"), errors),
            RetryGaps = notices is null || !notices.Has("retry gaps") ? null : [.. notices.List("retry gaps").Select(n => Gap(n, notices))],
            NoticeForm = notices is not null && notices.Has("form") ? notices.Word("form", MeliBot.Simulator.NoticeForm.Standard) : null,
            ModerationAfter = moderation?.OptionalDuration("after"),
        };
    }

    private static TimeSpan Gap(YamlNode node, YamlMap notices)
    {
        if (node is YamlScalarNode { Value: { } text } && Durations.TryParse(text, out var gap)) return gap;
        notices.Complain(YamlMap.LineOf(node), "a retry gap must be a length of time such as 2s");
        return default;
    }

    private static ScenarioUser User(YamlNode node, string what, List<string> errors)
    {
        var map = YamlMap.Read(node, what, errors, "key", "id", "nickname", "site");
        return new(map.Text("key"), new() { Id = map.Long("id"), Nickname = map.Optional("nickname"), Site = map.Optional("site") ?? "MLA" });
    }

    private static ScenarioPerson Person(YamlNode node, List<string> errors)
    {
        var map = YamlMap.Read(node, "the person", errors, "after", "unanswered for", "answers");
        var rules = new List<PersonRule>();
        foreach (var entry in map.List("answers"))
        {
            var rule = YamlMap.Read(entry, "an answer of the person", errors, "when", "text");
            var text = rule.Text("text");
            try
            {
                rules.Add(new(rule.Optional("when") is { } when ? new Regex(when, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) : null, text));
            }
            catch (ArgumentException e)
            {
                rule.Complain(YamlMap.LineOf(rule.Node("when")!), $"\"when\" is no regular expression: {e.Message}");
            }
        }

        return new(map.Duration("after", TimeSpan.FromSeconds(3)), map.OptionalDuration("unanswered for"), rules);
    }

    private static void CheckReferences(Scenario scenario, List<string> errors)
    {
        var users = scenario.Accounts.Concat(scenario.Buyers).Select(u => u.Key).ToList();
        var asks = scenario.Steps.Select(s => s.Act).OfType<AskAct>().Select(a => a.Key).ToList();
        var buys = scenario.Steps.Select(s => s.Act).OfType<BuyAct>().Select(b => b.Key).ToList();
        var claims = scenario.Steps.Select(s => s.Act).OfType<OpenClaimAct>().Select(c => c.Claim).ToList();
        foreach (var twice in users.Concat(scenario.Items.Select(i => i.Key)).Concat(asks).Concat(buys).Concat(claims).GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            errors.Add($"the key \"{twice.Key}\" is given {twice.Count()} times; every account, buyer, item, question, order and claim needs its own.");
        }

        foreach (var item in scenario.Items.Where(i => scenario.Accounts.All(a => a.Key != i.Account)))
        {
            errors.Add($"item \"{item.Key}\" belongs to account \"{item.Account}\", which is not among the accounts.");
        }

        foreach (var step in scenario.Steps)
        {
            if (step.AfterAnswer is { } awaited) Known(step, "question", awaited, asks);
            switch (step.Act)
            {
                case AskAct ask:
                    Known(step, "buyer", ask.Buyer, scenario.Buyers.Select(b => b.Key));
                    Known(step, "item", ask.Item, scenario.Items.Select(i => i.Key));
                    break;
                case BuyAct buy:
                    Known(step, "buyer", buy.Buyer, scenario.Buyers.Select(b => b.Key));
                    Known(step, "item", buy.Item, scenario.Items.Select(i => i.Key));
                    break;
                case SaleAct act:
                    Known(step, "order", act.Order, buys);
                    break;
                case WriteAct act:
                    Known(step, "order", act.Order, buys);
                    break;
                case ShipAct act:
                    Known(step, "order", act.Order, buys);
                    break;
                case AnswerAct answer:
                    Known(step, "question", answer.Question, asks);
                    break;
                case QuestionAct act:
                    Known(step, "question", act.Question, asks);
                    break;
                case OpenClaimAct open:
                    if (open.Order is { } order) Known(step, "order", order, buys);
                    if (open.Account is { } account) Known(step, "account", account, scenario.Accounts.Select(a => a.Key));
                    if (open.Buyer is { } buyer) Known(step, "buyer", buyer, scenario.Buyers.Select(b => b.Key));
                    break;
                case ClaimStep act:
                    Known(step, "claim", act.Claim, claims);
                    break;
                case ItemAct act:
                    Known(step, "item", act.Item, scenario.Items.Select(i => i.Key));
                    break;
                case ExpectAct expect:
                    foreach (var key in expect.Questions) Known(step, "question", key, asks);
                    break;
            }
        }

        void Known(ScenarioStep step, string what, string key, IEnumerable<string> keys)
        {
            if (!keys.Contains(key, StringComparer.Ordinal)) errors.Add($"line {step.Line}: there is no {what} \"{key}\".");
        }
    }
}
