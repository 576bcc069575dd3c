namespace MeliBot.Dialogs.Tests.Understanding;

public class MentionTests(TrainedOnce trained) : IClassFixture<TrainedOnce>
{
    [Theory]
    [InlineData("¿no tenés en negro?", "variant")]
    [InlineData("no es usado, ¿no?", "authenticity")]
    [InlineData("não tem azul?", "variant")]
    [InlineData("no hacés factura A?", "invoice")]
    [InlineData("não serve no gol?", "compatibility")]
    public void A_negated_question_asks_the_same(string text, string intent) => trained.Names(text).ShouldBe([intent]);

    [Theory]
    [InlineData("ya vi que el envío es gratis, cuánto mide?", "dimensions")]
    [InlineData("já vi o preço e o frete, só falta a medida", "dimensions")]
    public void A_topic_that_is_only_mentioned_isnt_asked(string text, string intent) => trained.Names(text).ShouldBe([intent]);

    [Theory]
    [InlineData("stock precio y garantia", "availability", "price", "warranty")]
    [InlineData("tem garantia qual o valor e emite nota", "warranty", "price", "invoice")]
    [InlineData("medidas y de que material es", "dimensions", "specs")]
    public void Requests_that_run_together_without_marks_are_told_apart(string text, params string[] intents) => trained.Names(text).ShouldBe(intents);
}
