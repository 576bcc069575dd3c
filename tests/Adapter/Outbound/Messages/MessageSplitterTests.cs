using MeliBot.Adapter.Outbound.Messages;

namespace MeliBot.Adapter.Tests.Outbound.Messages;

public sealed class MessageSplitterTests
{
    private static IEnumerable<string> Split(string text, int longest) => MessageSplitter.Split(text, longest).Select(part => part.Text);

    [Fact]
    public void What_fits_stays_one_message() => Split("Hola. ¿Todo bien?\nGracias.", 350).ShouldBe(["Hola. ¿Todo bien?\nGracias."]);

    [Fact]
    public void Whole_sentences_go_together_while_they_fit() =>
        Split("Ya despachamos tu compra. Llega el martes. Gracias por elegirnos.", 45).ShouldBe(["Ya despachamos tu compra. Llega el martes.", "Gracias por elegirnos."]);

    [Fact]
    public void A_line_break_ends_a_sentence_too() =>
        Split("Incluye cable y cargador\nNo incluye pilas", 30).ShouldBe(["Incluye cable y cargador", "No incluye pilas"]);

    [Fact]
    public void Abbreviations_and_decimals_are_no_place_to_part() =>
        Split("El Sr. Pérez pagó $ 10.500,00 aprox. ayer. Gracias.", 48).ShouldBe(["El Sr. Pérez pagó $ 10.500,00 aprox. ayer.", "Gracias."]);

    [Fact]
    public void A_sentence_longer_than_a_message_is_parted_between_words_and_begins_where_there_is_room() =>
        Split("Hola. Una frase que no cabe de ninguna manera en un mensaje", 20).ShouldBe(["Hola. Una frase que", "no cabe de ninguna", "manera en un mensaje"]);

    [Fact]
    public void Only_a_word_longer_than_a_message_is_broken_and_never_inside_a_sign() =>
        Split("ver aaaaaaaaaaaaaaaaaaaaaaaaa👍🏽👍🏽", 10).ShouldBe(["ver", "aaaaaaaaaa", "aaaaaaaaaa", "aaaaa👍🏽", "👍🏽"]);

    [Fact]
    public void Nothing_gives_no_message() => Split("", 350).ShouldBeEmpty();
}
