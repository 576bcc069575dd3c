using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace MeliBot.MercadoLibre.Tests;

public sealed class NotificationReaderTests
{
    private static Notification Read(string json)
    {
        NotificationReader.TryRead(Encoding.UTF8.GetBytes(json), out var notification, out var why).ShouldBeTrue(why);
        return notification!;
    }

    private static string With(string name, string? value)
    {
        var json = JsonNode.Parse(Fixtures.Notification)!.AsObject();
        json.Remove(name);
        if (value is not null)
            json[name] = JsonNode.Parse(value);
        return json.ToJsonString();
    }

    [Fact]
    public void A_notification_is_read()
    {
        var notification = Read(Fixtures.Notification);
        notification.Topic.ShouldBe(Topic.Questions);
        notification.UserId.ShouldBe(700001001);
        notification.Id.ShouldBe("5f0c");
        notification.Actions.ShouldBeEmpty();
        notification.Received.ShouldBe(new DateTimeOffset(2026, 8, 25, 8, 2, 45, 909, TimeSpan.Zero));
    }

    [Fact]
    public void Ids_may_be_strings() =>
        Read("""{"resource":"/questions/1","user_id":"123456789","topic":"questions","application_id":"77","attempts":"2"}""")
            .ShouldSatisfyAllConditions(n => n.UserId.ShouldBe(123456789), n => n.ApplicationId.ShouldBe(77), n => n.Attempts.ShouldBe(2), n => n.Id.ShouldBeNull());

    [Fact]
    public void The_misspelt_recieved_counts() =>
        Read("""{"resource":"r","user_id":1,"topic":"t","recieved":"2022-01-20T17:13:53.617074685Z"}""").Received.ShouldNotBeNull();

    [Theory]
    [InlineData("""["created"]""", "created")]
    [InlineData("""["action:new_order","is_test:false"]""", "action:new_order,is_test:false")]
    [InlineData("\"read\"", "read")]
    [InlineData("""{"a":"b","c":1}""", "a:b,c:1")]
    [InlineData("[1,null,{\"x\":2}]", "1,{\"x\":2}")]
    [InlineData("null", "")]
    [InlineData("7", "7")]
    public void Actions_come_in_any_form(string actions, string expected) => string.Join(',', Read(With("actions", actions)).Actions).ShouldBe(expected);

    [Fact]
    public void An_unknown_topic_and_unknown_fields_are_kept()
    {
        var notification = Read("""{"resource":"r","user_id":1,"topic":"brand_new","site":{"id":"MLB"}}""");
        notification.Topic.IsKnown.ShouldBeFalse();
        notification.Topic.Value.ShouldBe("brand_new");
        notification.Extra.ContainsKey("site").ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"resource\":\"/questions/1\",\"topic\":\"questions\"}")]
    [InlineData("{\"resource\":\"/questions/1\",\"topic\":\"questions\",\"user_id\":-4}")]
    [InlineData("{\"resource\":\"\",\"topic\":\"questions\",\"user_id\":4}")]
    [InlineData("{\"resource\":\"/questions/1\",\"user_id\":4}")]
    [InlineData("{\"resource\":\"\\ud800\",\"topic\":\"questions\",\"user_id\":4}")]
    [InlineData("<html>")]
    public void What_is_no_notification_is_refused_with_a_reason(string body)
    {
        NotificationReader.TryRead(Encoding.UTF8.GetBytes(body), out _, out var why).ShouldBeFalse();
        why.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_deep_or_huge_body_is_refused()
    {
        NotificationReader.TryRead(Encoding.UTF8.GetBytes(new string('[', 5000)), out _, out _).ShouldBeFalse();
        NotificationReader.TryRead(new byte[NotificationReader.MaxBytes + 1], out _, out var why).ShouldBeFalse();
        why!.ShouldContain("bytes");
    }

    [Fact]
    public void Arbitrary_bytes_never_throw() =>
        Gen.Byte.Array[0, 400].Sample(bytes => NotificationReader.TryRead(bytes, out _, out _) || true, iter: 20_000);

    [Fact]
    public void A_real_body_with_any_bytes_changed_never_throws()
    {
        var real = Encoding.UTF8.GetBytes(Fixtures.Notification);
        Gen.Select(Gen.Int[0, real.Length - 1], Gen.Byte).Array[1, 6].Sample(
            changes =>
            {
                var bytes = real.ToArray();
                foreach (var (at, value) in changes)
                    bytes[at] = value;
                return NotificationReader.TryRead(bytes, out var read, out var why) ? read is not null : why is not null;
            },
            iter: 20_000);
    }
}
