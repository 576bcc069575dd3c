using MeliBot.Inbox.Writing;

namespace MeliBot.Inbox.Tests;

public class ReplyTextTests
{
    private readonly ReplyText _reply = new();

    [Fact]
    public void What_was_typed_earlier_is_there_again_unless_somebody_was_quicker()
    {
        _reply.Type("Hola");
        _reply.Begin("de ayer");
        _reply.Value.ShouldBe("Hola");

        var other = new ReplyText();
        other.Begin("de ayer");
        other.Value.ShouldBe("de ayer");
    }

    [Fact]
    public void A_proposal_fills_an_empty_field_and_takes_the_place_of_an_older_one_that_nobody_touched()
    {
        _reply.Propose("1", "Sí.");
        _reply.Propose("2", "Sí, hay.");

        _reply.Value.ShouldBe("Sí, hay.");
    }

    [Fact]
    public void A_proposal_leaves_what_was_typed_alone_and_is_shown_once()
    {
        _reply.Type("Hola");
        _reply.Propose("1", "Sí.");
        _reply.Value.ShouldBe("Hola");

        _reply.Type("");
        _reply.Propose("1", "Sí.");
        _reply.Value.ShouldBe("");
    }

    [Fact]
    public void A_proposal_that_somebody_decided_elsewhere_goes_and_one_that_was_changed_here_stays()
    {
        _reply.Propose("1", "Sí.");
        _reply.NoProposal();
        _reply.Value.ShouldBe("");

        _reply.Propose("2", "Sí.");
        _reply.Type("Sí, claro.");
        _reply.NoProposal();
        _reply.Value.ShouldBe("Sí, claro.");
    }

    [Fact]
    public void Typing_over_what_was_put_there_tells_it_once()
    {
        _reply.Propose("1", "Sí.");

        _reply.Type("Hola").ShouldBe("Sí.");
        _reply.Type("Hola, sí").ShouldBeNull();
    }
}
