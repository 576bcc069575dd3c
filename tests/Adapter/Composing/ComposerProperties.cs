using System.Text;
using CsCheck;
using MeliBot.Adapter.Outbound.Composing;

namespace MeliBot.Adapter.Tests.Composing;

public sealed class ComposerProperties
{
    private const int Runs = 10_000;

    private static readonly string[] Words =
    [
        "Hola", "¡Hola!", "Buen día", "bom dia", "Sí", "sí.", "No", "não", "tenemos stock", "HAY STOCK", "hay stock.", "mide 3.5 cm", "aprox.", "Av. Mitre", "S. A.",
        "https://www.mercadolibre.com.ar/x_y*z?a=1.", "😀", "👨‍👩‍👧", "❤️", "1️⃣", "🇦🇷", "e\u0301", "\u0301", "\u200D", "\uFE0F", "\uD83D", "\uDE00", "\u202E", "\u2028", "\u2029",
        "\r\n", "\n", "\n\n", "\u0085", "\u000B", "\u001D", "\t", "\u00A0", "*", "**", "_", "~~", "`", "```", "[", "](", ")", "(", "<", ">", "<b>", "</b>", "<br/>", "<a href='http://x.y'>",
        "</a>", "<script>", "<!--", "-->", "&amp;", "&lt;", "&", "amp;", "lt;", "&#x202E;", "&#10;", "#", "# ", "- ", "1. ", "2) ", "|", "\\", "...", "…", "?", "¿", "!", "¡", ",", ";", ":", "\"", "'",
        " ", " ", " ", "Saludos", "¡Gracias!", "Gracias por tu consulta", "obrigado", "x", "A", "7", "-", ".", "C\\*", "50%", "<3", ":)", "||", "---", "=", "> ", "Ana", "la azul y la roja",
    ];

    private static readonly Gen<string> Text = Gen.Frequency(
        (6, Any(Words).Array[0, 14].Select(string.Concat)),
        (2, Any(Words).Array[0, 14].Select(words => string.Join(' ', words))),
        (2, Gen.Char.Array[0, 40].Select(chars => new string(chars))),
        (1, Gen.Select(Any(Words), Gen.Int[1, 900]).Select((word, times) => string.Concat(Enumerable.Repeat(word, times)))));

    private static readonly Gen<Fragment> AnyFragment = Gen.Select(
        Text,
        Gen.Frequency((4, Gen.Const(FragmentRole.Core)), (1, Gen.Const(FragmentRole.Greeting)), (1, Gen.Const(FragmentRole.Complement)), (1, Gen.Const(FragmentRole.Closing))),
        Any<string?>(null, "price", "availability"),
        Gen.Frequency((2, Gen.Const(default(TextSpan?))), (1, Gen.Int[0, 40].Select(start => (TextSpan?)new TextSpan(start, 5)))))
        .Select((text, role, intent, span) => new Fragment(text, role, intent, span));

    private static readonly Gen<(Fragment[] Fragments, int Room)> Turn =
        Gen.Select(AnyFragment.Array[0, 6], Gen.Frequency((3, Gen.Const(2_000)), (1, Gen.Int[1, 120])));

    [Fact]
    public void Any_turn_is_one_line_within_the_limit_without_half_characters() =>
        Turn.Sample(
            turn =>
            {
                if (Compose(turn).Text is not { } text) return;
                text.Length.ShouldBeInRange(1, turn.Room);
                foreach (var rune in text.EnumerateRunes())
                {
                    (rune.Value is 0x0A or 0x0B or 0x0C or 0x0D or 0x1C or 0x1D or 0x1E or 0x85 or 0x2028 or 0x2029).ShouldBeFalse();
                    Rune.GetUnicodeCategory(rune).ShouldNotBe(System.Globalization.UnicodeCategory.Control);
                }

                Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).ShouldBe(text);
                text.ShouldBe(text.Trim());
                text.ShouldNotContain("  ");
            },
            iter: Runs);

    [Fact]
    public void Composing_the_composed_text_as_one_core_changes_nothing() =>
        Turn.Sample(
            turn =>
            {
                if (Compose(turn).Text is not { } text) return;
                var again = Compose(([new Fragment(text, FragmentRole.Core)], turn.Room));
                again.Text.ShouldBe(text);
                again.Holds.ShouldBeEmpty();
                again.Dropped.ShouldBeEmpty();
            },
            iter: Runs);

    [Fact]
    public void No_core_is_lost_or_cut()
    {
        var plain = Any("Sí, hay stock azul", "Hay stock azul", "El envío es gratis. Llega mañana", "Mide 3.5 cm", "não temos", "Es nuevo", "LLEGA MAÑANA", "Cuesta $ 1.500,50", "¿Te sirve?", "👍 Dale");
        var turn = Gen.Select(plain.Array[1, 6], Gen.Int[20, 200]);
        turn.Sample(
            (texts, room) =>
            {
                var composition = Compose(([.. texts.Select(text => new Fragment(text, FragmentRole.Core))], room));
                var said = composition.Text is null ? [] : Keys(composition.Text);
                foreach (var text in texts)
                {
                    var keys = Keys(text);
                    var whole = keys.TrueForAll(said.Contains);
                    // Left out as a whole, and a person is told; or said as a whole.
                    if (!whole) composition.Holds.ShouldNotBeEmpty();
                }
            },
            iter: Runs);
    }

    [Fact]
    public void The_spans_cover_the_line_and_nothing_but_single_spaces_lies_between() =>
        Turn.Sample(
            turn =>
            {
                var composition = Compose(turn);
                var at = 0;
                foreach (var span in composition.Spans)
                {
                    if (at > 0) composition.Text![at].ShouldBe(' ');
                    span.Start.ShouldBe(at == 0 ? 0 : at + 1);
                    span.Length.ShouldBeGreaterThan(0);
                    span.Fragment.ShouldBeInRange(0, turn.Fragments.Length - 1);
                    at = span.Start + span.Length;
                }

                at.ShouldBe(composition.Text?.Length ?? 0);
            },
            iter: Runs);

    [Fact]
    public void Every_fragment_is_in_the_text_or_among_the_dropped() =>
        Turn.Sample(
            turn =>
            {
                var composition = Compose(turn);
                for (var i = 0; i < turn.Fragments.Length; i++)
                {
                    (composition.Spans.Any(span => span.Fragment == i) || composition.Dropped.Any(dropped => dropped.Fragment == i)).ShouldBeTrue();
                }
            },
            iter: Runs);

    [Fact]
    public void Flattening_twice_is_flattening_once() =>
        Text.Sample(text => PlainText.Flatten(PlainText.Flatten(text)).ShouldBe(PlainText.Flatten(text)), iter: Runs);

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static List<string> Keys(string text)
    {
        var fold = text.ToUpperInvariant().Split(['.', '!', '?', '¿', '¡', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. fold];
    }

    private static Composition Compose((Fragment[] Fragments, int Room) turn) =>
        new QuestionComposer().Compose(turn.Fragments, new ComposeOptions { MaxLength = turn.Room });
}
