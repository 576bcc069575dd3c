using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Outbound.Sending;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Tests.Outbound.Sending;

public sealed class SendRulesTests
{
    private static readonly string?[] Languages = ["es-AR", "pt-BR", "en-US", "es", "pt", "xx", "", null];

    private static SendSituation Situation => new() { Author = SendAuthor.Person, Stage = OrderStage.Paid, Thread = new() { Status = ThreadStatus.Active }, BuyerWrote = true };

    private static MessageThreadState Blocked(string? word) => new() { Status = ThreadStatus.Blocked, Substatus = word is null ? default : ThreadBlock.From(word) };

    [Fact]
    public void Every_substatus_for_whoever_writes_in_every_stage_is_a_way_or_a_reason_and_never_a_raw_word()
    {
        ActionGuide?[] guides = [null, new(), new() { Options = [new() { Id = ContactReason.Other, Enabled = true, CapAvailable = 1 }] }, new() { Options = [new() { Id = ContactReason.Other, CapAvailable = 0 }] }];
        MessageThreadState?[] threads =
        [
            null, new() { Status = ThreadStatus.Active }, new() { Status = ThreadStatus.Active, Path = "/packs/1/sellers/2/conversations/post_sale" }, new(), new() { Status = ThreadStatus.From("dormido") },
            .. ThreadBlock.Known.Select(block => Blocked(block.Value)), Blocked("blocked_by_novo_2027"), Blocked(null),
        ];
        var count = 0;
        foreach (var thread in threads)
            foreach (var author in Enum.GetValues<SendAuthor>())
                foreach (var stage in Enum.GetValues<OrderStage>())
                    foreach (var guide in guides)
                        foreach (var flags in Enumerable.Range(0, 16))
                        {
                            var situation = new SendSituation
                            {
                                Author = author,
                                Stage = stage,
                                Thread = thread,
                                Guide = guide,
                                BuyerWrote = (flags & 1) > 0,
                                LastIsSellers = (flags & 2) > 0,
                                BeforeLinking = (flags & 4) > 0,
                                IsFraudRisk = (flags & 8) > 0,
                            };
                            var permit = SendRules.Decide(situation);
                            count++;
                            if (permit.Way == SendWay.Plain)
                            {
                                permit.Block.ShouldBeNull();
                                continue;
                            }

                            permit.Block.ShouldNotBeNull($"{situation}");
                            foreach (var language in Languages) Explains(permit.Block, language);
                            if (author == SendAuthor.Bot) permit.Way.ShouldBe(SendWay.None, $"{situation}");
                        }

        count.ShouldBe(threads.Length * 2 * 6 * 4 * 16);
    }

    [Fact]
    public void Every_reason_is_explained_in_three_languages_and_differently_in_each()
    {
        foreach (var cause in Enum.GetValues<SendCause>())
        {
            var block = new SendBlock(cause, Detail: "detalle");
            foreach (var language in Languages) Explains(block, language);
            string[] remedies = [block.Remedy("es"), block.Remedy("pt"), block.Remedy("en")];
            remedies.Distinct().Count().ShouldBe(3, $"{cause}");
        }
    }

    [Fact]
    public void Every_known_block_of_the_platform_has_a_reason_of_its_own() =>
        ThreadBlock.Known.Where(block => block != ThreadBlock.ConversationUseMessageApi && block != ThreadBlock.ExceptedCase)
            .Where(block => SendBlock.Of(block).Cause == SendCause.UnknownBlock).ShouldBeEmpty();

    [Fact]
    public void An_unknown_block_is_shown_in_the_platforms_own_word() =>
        SendBlock.Of(ThreadBlock.From("blocked_by_novo_2027")).What("es").ShouldContain("blocked_by_novo_2027");

    [Theory]
    [InlineData(OrderStage.PaymentRequired)]
    [InlineData(OrderStage.PaymentInProcess)]
    public void Before_the_payment_is_confirmed_users_read_the_words_that_they_know(OrderStage stage)
    {
        var block = SendRules.Decide(Situation with { Stage = stage, BuyerWrote = false }).Block!;
        block.What("en").ShouldBe("Lead payment is not confirmed");
        block.Until.ShouldBe(SendUntil.Payment);
        SendRules.Decide(Situation with { Thread = Blocked("blocked_by_payment") }).Block!.What("en").ShouldBe("Lead payment is not confirmed");
    }

    [Fact]
    public void Of_an_unlinked_account_users_read_the_words_that_they_know() =>
        SendRules.Decide(Situation with { IsLinked = false }).Block!.What("en").ShouldBe("Lead source disabled.");

    [Theory]
    [InlineData("blocked_by_time", true)]
    [InlineData("blocked_by_buyer", true)]
    [InlineData("blocked_by_refund", true)]
    [InlineData("blocked_by_conversation_initiated_by_seller", true)]
    [InlineData("blocked_by_mediation", false)]
    [InlineData("bloqued_by_mediation", false)]
    [InlineData("blocked_by_fulfillment", false)]
    [InlineData("blocked_by_conversation_expired", false)]
    [InlineData("blocked_by_cancelled_order", false)]
    public void It_is_said_whether_the_buyer_can_open_the_thread_again(string word, bool can) => SendBlock.Of(ThreadBlock.From(word)).BuyerCanReopen.ShouldBe(can);

    [Fact]
    public void A_mediation_leads_to_the_claim() => SendBlock.Of(ThreadBlock.From("blocked_by_mediation_fbm")).Remedy("pt").ShouldContain("reclamação");

    [Fact]
    public void What_opens_on_delivery_says_when_that_is()
    {
        var block = SendRules.Decide(Situation with { Thread = Blocked("blocked_by_fulfillment"), Delivery = new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero) }).Block!;
        block.UntilWhen("pt-BR").ShouldContain("30/11/2026");
    }

    [Fact]
    public void In_an_open_thread_the_buyers_word_counts_more_than_the_orders_state()
    {
        SendRules.Decide(Situation with { Stage = OrderStage.Cancelled }).Way.ShouldBe(SendWay.Plain);
        SendRules.Decide(Situation with { Stage = OrderStage.Cancelled, BuyerWrote = false }).Block!.Cause.ShouldBe(SendCause.OrderCancelled);
    }

    [Fact]
    public void Mercado_Libres_agent_gets_one_message_at_a_time()
    {
        var agent = Situation with { Thread = new() { Status = ThreadStatus.Active, Path = "/packs/1/sellers/2/conversations/x" } };
        SendRules.Decide(agent).Way.ShouldBe(SendWay.Plain);
        SendRules.Decide(agent with { LastIsSellers = true }).Block!.Cause.ShouldBe(SendCause.AgentTurn);
        SendRules.Decide(Situation with { LastIsSellers = true }).Way.ShouldBe(SendWay.Plain);
    }

    [Fact]
    public void A_person_opens_a_thread_only_by_a_reason_that_is_left_and_the_bot_never()
    {
        var silent = Situation with { BuyerWrote = false, Guide = new() { Options = [new() { Id = ContactReason.Other, CapAvailable = 1 }, new() { Id = ContactReason.SendInvoiceLink, CapAvailable = 0 }] } };
        SendRules.Decide(silent).Reasons.Select(option => option.Id).ShouldBe([ContactReason.Other]);
        SendRules.Decide(silent with { Author = SendAuthor.Bot }).Block!.Cause.ShouldBe(SendCause.BotOnlyReplies);
        SendRules.Decide(silent with { BeforeLinking = true }).Block!.Cause.ShouldBe(SendCause.OrderBeforeLinking);
        SendRules.Decide(silent with { BeforeLinking = true, BuyerWrote = true }).Way.ShouldBe(SendWay.Plain);
    }

    private static void Explains(SendBlock block, string? language)
    {
        foreach (var words in (string[])[block.What(language), block.Remedy(language), block.UntilWhen(language), block.Sentence(language)])
        {
            words.ShouldNotBeNullOrWhiteSpace($"{block.Cause} in {language}");
            words.ShouldNotContain("{", Case.Sensitive, $"{block.Cause} in {language}");
        }
    }
}
