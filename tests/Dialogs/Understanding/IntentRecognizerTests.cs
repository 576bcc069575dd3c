using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs.Tests.Understanding;

public class IntentRecognizerTests(TrainedOnce trained) : IClassFixture<TrainedOnce>
{
    [Fact]
    public async Task The_result_carries_every_intent_with_score_and_the_asked_ones_with_span()
    {
        const string Text = "tem garantia? tem na cor preta?";
        var result = await Recognise(Text);
        result.Text.ShouldBe(Text);
        result.Intents.Count.ShouldBe(trained.Model.Intents.Count);
        var warranty = result.Intents["warranty"];
        warranty.Properties["asked"].ShouldBe(true);
        warranty.Properties["order"].ShouldBe(0);
        ((JObject)warranty.Properties["span"]).ToString(Newtonsoft.Json.Formatting.None).ShouldBe("""{"start":0,"length":12}""");
        result.Intents["complaint"].Properties.ShouldBeEmpty();
    }

    [Fact]
    public async Task Slots_are_entities_with_their_place()
    {
        var result = await Recognise("lo tenés en azul?");
        result.Entities["color"]!.ToString(Newtonsoft.Json.Formatting.None).ShouldBe("""["azul"]""");
        ((int)result.Entities["$instance"]!["color"]![0]!["startIndex"]!).ShouldBe(12);
    }

    [Fact]
    public async Task The_top_intent_is_the_one_that_bots_expect() => (await Recognise("hacen factura a?")).GetTopScoringIntent().Item1.ShouldBe("invoice");

    [Fact]
    public async Task The_question_before_is_asked_for_at_each_question()
    {
        var recognizer = new IntentRecognizer(() => trained.Model, (_, _) => Task.FromResult<AskedBefore?>(new AskedBefore { Intents = ["price"] }));
        var result = await Recognise("y en azul?", recognizer);
        result.Intents["price"].Properties["carriedOver"].ShouldBe(true);
    }

    private async Task<RecognizerResult> Recognise(string text, IRecognizer? recognizer = null)
    {
        var turn = new TurnContext(new TestAdapter(), new Activity { Type = ActivityTypes.Message, Text = text, Locale = "es-AR" });
        return await (recognizer ?? new IntentRecognizer(() => trained.Model)).RecognizeAsync(turn, TestContext.Current.CancellationToken);
    }
}
