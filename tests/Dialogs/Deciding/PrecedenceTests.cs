using System.Text.Json;
using MeliBot.Dialogs.Deciding;
using static MeliBot.Dialogs.Tests.Deciding.Rules;

namespace MeliBot.Dialogs.Tests.Deciding;

public class PrecedenceTests
{
    [Fact]
    public void Without_rules_everything_has_its_default()
    {
        var rule = Table().At(Ask());
        rule.Mode.Value.ShouldBe(ReplyMode.Auto);
        rule.SendFrom.Value.ShouldBe(0.75);
        rule.NotifyFrom.Value.ShouldBe(0.60);
        rule.Uncovered.Value.ShouldBe(UncoveredReply.Draft);
        rule.Negative.Value.ShouldBe(NegativeReply.Draft);
        rule.Reply.ShouldBeNull();
        rule.Mode.By.Layer.ShouldBe(RuleLayer.Default);
    }

    [Fact]
    public void The_narrowest_scope_holds_wherever_it_stands_in_the_file()
    {
        var table = Table(
            Rule("auto", kinds: ("price", Rule("shadow"))),
            [Scope(Rule("off"), item: "MLA1"), Scope(Rule("draft"), category: "MLA1055"), Scope(Rule("auto"), account: 1), Scope(Rule("off"), account: 2)]);
        table.At(Ask(item: "MLA1", categories: ["MLA1055"], kinds: "price")).Mode.Value.ShouldBe(ReplyMode.Off);
        table.At(Ask(item: "MLA2", categories: ["MLA1055"], kinds: "price")).Mode.Value.ShouldBe(ReplyMode.Shadow);
        table.At(Ask(item: "MLA2", categories: ["MLA1055"], kinds: "warranty")).Mode.Value.ShouldBe(ReplyMode.Draft);
        table.At(Ask(item: "MLA2", kinds: "warranty")).Mode.Value.ShouldBe(ReplyMode.Auto);
        table.At(Ask(account: 2, item: "MLA2")).Mode.Value.ShouldBe(ReplyMode.Off);
    }

    [Fact]
    public void A_kind_of_an_account_goes_before_the_kind_of_all()
    {
        var table = Table(Rule("auto", kinds: ("price", Rule("draft"))), [Scope(Rule(kinds: ("price", Rule("shadow"))), account: 1)]);
        table.At(Ask(account: 1, kinds: "price")).Mode.Value.ShouldBe(ReplyMode.Shadow);
        table.At(Ask(account: 2, kinds: "price")).Mode.Value.ShouldBe(ReplyMode.Draft);
    }

    [Fact]
    public void The_nearest_category_holds()
    {
        var table = Table(scopes: [Scope(Rule("off"), category: "MLA1000"), Scope(Rule("draft"), category: "MLA1055"), Scope(Rule("shadow"), category: "MLA1")]);
        table.At(Ask(categories: ["MLA1055", "MLA1000", "MLA1"])).Mode.Value.ShouldBe(ReplyMode.Draft);
        table.At(Ask(categories: ["MLA9", "MLA1000", "MLA1"])).Mode.Value.ShouldBe(ReplyMode.Off);
    }

    [Fact]
    public void Dates_go_before_schedules_and_those_before_scopes()
    {
        var table = Table(
            Rule("auto"),
            [Scope(Rule("shadow"), item: "MLA1")],
            [Schedule("day", Rule("draft"), "09:00-18:00")],
            [Date("navidad", Rule("off"), "2026-12-25")]);
        table.At(Ask("2026-12-25 12:00")).Mode.Value.ShouldBe(ReplyMode.Off);
        table.At(Ask("2026-12-24 12:00")).Mode.Value.ShouldBe(ReplyMode.Draft);
        table.At(Ask("2026-12-24 20:00")).Mode.Value.ShouldBe(ReplyMode.Shadow);
        table.At(Ask("2026-12-24 20:00", item: "MLA2")).Mode.Value.ShouldBe(ReplyMode.Auto);
    }

    [Fact]
    public void What_a_rule_leaves_out_is_inherited()
    {
        var table = Table(
            Rule("auto", send: 0.8, uncovered: "send"),
            [Scope(Rule(send: 0.9), account: 1)],
            [Schedule("night", Rule("draft", reply: "out_of_hours", only: true), "18:00-09:00")]);
        var rule = table.At(Ask("2026-11-26 22:00"));
        rule.Mode.Value.ShouldBe(ReplyMode.Draft);
        rule.SendFrom.Value.ShouldBe(0.9);
        rule.Uncovered.Value.ShouldBe(UncoveredReply.Send);
        rule.Reply!.Value.ShouldBe(new FixedReply("out_of_hours", true));
    }

    [Fact]
    public void Every_value_says_who_set_it_and_whom_it_overrules()
    {
        var table = Table(Rule("auto"), [Scope(Rule("shadow"), account: 1)], [Schedule("night", Rule("draft"), "18:00-09:00")]);
        var mode = table.At(Ask("2026-11-26 22:00")).Mode;
        mode.By.Name.ShouldBe("schedule \"night\"");
        mode.By.Until.ShouldBe(Ask("2026-11-27 09:00").At);
        mode.By.Zone.ShouldBe("America/Argentina/Buenos_Aires");
        mode.Over.Select(o => (o.Value, o.By.Name)).ShouldBe([(ReplyMode.Shadow, "account 1"), (ReplyMode.Auto, "the general rule")]);
    }

    [Fact]
    public void Of_equal_rules_the_last_holds() =>
        Table(scopes: [Scope(Rule("off"), account: 1), Scope(Rule("draft"), account: 1)]).At(Ask()).Mode.Value.ShouldBe(ReplyMode.Draft);

    [Fact]
    public void Of_several_kinds_asked_at_once_the_strictest_outcome_holds()
    {
        var table = Table(Rule("auto", kinds: [("compatibility", Rule("draft", send: 0.9)), ("price", Rule("auto", send: 0.5))]));
        var rule = table.At(Ask(kinds: ["price", "compatibility"]));
        rule.Mode.Value.ShouldBe(ReplyMode.Draft);
        rule.SendFrom.Value.ShouldBe(0.9);
        table.At(Ask(kinds: "price")).SendFrom.Value.ShouldBe(0.5);
    }

    [Fact]
    public void A_kind_that_is_freed_doesnt_free_what_else_is_asked()
    {
        var table = Table(Rule("draft", kinds: ("price", Rule("auto"))));
        table.At(Ask(kinds: "price")).Mode.Value.ShouldBe(ReplyMode.Auto);
        table.At(Ask(kinds: ["price", "warranty"])).Mode.Value.ShouldBe(ReplyMode.Draft);
    }

    [Fact]
    public void A_marker_adds_what_rules_say_of_it_and_nothing_else()
    {
        var table = Table(Rule("draft", kinds: [("compatibility", Rule("auto")), ("critical", Rule(send: 0.95))]));
        var rule = table.At(Ask(kinds: ["compatibility", DecidingQuery.Critical, DecidingQuery.Negative]));
        rule.Mode.Value.ShouldBe(ReplyMode.Auto);
        rule.SendFrom.Value.ShouldBe(0.95);
    }

    [Fact]
    public void A_rule_for_orders_leaves_questions_alone()
    {
        var table = Table(Rule("auto"), [Scope(Rule("off"), conversations: "orders")]);
        table.At(Ask()).Mode.Value.ShouldBe(ReplyMode.Auto);
        table.At(Ask(conversations: "orders")).Mode.Value.ShouldBe(ReplyMode.Off);
    }

    [Fact]
    public void The_notice_is_never_asked_for_above_the_sending() =>
        Table(Rule(send: 0.5, notify: 0.6)).At(Ask()).NotifyFrom.Value.ShouldBe(0.5);

    [Fact]
    public void The_next_change_passes_over_what_changes_nothing()
    {
        var table = Table(
            Rule("draft"),
            schedules: [Schedule("lunch", Rule("draft"), "13:00-14:00"), Schedule("night", Rule("off"), "20:00-22:00")]);
        table.NextChange(Ask("2026-11-26 12:00")).ShouldBe(Ask("2026-11-26 20:00").At);
        Table(Rule("draft"), schedules: [Schedule("lunch", Rule("draft"), "13:00-14:00")]).NextChange(Ask()).ShouldBeNull();
    }

    /// <summary>A table remembers what held; here everything that an outcome may depend on is asked after everything else.</summary>
    [Fact]
    public void Whatever_was_asked_before_the_outcome_is_the_same()
    {
        static DecidingTable Fresh() => Table(
            Rule("auto", send: 0.8, kinds: [("price", Rule("shadow")), (DecidingQuery.Critical, Rule("draft", send: 0.95))]),
            [
                Scope(Rule("draft"), category: "MLA1055"), Scope(Rule("auto", notify: 0.5), category: "MLA1000"), Scope(Rule("off"), account: 2),
                Scope(Rule(send: 0.7), item: "MLA2"), Scope(Rule("shadow"), conversations: "orders"),
            ],
            [Schedule("night", Rule("off"), "22:00-06:00")]);
        var queries = (
            from wall in new[] { "2026-11-26 12:00", "2026-11-26 23:00", "2026-11-27 02:00" }
            from account in new long?[] { null, 1, 2 }
            from item in new[] { null, "MLA1", "MLA2" }
            from categories in new string[][] { [], ["MLA1055"], ["MLA1055", "MLA1000"], ["MLA1000", "MLA1055"] }
            from conversations in new[] { "questions", "orders", "claims" }
            from kinds in new string[][] { [], ["price"], ["warranty", "price"], ["price", DecidingQuery.Critical], [DecidingQuery.Critical] }
            select Ask(wall, account, item, categories, conversations, kinds)).ToList();
        var table = Fresh();
        foreach (var query in queries.Concat(queries.AsEnumerable().Reverse()))
            JsonSerializer.Serialize(table.At(query)).ShouldBe(JsonSerializer.Serialize(Fresh().At(query)), JsonSerializer.Serialize(query with { TimeZone = TimeZoneInfo.Utc }));
    }
}
