using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Running;
using Microsoft.Bot.Schema;
using static MeliBot.Dialogs.Tests.BotScene;
using static MeliBot.Dialogs.Tests.SaleScene;

namespace MeliBot.Dialogs.Tests;

public class AfterSaleTests
{
    private const string Shipped = """
        stage: paid
        status: paid
        tags: [paid, not_delivered]
        items: [{ item: MLA5, title: Pava }]
        shipment: { status: shipped, carrier: Andreani, tracking: AR123456, promised: 2026-11-28 }
        """;

    [Fact]
    public async Task The_sale_comes_from_the_channel_data()
    {
        var scene = new SaleScene(Sale(Shipped));
        await scene.WriteAsync("ya lo despacharon?");
        scene.Asked.ShouldBe(new SaleRequest(1, "MLA", 77));
    }

    [Fact]
    public async Task A_text_rests_on_the_facts_of_the_shipment_with_source_and_time()
    {
        var replies = await new SaleScene(Sale(Shipped)).WriteAsync("me pasás el código de seguimiento?");

        Texts(replies).ShouldHaveSingleItem().ShouldContain("AR123456");
        var fact = Fragment(replies.Single(r => (string?)r.Entities?.FirstOrDefault(e => e.Type == "mercadolibre/fragment")?.Properties["role"] == "core"))["facts"]!.Single(f => (string?)f["name"] == "shipment.tracking");
        ((string?)fact["value"], (string?)fact["source"], (string?)fact["at"]).ShouldBe(("AR123456", "shipment", "2026-11-26T15:00:00.000Z"));
    }

    [Fact]
    public async Task Every_fragment_after_the_sale_names_its_reply_and_wording()
    {
        var scene = new SaleScene(Sale(Shipped));
        var rules = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 30; i++)
        {
            foreach (var reply in (await scene.WriteAsync("ya lo despacharon?")).Where(r => r.Type == ActivityTypes.Message)) rules.Add((string)Fragment(reply)["rule"]!);
        }

        rules.ShouldAllBe(rule => rule.Contains('#', StringComparison.Ordinal));
        rules.Where(rule => rule.StartsWith("sale_whereabouts.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(["sale_whereabouts.shipped_until#1", "sale_whereabouts.shipped_until#2", "sale_whereabouts.shipped_until#3"]);
    }

    [Fact]
    public async Task A_question_before_the_sale_is_understood_as_before_and_its_rules_have_no_number()
    {
        var replies = await new BotScene(Listing()).AskAsync("cuánto sale?");

        Intents(replies).ShouldBe(["price"]);
        replies.Where(r => r.Type == ActivityTypes.Message).Select(r => (string)Fragment(r)["rule"]!).ShouldAllBe(rule => !rule.Contains('#', StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_asked_before_a_sale_is_not_heard_after_it() =>
        Intents(await new SaleScene(Sale(Shipped)).WriteAsync("cuánto sale?")).ShouldAllBe(intent => intent!.StartsWith("sale_", StringComparison.Ordinal));

    [Theory]
    [InlineData("stage: cancelled\ncancel_code: buyer_cancel_express", "The sale is cancelled (buyer_cancel_express).")]
    [InlineData("stage: paid\nfraud_risk: true", "Mercado Libre suspects fraud in this sale: do not ship it.")]
    [InlineData("stage: paid\ntags: [claim_opened]", "A claim is open on this sale: what is said here may be read in it.")]
    public async Task A_sale_that_went_wrong_is_a_persons_whatever_is_written(string sale, string reason)
    {
        foreach (var text in (string[])["muchas gracias por todo", "ya lo despacharon?", "hola"])
        {
            var replies = await new SaleScene(Sale(sale)).WriteAsync(text);
            HandOver(replies).ShouldBe(reason);
            replies.ShouldAllBe(r => r.Type != ActivityTypes.Message);
        }
    }

    [Fact]
    public async Task A_sale_that_is_not_known_is_handed_over()
    {
        var replies = await new SaleScene(null).WriteAsync("ya lo despacharon?");
        HandOver(replies).ShouldBe("The sale isn't known here, so nothing about it is.");
        replies.ShouldAllBe(r => r.Type != ActivityTypes.Message);
    }

    [Theory]
    [InlineData("quiero cancelar la compra", "es-AR")]
    [InlineData("puse mal la dirección", "es-AR")]
    [InlineData("me mandaron otro producto", "es-MX")]
    [InlineData("quiero devolver el producto", "es-CO")]
    [InlineData("me debitaron dos veces la compra", "es-AR")]
    [InlineData("quero cancelar a compra", "pt-BR")]
    [InlineData("coloquei o número errado da casa", "pt-BR")]
    [InlineData("chegou quebrado", "pt-BR")]
    public async Task What_moves_money_or_changes_the_sale_is_a_persons_with_a_draft(string text, string locale)
    {
        var replies = await new SaleScene(Sale(Shipped), locale).WriteAsync(text);
        HandOver(replies).ShouldNotBeNullOrEmpty();
        Texts(replies).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("2026-11-26", "false")]
    [InlineData("2026-11-25", "true")]
    [InlineData("2026-11-26T02:59:00-03:00", "false")]
    public void Late_is_the_day_after_the_promised_one_by_the_accounts_clock(string promised, string late)
    {
        var shipment = Sale($"shipment: {{ status: shipped, promised: {promised} }}").Shipment;
        SaleVariables.Shipment("late", shipment, Now, TimeZoneInfo.FindSystemTimeZoneById("America/Argentina/Buenos_Aires")).Text.ShouldBe(late);
    }

    [Theory]
    [InlineData("2026-11-26T23:59:00-03:00", "false")]
    [InlineData("2026-11-27T00:01:00-03:00", "true")]
    public void A_parcel_is_late_from_the_accounts_midnight_on(string now, string late)
    {
        var shipment = Sale("shipment: { status: shipped, promised: 2026-11-26 }").Shipment;
        SaleVariables.Shipment("late", shipment, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById("America/Argentina/Buenos_Aires")).Text.ShouldBe(late);
    }

    [Theory]
    [InlineData("shipment: { status: shipped }")]
    [InlineData("shipment: { promised: 2026-11-20 }")]
    [InlineData("stage: paid")]
    public void Whether_it_is_late_is_not_known_without_a_status_and_a_promised_day(string sale) =>
        SaleVariables.Shipment("late", Sale(sale).Shipment, Now, TimeZoneInfo.Utc).IsKnown.ShouldBeFalse();

    [Fact]
    public void What_was_delivered_is_not_late() =>
        SaleVariables.Shipment("late", Sale("shipment: { status: delivered, promised: 2026-11-20 }").Shipment, Now, TimeZoneInfo.Utc).Text.ShouldBe("false");

    [Fact]
    public void No_fact_of_a_sale_is_about_the_buyers_person()
    {
        string[] personal = ["address", "document", "phone", "mail", "zip", "receiver", "street", "contact"];
        FactCatalogue.All.Where(v => v.Name.StartsWith("order", StringComparison.Ordinal) || v.Name.StartsWith("shipment", StringComparison.Ordinal))
            .ShouldAllBe(v => !personal.Any(word => v.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task The_listing_that_was_bought_is_read_only_when_a_text_reads_it()
    {
        var scene = new SaleScene(Sale(Shipped)) { Item = Listing() };
        await scene.WriteAsync("ya lo despacharon?");
        scene.ItemsRead.ShouldBeEmpty();

        var warranty = Shop("""
            dialog: sale
            on: orders
            steps:
              - if: item.warranty.exists
                then: [ { say: { es: "Tiene {{ item.warranty.text | lower_first }}." } } ]
                else: [ { hand_over: "No warranty is known." } ]
            """);
        var second = new SaleScene(Sale(Shipped), playbook: warranty) { Item = Listing() };
        Texts(await second.WriteAsync("tiene garantía?")).ShouldBe(["Tiene garantía del vendedor: 6 meses."]);
        second.ItemsRead.ShouldBe(["MLA5"]);
    }

    [Theory]
    [InlineData("shipment: { status: shipped, substatus: out_for_delivery }", "Reparto")]
    [InlineData("shipment: { status: shipped }", "Camino")]
    [InlineData("stage: payment_required", "Pago")]
    [InlineData("tags: [test_order]", "Prueba")]
    [InlineData("stage: invalid", null)]
    public async Task A_dialog_starts_by_stage_shipment_or_tag(string sale, string? said)
    {
        var playbook = Shop(
            "dialog: a\non: orders\nwhen: shipment.substatus == 'out_for_delivery'\nsteps: [ { say: { es: \"Reparto\" } } ]",
            "dialog: b\non: orders\nwhen: shipment.status == 'shipped'\nsteps: [ { say: { es: \"Camino\" } } ]",
            "dialog: c\non: orders\nwhen: order.stage == 'payment_required'\nsteps: [ { say: { es: \"Pago\" } } ]",
            "dialog: d\non: orders\nwhen: order.tags contains 'test_order'\nsteps: [ { say: { es: \"Prueba\" } } ]");
        var replies = await new SaleScene(Sale(sale), playbook: playbook).WriteAsync("hola");
        if (said is null) HandOver(replies).ShouldBe("The playbook has no dialog that starts on orders like this.");
        else Texts(replies).ShouldBe([said]);
    }

    [Fact]
    public async Task The_trace_keeps_what_was_known_of_the_sale()
    {
        var snapshot = FactsSnapshot.Parse((string)Trace(await new SaleScene(Sale(Shipped)).WriteAsync("ya lo despacharon?"))["facts"]!);
        snapshot.Sale!.Shipment!.Tracking!.Value.ShouldBe("AR123456");
        snapshot.Sale.Number.ShouldBe("1");
    }

    [Fact]
    public void Every_text_after_the_sale_has_at_least_three_wordings_in_each_voice()
    {
        var said = ShippedPlaybook.Playbook.Replies.Values.Where(r => r.Name.StartsWith("sale_", StringComparison.Ordinal)).SelectMany(r => r.Fragments).Where(f => f.Say is not null).ToArray();
        said.Length.ShouldBeGreaterThan(25);
        foreach (var fragment in said)
        {
            fragment.Say!.Variations.Keys.ShouldContain("es");
            fragment.Say.Variations.Keys.ShouldContain("pt");
            foreach (var wordings in fragment.Say.Variations.Values)
            {
                wordings.Count.ShouldBeGreaterThanOrEqualTo(3, fragment.Name);
                wordings.Select(w => w.Text).Distinct().Count().ShouldBe(wordings.Count, fragment.Name);
            }
        }
    }

    private static Playbook Shop(params string[] dialogs)
    {
        var files = dialogs.Select((text, i) => PlaybookFile.Of($"dialogs/d{i}.yaml", text)).Append(PlaybookFile.Of("playbook.yaml", "playbook: shop\nvoices: [MLA]\n"))
            .Append(PlaybookFile.Of("intents/a.yaml", "intent: a\nexamples: [hola, buenas]\n"));
        var reading = PlaybookReader.Read(new MemoryFolder("shop", files));
        return reading.Playbook ?? throw new InvalidOperationException(string.Join('\n', reading.Diagnostics));
    }
}
