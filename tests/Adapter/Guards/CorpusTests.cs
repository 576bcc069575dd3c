using MeliBot.Adapter.Outbound.Guards;

namespace MeliBot.Adapter.Tests.Guards;

public sealed class CorpusTests
{
    private static readonly ContentGuards Guards = new(ContentGuards.Default);

    [Theory]
    [InlineData("attacks.txt")]
    [InlineData("attacks.aside.txt")]
    public void No_attack_goes_through(string file)
    {
        var attacks = Corpus.Attacks(file);
        attacks.Count.ShouldBeGreaterThanOrEqualTo(300);
        attacks.Where(attack => Guards.Check(new(attack.Text)).Count == 0).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("attacks.txt", 0.98)]
    [InlineData("attacks.aside.txt", 0.98)]
    public void The_guard_that_is_meant_sees_it(string file, double least)
    {
        var attacks = Corpus.Attacks(file);
        var seen = attacks.Count(attack => Guards.Check(new(attack.Text)).Any(finding => finding.Guard == attack.Guard));
        ((double)seen / attacks.Count).ShouldBeGreaterThanOrEqualTo(least);
    }

    [Theory]
    [InlineData("innocent.txt", 0.0)]
    [InlineData("innocent.aside.txt", 0.01)]
    [InlineData("innocent.replies.txt", 0.0)]
    public void What_sellers_say_every_day_passes(string file, double most)
    {
        var innocent = Corpus.Innocent(file);
        innocent.Count.ShouldBeGreaterThanOrEqualTo(200);
        var held = innocent.Where(text => Guards.Check(new(text)).Count > 0).ToList();
        ((double)held.Count / innocent.Count).ShouldBeLessThanOrEqualTo(most, string.Join("\n", held));
    }

    [Fact]
    public void An_attack_is_seen_amid_an_innocent_answer() =>
        Corpus.Attacks("attacks.txt").Where(attack => Guards.Check(new($"¡Hola! Sí, tenemos stock. {attack.Text}. El precio es $ 45.999,90. ¡Saludos!")).Count == 0).ShouldBeEmpty();
}
