using MeliBot.Adapter.Outbound.Guards;

namespace MeliBot.Adapter.Tests.Guards;

public sealed class RecentFindingsTests
{
    private static readonly GuardFinding Found = new ContentGuards(ContentGuards.Default).Check(new GuardRequest("Llamame al 11 5555-4444"))[0];

    [Fact]
    public void A_text_that_comes_again_is_not_judged_again()
    {
        var (recent, judged) = (new RecentFindings(), 0);

        for (var time = 0; time < 3; time++) recent.Of(new GuardRequest("Sí, hay."), Judge).ShouldBeEmpty();

        judged.ShouldBe(1);

        IReadOnlyList<GuardFinding> Judge(GuardRequest request)
        {
            judged++;
            return [];
        }
    }

    [Fact]
    public void What_was_found_in_one_text_is_never_said_of_another_however_many_there_are_and_however_many_ask()
    {
        var recent = new RecentFindings();

        Parallel.For(0, 20_000, number =>
        {
            // More texts than there are places, each before the sale, after it, and in a claim.
            var (text, presale, claim) = (number % 3_000, number % 11 == 0, number % 7 == 0);
            var expected = (text + (presale ? 1 : 0) + (claim ? 1 : 0)) % 2;
            var request = new GuardRequest($"Quedan {text}.", presale, claim);
            recent.Of(request, judged => [.. Enumerable.Repeat(Found, expected)]).Count.ShouldBe(expected);
        });
    }
}
