using CsCheck;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests.Understanding;

public class IntentModelTests(TrainedOnce trained) : IClassFixture<TrainedOnce>
{
    [Theory]
    [InlineData("¿Tenés stock?", "availability")]
    [InlineData("tem garantia?", "warranty")]
    [InlineData("hacen factura a?", "invoice")]
    [InlineData("muchas gracias!", "thanks")]
    [InlineData("lo tenes en azul?", "variant")]
    [InlineData("aceita pix?", "payment")]
    [InlineData("pasame tu whatsapp", "contact")]
    public void A_plain_question_asks_one_thing(string text, string intent) => trained.Names(text).ShouldBe([intent]);

    [Theory]
    [InlineData("¿Tenés stock? ¿Qué garantía tiene?", "availability", "warranty")]
    [InlineData("tem garantia? emite nota fiscal?", "warranty", "invoice")]
    [InlineData("se puede pagar en cuotas? hacen factura a?", "payment", "invoice")]
    public void Several_requests_come_in_the_order_asked(string text, string first, string second) => trained.Names(text).ShouldBe([first, second]);

    [Fact]
    public void Each_intent_keeps_the_buyers_own_words()
    {
        const string Text = "Hola 😊 ¿tenés stock? ¿y qué garantía tiene?";
        var understood = trained.Model.Understand(Text);
        understood.Intents.Select(i => Text.Substring(i.Span.Start, i.Span.Length)).ShouldBe(["tenés stock", "y qué garantía tiene"]);
    }

    [Fact]
    public void Every_intent_has_a_score_between_0_and_1()
    {
        var scores = trained.Model.Understand("tem na cor preta?").Scores;
        scores.Keys.ShouldBe(trained.Model.Intents, ignoreOrder: true);
        scores.Values.ShouldAllBe(s => s >= 0 && s <= 1);
        scores["variant"].ShouldBeGreaterThan(scores["warranty"]);
    }

    [Fact]
    public void Two_trainings_on_the_same_examples_understand_alike()
    {
        var set = TrainingSet.Of(ShippedIntents.Read().Examples.Where((_, i) => i % 40 == 0));
        var (first, second) = (IntentModel.Train(set), IntentModel.Train(set));
        foreach (var example in set.Examples.Take(100))
            first.Understand(example.Text).Scores.ShouldBe(second.Understand(example.Text).Scores);
    }

    [Fact]
    public void Whatever_is_written_is_understood_somehow() => Gen.String[0, 300].Sample(text =>
    {
        var understood = trained.Model.Understand(text);
        foreach (var span in understood.Intents.Select(i => i.Span).Concat(understood.Segments.Select(s => s.Span)).Concat(understood.Slots.Select(s => s.Span)))
        {
            if (span.Start < 0 || span.Length <= 0 || span.End > text.Length) throw new InvalidOperationException($"{span} lies outside.");
        }
    }, iter: 2000);

    [Fact]
    public void A_text_without_words_asks_nothing() => trained.Names(" ?! ").ShouldBeEmpty();

    [Fact]
    public void A_thumb_alone_says_thanks() => trained.Names("👍").ShouldBe(["thanks"]);

    [Fact]
    public void Segments_cover_the_question_from_left_to_right()
    {
        var segments = trained.Model.Understand("hola, tenes stock? cuanto sale el envio a cordoba y hacen factura a").Segments;
        segments.Select(s => s.Span.Start).ShouldBeInOrder();
        for (var i = 1; i < segments.Count; i++) segments[i].Span.Start.ShouldBeGreaterThanOrEqualTo(segments[i - 1].Span.End);
    }
}
