using System.Text.Json;

namespace MeliBot.MercadoLibre.Tests;

public sealed class ClaimMessageTests
{
    private const string First = """{"sender_role":"complainant","receiver_role":"respondent","message":"No funciona","date_created":"2026-03-04T08:30:00.000-04:00","status":"available","stage":"claim","hash":"5250000001_0_c793"}""";
    private const string Second = """{"sender_role":"mediator","receiver_role":"respondent","message":"<p>Hola&nbsp;<b>vendedor</b></p>","date_created":"2026-03-05T08:30:00.000-04:00","status":"available","stage":"dispute"}""";

    private static ClaimMessages Read(string json) => JsonSerializer.Deserialize<ClaimMessages>(json, MercadoLibreJson.Options)!;

    [Theory]
    [InlineData($"[{Second},{First}]")]
    [InlineData($$"""{"paging":{"total":2,"offset":0,"limit":30},"data":[{{Second}},{{First}}]}""")]
    public void Either_shape_holds_the_same_messages_oldest_first(string json)
    {
        var messages = Read(json);
        messages.All.Select(m => m.Message).ShouldBe(["No funciona", "<p>Hola&nbsp;<b>vendedor</b></p>"]);
        messages.IsWhole.ShouldBeTrue();
    }

    [Fact]
    public void A_message_that_is_listed_twice_is_one() => Read($"[{Second},{First},{First},{Second}]").All.Count.ShouldBe(2);

    [Fact]
    public void An_envelope_that_promises_more_isnt_whole() => Read($$"""{"paging":{"total":40},"data":[{{First}}]}""").IsWhole.ShouldBeFalse();

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"data":null}""")]
    public void No_messages_are_no_messages(string json) => Read(json).All.ShouldBeEmpty();

    [Fact]
    public void The_key_is_the_hash_or_is_made_of_what_never_changes()
    {
        var message = Read($"[{First}]").All[0];
        message.Key.ShouldBe("5250000001_0_c793");
        var bare = message with { Hash = null };
        bare.Key.ShouldBe(message.KeyWithoutHash);
        // The same message in another form, read later.
        (bare with { DateCreated = bare.DateCreated!.Value.ToUniversalTime(), SenderRole = ClaimRole.From("COMPLAINANT"), DateRead = DateTimeOffset.UnixEpoch, Status = ClaimMessageStatus.Moderated }).Key.ShouldBe(bare.Key);
        (bare with { Message = "No funciona." }).Key.ShouldNotBe(bare.Key);
        (bare with { SenderRole = ClaimRole.Respondent }).Key.ShouldNotBe(bare.Key);
        (bare with { DateCreated = bare.DateCreated!.Value.AddSeconds(1) }).Key.ShouldNotBe(bare.Key);
        (bare with { Hash = "" }).Key.ShouldBe(bare.Key);
    }

    [Fact]
    public void Success_is_not_delivery()
    {
        var message = Read($"[{First}]").All[0];
        message.IsDelivered.ShouldBeTrue();
        (message with { Status = ClaimMessageStatus.Moderated }).IsDelivered.ShouldBeFalse();
        (message with { MessageModeration = new MessageModeration { Status = MessageModerationStatus.Rejected } }).IsDelivered.ShouldBeFalse();
    }

    [Fact]
    public void Nothing_of_the_envelope_is_lost_by_reading_and_writing_it()
    {
        var again = JsonSerializer.Serialize(Read($$"""{"paging":{"total":1},"data":[{{First}}],"novo":true}"""), MercadoLibreJson.Options);
        again.ShouldContain("\"novo\":true");
        Read(again).All.Count.ShouldBe(1);
    }
}
