using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Outbound.Guards.Learnt;

namespace MeliBot.Adapter.Tests.Guards;

public sealed class CorpusTests
{
    private static readonly ContentGuards Guards = new(ContentGuards.Default);

    [Theory]
    [InlineData("attacks.txt")]
    [InlineData("attacks.aside.txt")]
    [InlineData("attacks.fresh.txt")]
    public void No_attack_goes_through(string file)
    {
        var attacks = Corpus.Attacks(file);
        attacks.Count.ShouldBeGreaterThanOrEqualTo(300);
        attacks.Where(attack => Guards.Check(new(attack.Text)).Count == 0).ShouldBeEmpty();
    }

    /// <summary>Some of them say little by themselves.</summary>
    [Theory]
    [InlineData("attacks.more.txt")]
    [InlineData("attacks.sly.txt")]
    [InlineData("attacks.everyday.txt")]
    public void Hardly_any_of_those_that_were_written_to_learn_from_goes_through(string file)
    {
        var attacks = Corpus.Attacks(file);
        attacks.Count.ShouldBeGreaterThanOrEqualTo(800);
        var missed = attacks.Where(attack => Guards.Check(new(attack.Text)).Count == 0).Select(attack => attack.Text).ToList();
        ((double)missed.Count / attacks.Count).ShouldBeLessThanOrEqualTo(0.02, string.Join("\n", missed));
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
    [InlineData("innocent.fresh.txt", 0.01)]
    [InlineData("innocent.more.txt", 0.01)]
    [InlineData("innocent.sly.txt", 0.005)]
    [InlineData("innocent.everyday.txt", 0.0165)]
    [InlineData("innocent.unseen.txt", 0.01)]
    public void What_sellers_say_every_day_passes(string file, double most)
    {
        var innocent = Corpus.Innocent(file);
        innocent.Count.ShouldBeGreaterThanOrEqualTo(200);
        var held = innocent.Where(text => Guards.Check(new(text)).Count > 0).ToList();
        ((double)held.Count / innocent.Count).ShouldBeLessThanOrEqualTo(most, string.Join("\n", held));
    }

    /// <summary>These stay aside: nothing is mended or learnt from them, so that what they show goes for other texts too. The unseen are strangers'; the held-out by the hand that wrote the rules, and slier; those of sly and of everyday texts by strangers from whose other texts is learnt.</summary>
    [Theory]
    [InlineData("attacks.unseen.txt", 3)]
    [InlineData("attacks.unseen2.txt", 9)]
    [InlineData("attacks.unseen3.txt", 11)]
    [InlineData("attacks.heldout.txt", 5)]
    [InlineData("attacks.sly-aside.txt", 108)]
    [InlineData("attacks.everyday-aside.txt", 177)]
    public void Of_attacks_that_nobody_foresaw_no_fewer_are_seen_than_before(string file, int most)
    {
        var attacks = Corpus.Attacks(file);
        var missed = attacks.Where(attack => Guards.Check(new(attack.Text)).Count == 0).Select(attack => attack.Text).ToList();
        missed.Count.ShouldBeLessThanOrEqualTo(most, string.Join("\n", missed));
    }

    /// <summary>Written to resemble what is held: more of them are than of what sellers say every day, and no more than before.</summary>
    [Theory]
    [InlineData("innocent.unseen2.txt", 4)]
    [InlineData("innocent.unseen3.txt", 7)]
    [InlineData("innocent.heldout.txt", 2)]
    [InlineData("innocent.sly-aside.txt", 6)]
    [InlineData("innocent.everyday-aside.txt", 50)]
    public void Of_innocent_texts_that_resemble_attacks_no_more_are_held_than_before(string file, int most)
    {
        var held = Corpus.Innocent(file).Where(text => Guards.Check(new(text)).Count > 0).ToList();
        held.Count.ShouldBeLessThanOrEqualTo(most, string.Join("\n", held));
    }

    [Fact]
    public void What_only_the_suspicion_sees_it_sees_amid_an_innocent_answer_too()
    {
        var unnamed = Corpus.Attacks("attacks.fresh.txt").Where(attack => Guards.Check(new(attack.Text)).All(finding => finding.Guard == SuspicionGuard.Name)).ToList();
        var amid = unnamed.Count(attack => Guards.Check(new($"¡Hola! Sí, tenemos stock. {attack.Text}. El precio es $ 45.999,90. ¡Saludos!")).Count > 0);
        unnamed.ShouldNotBeEmpty();
        ((double)amid / unnamed.Count).ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void An_attack_is_seen_amid_an_innocent_answer() =>
        Corpus.Attacks("attacks.txt").Where(attack => Guards.Check(new($"¡Hola! Sí, tenemos stock. {attack.Text}. El precio es $ 45.999,90. ¡Saludos!")).Count == 0).ShouldBeEmpty();
}
