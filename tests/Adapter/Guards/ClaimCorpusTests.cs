using MeliBot.Adapter.Outbound.Guards;

namespace MeliBot.Adapter.Tests.Guards;

/// <summary>What may be said in a claim and what may not, in Spanish and Portuguese.</summary>
public sealed class ClaimCorpusTests
{
    private static readonly ContentGuards Guards = new(ContentGuards.Default);

    [Fact]
    public void What_promises_threatens_or_talks_out_of_a_claim_is_held()
    {
        var attacks = Corpus.Attacks("claims.attacks.txt");
        attacks.Count.ShouldBeGreaterThanOrEqualTo(200);
        attacks.Where(attack => Guards.Check(Said(attack.Text)).Count == 0).ShouldBeEmpty();
    }

    /// <summary>Those that were written to learn from, and those that nothing is mended or learnt from.</summary>
    [Theory]
    [InlineData("claims.attacks.more.txt", 6)]
    [InlineData("claims.attacks.everyday.txt", 0)]
    [InlineData("claims.attacks.unseen.txt", 3)]
    [InlineData("claims.attacks.everyday-aside.txt", 36)]
    public void Of_what_is_said_in_other_words_no_more_goes_through_than_before(string file, int most)
    {
        var missed = Corpus.Attacks(file).Where(attack => Guards.Check(Said(attack.Text)).Count == 0).Select(attack => attack.Text).ToList();
        missed.Count.ShouldBeLessThanOrEqualTo(most, string.Join("\n", missed));
    }

    [Theory]
    [InlineData("claims.innocent.txt", 150, 0)]
    [InlineData("claims.innocent.more.txt", 110, 0)]
    [InlineData("claims.innocent.unseen.txt", 50, 1)]
    [InlineData("claims.innocent.everyday.txt", 500, 30)]
    [InlineData("claims.innocent.everyday-aside.txt", 100, 5)]
    public void What_is_said_in_claims_every_day_passes(string file, int least, int most)
    {
        var innocent = Corpus.Innocent(file);
        innocent.Count.ShouldBeGreaterThanOrEqualTo(least);
        var held = innocent.Where(text => Guards.Check(Said(text)).Count > 0).Select(text => $"{text}: {string.Join(" ", Guards.Check(Said(text)).Select(finding => finding.Reason.Text))}").ToList();
        held.Count.ShouldBeLessThanOrEqualTo(most, string.Join("\n", held));
    }

    [Fact]
    public void The_guard_that_is_meant_sees_it()
    {
        var attacks = Corpus.Attacks("claims.attacks.txt");
        var missed = attacks.Where(attack => !Guards.Check(Said(attack.Text)).Any(finding => finding.Guard == attack.Guard || (attack.Guard == ClaimPressureGuard.Name && finding.Guard == ClaimThreatGuard.Name))).ToList();
        ((double)missed.Count / attacks.Count).ShouldBeLessThanOrEqualTo(0.05, string.Join("\n", missed));
    }

    [Fact]
    public void An_attack_is_seen_amid_an_innocent_message() =>
        Corpus.Attacks("claims.attacks.txt").Where(attack => Guards.Check(Said($"¡Hola! Recibimos tu mensaje. {attack.Text} ¡Saludos!")).Count == 0).ShouldBeEmpty();

    [Theory]
    [InlineData("Te devolvemos el dinero hoy mismo.")]
    [InlineData("Te enviamos otro sin costo.")]
    [InlineData("No vas a ganar la mediación.")]
    public void Outside_a_claim_these_guards_dont_look(string text)
    {
        new ClaimPromiseGuard().Check(new GuardRequest(text, presale: false)).ShouldBeEmpty();
        new ClaimPressureGuard().Check(new GuardRequest(text, presale: false)).ShouldBeEmpty();
    }

    private static GuardRequest Said(string text) => new(text, presale: false, claim: true);
}
