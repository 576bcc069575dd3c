using System.Globalization;
using System.Text.Json;

namespace MeliBot.MercadoLibre.Tests;

public sealed class MessageReadTests
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task A_thread_of_five_thousand_messages_is_read_whole_in_the_platforms_order_and_without_marking_it()
    {
        await using var platform = await PlatformOf(5_000);
        await using var test = await new TestClient(platform, o => (o.Budget.CallsPerSecond, o.Budget.MessageCallsPerMinute) = (1000, 100_000)).LinkedAsync();

        var thread = await test.Me.Messages.ThreadAsync(9, 7, cancellationToken: _none);

        thread.Messages.Select(m => m.Key).ShouldBe(Enumerable.Range(0, 5_000).Select(Id));
        thread.LongestText.ShouldBe(350);
        platform.Requests.ShouldAllBe(r => r.Target.Contains("mark_as_read=false", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_older_than_a_known_message_arent_read()
    {
        await using var platform = await PlatformOf(500);
        await using var test = await new TestClient(platform).LinkedAsync();

        var thread = await test.Me.Messages.ThreadAsync(9, 7, m => m.Key == Id(480), _none);

        thread.Messages.Count.ShouldBe(MessageReads.PageSize);
        platform.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_that_arrives_between_two_pages_is_neither_lost_nor_doubled()
    {
        var total = 120;
        await using var platform = await FakePlatform.StartAsync();
        platform.Answer = (context, n) => context.JsonAsync(Page(n == 1 ? total : total + 3, context.Request.Query["offset"], context.Request.Query["limit"]));
        await using var test = await new TestClient(platform).LinkedAsync();

        var keys = (await test.Me.Messages.ThreadAsync(9, 7, cancellationToken: _none)).Messages.Select(m => m.Key).ToList();

        keys.Distinct().Count().ShouldBe(keys.Count);
        Enumerable.Range(0, total).Select(Id).ShouldBeSubsetOf(keys!);
    }

    [Theory]
    [InlineData(null, 350)]
    [InlineData(0, 350)]
    [InlineData(350, 350)]
    [InlineData(3500, 3500)]
    public void A_message_may_be_as_long_as_the_platform_says(int? said, int length) =>
        new MessageThread { SellerMaxMessageLength = said }.LongestText.ShouldBe(length);

    [Theory]
    [InlineData("""{"id":"a","text":"x"}""", "a", "x")]
    [InlineData("""{"message_id":"a","text":{"plain":"x"},"to":[{"user_id":"1"},{"user_id":2}]}""", "a", "x")]
    [InlineData("""{"paging":null,"conversation_status":null,"messages":[{"id":"a","text":"x","to":{"user_id":1}}]}""", "a", "x")]
    public void A_single_message_is_found_in_every_shape(string json, string key, string text)
    {
        var message = JsonSerializer.Deserialize<FoundMessage>(json, MercadoLibreJson.Options)!.Found;
        message.Key.ShouldBe(key);
        message.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("available", "clean", true)]
    [InlineData("AVAILABLE", "NON_MODERATED", true)]
    [InlineData(null, null, true)]
    [InlineData("moderated", "rejected", false)]
    [InlineData("available", "rejected", false)]
    [InlineData("pending_translation", "pending", false)]
    [InlineData("novo", "clean", false)]
    public void Success_is_not_delivery(string? status, string? moderation, bool delivered) =>
        new Message
        {
            Status = status is null ? default : MessageStatus.From(status),
            MessageModeration = new MessageModeration { Status = moderation is null ? default : MessageModerationStatus.From(moderation) },
        }.IsDelivered.ShouldBe(delivered);

    [Theory]
    [InlineData("/packs/12/sellers/7", true, 12L, 7L)]
    [InlineData("packs/12/seller/7/", true, 12L, 7L)]
    [InlineData("/packs/12/sellers/7/conversations/post_sale", true, 12L, 7L)]
    [InlineData("/packs/12", true, 12L, null)]
    [InlineData("/packs/-1/sellers/7", false, 0L, null)]
    [InlineData("/orders/12", false, 0L, null)]
    [InlineData(null, false, 0L, null)]
    public void An_unread_thread_says_whose_it_is(string? resource, bool known, long pack, long? seller)
    {
        new UnreadThread { Resource = resource }.TryRead(out var foundPack, out var foundSeller).ShouldBe(known);
        if (known)
            (foundPack, foundSeller).ShouldBe((pack, seller));
    }

    private static string Id(int n) => n.ToString("x32", CultureInfo.InvariantCulture);

    private static Task<FakePlatform> PlatformOf(int total) =>
        FakePlatform.StartAsync((context, _) => context.JsonAsync(Page(total, context.Request.Query["offset"], context.Request.Query["limit"])));

    // Newest first, as the platform has been seen to answer.
    private static string Page(int total, string? offset, string? limit)
    {
        var from = int.Parse(offset!, CultureInfo.InvariantCulture);
        var messages = Enumerable.Range(0, total).Reverse().Skip(from).Take(int.Parse(limit!, CultureInfo.InvariantCulture)).Select(n =>
            $$$"""{"id":"{{{Id(n)}}}","text":"{{{n}}}","message_date":{"created":"{{{DateTimeOffset.UnixEpoch.AddSeconds(n / 2):yyyy-MM-dd'T'HH:mm:ss'Z'}}}"}}""");
        return $$"""{"paging":{"limit":{{limit}},"offset":{{from}},"total":{{total}}},"messages":[{{string.Join(',', messages)}}],"seller_max_message_length":350}""";
    }
}
