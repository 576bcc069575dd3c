using CsCheck;
using MeliBot.Adapter.Outbound.Senders;

namespace MeliBot.Adapter.Tests.Outbound.Senders;

public sealed class AnswerTextTests
{
    [Theory]
    [InlineData("Sí, hay.", "  Sí,   hay. ")]
    [InlineData("Sí, hay.", "Sí,\u00a0hay.\n")]
    [InlineData("3 > 2 & \"listo\"", "3 &gt; 2 &amp; &quot;listo&quot;")]
    [InlineData("a &amp; b", "a &amp;amp; b")]
    [InlineData("Sí", "Si\u0301")]
    public void What_the_platform_gives_back_of_a_text_is_the_same_text(string ours, string theirs) => AnswerText.Same(ours, theirs).ShouldBeTrue();

    [Theory]
    [InlineData("Sí.", "No.")]
    [InlineData("Sí.", "Sí")]
    [InlineData("Sí.", "")]
    [InlineData("Sí.", "sí.")]
    public void Another_text_is_another(string ours, string theirs) => AnswerText.Same(ours, theirs).ShouldBeFalse();

    [Fact]
    public void Every_text_is_itself_and_stays_itself_when_it_is_padded() =>
        Gen.String.Sample(text => AnswerText.Same(text, text) && AnswerText.Same(text, " " + text + "\t"));
}
