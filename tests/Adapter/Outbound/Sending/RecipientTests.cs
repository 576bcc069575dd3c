using MeliBot.Adapter.Outbound.Sending;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Tests.Outbound.Sending;

public sealed class RecipientTests
{
    private const long Seller = 100;

    private static MessageThread Thread(string? path, params long[] from) => new()
    {
        ConversationStatus = new() { Path = path },
        Messages = [.. from.Select((user, n) => new Message { Id = $"{n}", From = new() { UserId = user } })],
    };

    [Fact]
    public void Who_wrote_last_on_the_other_side_gets_the_answer_be_it_buyer_or_agent()
    {
        Recipient.Of(Thread("/packs/1/sellers/100", 200, Seller), Seller, "MLB", 200).ShouldBe(200);
        Recipient.Of(Thread("/packs/1/sellers/100/conversations/x", 200, 3037675074, Seller), Seller, "MLB", 200).ShouldBe(3037675074);
    }

    [Theory]
    [InlineData("MLB", 3037675074)]
    [InlineData("MLA", 3037674934)]
    [InlineData("MLC", 3020819166)]
    [InlineData("MLU", 3037204685)]
    public void In_a_silent_thread_with_an_agent_the_sites_agent_does(string site, long agent) =>
        Recipient.Of(Thread("/packs/1/sellers/100/conversations/x"), Seller, site, 200).ShouldBe(agent);

    [Fact]
    public void In_a_silent_thread_without_one_the_buyer_of_the_sale_does_and_without_any_evidence_nobody()
    {
        Recipient.Of(Thread("/packs/1/sellers/100"), Seller, "MLB", 200).ShouldBe(200);
        Recipient.Of(Thread("/packs/1/sellers/100", Seller), Seller, "MLB", null).ShouldBeNull();
        Recipient.Of(Thread("/packs/1/sellers/100/conversations/x"), Seller, null, 200).ShouldBeNull();
    }
}
