using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests.Understanding;

public class IntentFilesTests
{
    [Fact]
    public void An_intent_file_gives_examples_negatives_and_patterns()
    {
        var set = IntentFiles.Read([("engraving.yaml", """
            intent: engraving
            about: can a name be engraved
            examples:
              es-AR: [ "¿graban nombres?" ]
              pt-BR:
                - "gravam nome?"
            negatives:
              es-AR: [ "tiene grabador?" ]
            patterns:
              es: [ "graba\\w* (?:un )?nombre" ]
            """)]);
        set.Intents.ShouldBe(["engraving"]);
        set.Examples.Select(e => (e.Text, e.Locale)).ShouldBe([("¿graban nombres?", "es-AR"), ("gravam nome?", "pt-BR")]);
        set.Negatives.ShouldHaveSingleItem().Intent.ShouldBe("engraving");
        set.Patterns.ShouldHaveSingleItem().Language.ShouldBe("es");
    }

    [Fact]
    public void Several_intents_are_labels_of_their_own()
    {
        var set = IntentFiles.Read([("several.yaml", """- { text: "precio y garantía?", locale: es-AR, intents: [price, warranty] }""")]);
        set.Intents.ShouldBe(["price", "warranty"]);
        set.Examples.ShouldHaveSingleItem().Intents.ShouldBe(["price", "warranty"]);
    }

    [Theory]
    [InlineData("a.yaml", "intent: a\nexamples: 5", "a.yaml:2:11")]
    [InlineData("a.yaml", "about: nothing", "a.yaml:1:1")]
    [InlineData("a.yaml", "intent: a\nexamples:\n  es: [ { x: y } ]", "a.yaml:3:9")]
    [InlineData("several.yaml", "- { text: hola }", "several.yaml:1:3")]
    [InlineData("a.yaml", "intent: [", "a.yaml:")]
    public void What_cannot_be_read_says_where(string name, string text, string place) =>
        Should.Throw<FormatException>(() => IntentFiles.Read([(name, text)])).Message.ShouldStartWith(place);

    [Fact]
    public void Equal_sets_have_equal_hashes_and_an_example_more_changes_it()
    {
        TrainingSet Read(string text) => IntentFiles.Read([("a.yaml", text)]);
        Read("intent: a\nexamples: [ x ]").ContentHash.ShouldBe(Read("intent: a\nexamples:\n- x").ContentHash);
        Read("intent: a\nexamples: [ x, y ]").ContentHash.ShouldNotBe(Read("intent: a\nexamples: [ x ]").ContentHash);
    }

    [Fact]
    public void The_shipped_intents_are_those_of_the_product()
    {
        var set = ShippedIntents.Read();
        set.Intents.Count.ShouldBe(27);
        set.Examples.Select(e => e.Locale).Distinct().ShouldBe(["es-AR", "es-MX", "es-CL", "es-CO", "pt-BR"], ignoreOrder: true);
        set.Examples.ShouldAllBe(e => e.Text.Trim().Length > 0);
    }
}
