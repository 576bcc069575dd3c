using MeliBot.Adapter.Outbound.Guards;

namespace MeliBot.Adapter.Tests.Guards;

public sealed class GuardOptionsTests
{
    [Fact]
    public void A_guard_that_is_switched_off_sees_nothing_and_the_others_still_do()
    {
        var guards = With(new() { Disabled = ["Address"] });
        Check(guards, "Estamos en Av. Rivadavia 1234").ShouldBeEmpty();
        Check(guards, "Estamos en Av. Rivadavia 1234, tel 11 5555-4444").ShouldHaveSingleItem().Guard.ShouldBe("phone");
    }

    [Fact]
    public void Every_default_guard_can_be_switched_off() => Check(With(new() { Disabled = [.. ContentGuards.Names] }), "Llamame al 11 5555-4444, boludo, o a juan@gmail.com").ShouldBeEmpty();

    [Fact]
    public void Switching_off_a_guard_that_does_not_exist_is_an_error_that_names_those_that_do() =>
        Should.Throw<ArgumentException>(() => With(new() { Disabled = ["telefono"] })).Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain("'telefono'"),
            message => message.ShouldContain("phone, email, address"));

    [Theory]
    [InlineData("Es una réplica AAA")]
    [InlineData("es una REPLICA aaa, con caja")]
    [InlineData("es una r é p l i c a")]
    [InlineData("son r3plicas no, es réplica AAA")]
    public void A_forbidden_phrase_is_seen_without_case_accents_and_disguise(string text)
    {
        var finding = Check(With(new() { Forbidden = ["réplica"] }), text).ShouldHaveSingleItem();
        finding.Guard.ShouldBe(PhraseGuard.Name);
        finding.Reason.Text.ShouldContain("the settings forbid the phrase \"réplica\"");
    }

    [Fact]
    public void A_forbidden_phrase_is_whole_words() => Check(With(new() { Forbidden = ["cera"] }), "La cerámica es gris").ShouldBeEmpty();

    [Fact]
    public void An_allowed_phrase_is_not_looked_at_and_what_stands_beside_it_is()
    {
        var guards = With(new() { Allowed = ["Avenida Siempre Viva 742", "0800-555-8899"] });
        Check(guards, "El cartel dice «avenida siempre viva 742»").ShouldBeEmpty();
        Check(guards, "La garantía la atiende el fabricante: 0800-555-8899").ShouldBeEmpty();
        Check(guards, "Estamos en Avenida Siempre Viva 744").ShouldHaveSingleItem().Guard.ShouldBe("address");
    }

    [Fact]
    public void What_is_forbidden_stays_so_where_it_is_allowed_too() => Check(With(new() { Forbidden = ["usado"], Allowed = ["usado"] }), "Es usado").ShouldHaveSingleItem();

    [Theory]
    [InlineData("")]
    [InlineData(" !? ")]
    public void A_phrase_without_words_is_an_error(string phrase)
    {
        Should.Throw<ArgumentException>(() => With(new() { Forbidden = [phrase] }));
        Should.Throw<ArgumentException>(() => With(new() { Allowed = [phrase] }));
    }

    [Fact]
    public void A_finding_says_what_was_seen_and_why()
    {
        const string Text = "Sí, hay stock. Llamame al 11 5555-4444.";
        var finding = Check(With(GuardOptions.None), Text).ShouldHaveSingleItem();
        Text.Substring(finding.Start, finding.Length).ShouldBe("11 5555-4444");
        finding.Reason.Text.ShouldBe("\"11 5555-4444\": looks like a telephone number; Mercado Libre takes down answers with contact data.");
    }

    private static ContentGuards With(GuardOptions options) => new ContentGuards(ContentGuards.Default).With(options);

    private static IReadOnlyList<GuardFinding> Check(ContentGuards guards, string text) => guards.Check(new(text));
}
