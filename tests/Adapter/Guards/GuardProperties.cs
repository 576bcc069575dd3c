using CsCheck;
using MeliBot.Adapter.Outbound.Guards;

namespace MeliBot.Adapter.Tests.Guards;

public sealed class GuardProperties
{
    private static readonly string[] Pieces =
    [
        "11", "5555", "4444", "once", "cero", "treinta y", "@", "arroba", "gmail", ".com", "www.", "https://", "calle", "Av.", "whatsapp", "w", "h", "no abras", "reclamo", "después de la compra", "mensaje",
        " ", " ", "-", "(", ")", "\u0301", "\uD83D", "😀", "１", "1️⃣", "\u200B", "é", "ﷺ", "$", ".", ",", "a", "si ", "punto", "km",
    ];

    private static readonly Gen<string> Text = Gen.Frequency(
        (3, Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(picks => string.Concat(picks.Select(pick => Pieces[pick])))),
        (1, Gen.Char.Array[0, 60].Select(chars => new string(chars))));

    [Fact]
    public void A_finding_always_lies_within_the_text() =>
        Text.Sample(
            text =>
            {
                foreach (var finding in All(text))
                {
                    finding.Start.ShouldBeInRange(0, text.Length);
                    finding.Length.ShouldBeInRange(0, text.Length - finding.Start);
                    finding.Reason.Text.ShouldEndWith(".");
                }
            },
            iter: 5_000);

    [Fact]
    public void The_same_text_is_judged_the_same() =>
        Text.Sample(text => All(text).ShouldBe(All(text)), iter: 1_000);

    [Theory(Timeout = 120_000)]
    [InlineData("1 ")]
    [InlineData("a@")]
    [InlineData("a.")]
    [InlineData("w h a t s ")]
    [InlineData("calle a ")]
    [InlineData("si si si hacer ")]
    [InlineData("treinta y ")]
    [InlineData("http://")]
    [InlineData("a.com ")]
    [InlineData("despues de la compra ")]
    [InlineData("whatsapp ")]
    [InlineData("(((((((((")]
    [InlineData("no abras a a a a ")]
    public Task A_long_hostile_text_comes_to_an_end(string piece)
    {
        // Linear guards take part of a second for it; a quadratic or worse one wouldn't end within the test's limit on any machine.
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        return Task.Run(() => All(text), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_finding_points_at_what_was_written()
    {
        const string Said = "Hola 👋, llamame al １１ ５５５５-４４４４ por favor";
        var finding = All(Said).ShouldHaveSingleItem();
        finding.Guard.ShouldBe(PhoneGuard.Name);
        Said.Substring(finding.Start, finding.Length).ShouldBe("１１ ５５５５-４４４４");
    }

    private static IReadOnlyList<GuardFinding> All(string text) => new ContentGuards(ContentGuards.Default).Check(new(text));
}
