using System.Reflection;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Turns;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Tests.Turns;

public sealed class ActivityCopyTests
{
    public static TheoryData<string> Properties => [.. typeof(Activity).GetProperties().Where(property => property.CanWrite && property.Name != "Properties").Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_copy_is_what_comes_back_from_the_activitys_json_whichever_property_is_set(string property)
    {
        var activity = Message();
        Set(typeof(Activity).GetProperty(property)!, activity);

        Json(ActivityCopy.Of(activity)).ShouldBe(Json(ActivityJson.Read(ActivityJson.Write(activity))));
    }

    [Fact]
    public void A_hand_over_is_copied_with_its_value_and_what_it_relates_to()
    {
        var activity = Message();
        activity.Type = ActivityTypes.Event;
        activity.Value = new JObject { ["reason"] = "un motivo", ["intents"] = new JArray("price"), ["count"] = 3, ["open"] = true, ["none"] = null };
        activity.RelatesTo = new ConversationReference { ActivityId = "q:1", User = new ChannelAccount { Id = "u" }, Conversation = new ConversationAccount { Id = "c" }, Locale = "es-AR" };
        activity.Attachments = [];

        var copy = ActivityCopy.Of(activity);

        Json(copy).ShouldBe(Json(ActivityJson.Read(ActivityJson.Write(activity))));
        ((JObject)activity.Value)["reason"] = "otro";
        activity.RelatesTo.User.Id = "v";
        copy.Value.ShouldBeOfType<JObject>()["reason"]!.Value<string>().ShouldBe("un motivo");
        copy.RelatesTo.User.Id.ShouldBe("u");
    }

    [Theory]
    [InlineData("2026-11-26T10:00:00Z")]
    [InlineData("plain")]
    public void A_value_that_json_would_change_is_changed_in_the_copy_too(string text)
    {
        var activity = Message();
        activity.Value = new JObject { ["at"] = new JValue(new DateTime(2026, 11, 26, 10, 0, 0, DateTimeKind.Utc)), ["text"] = text, ["price"] = 10.50m };

        Json(ActivityCopy.Of(activity)).ShouldBe(Json(ActivityJson.Read(ActivityJson.Write(activity))));
    }

    private static Activity Message() => new()
    {
        Type = ActivityTypes.Message,
        Text = "¿Tiene garantía?",
        From = new ChannelAccount { Id = "u", Name = "Ana", Role = RoleTypes.User },
        Recipient = new ChannelAccount { Id = "b" },
        Conversation = new ConversationAccount { Id = "c", ConversationType = "questions", IsGroup = false },
        Entities = [new Entity("x") { Properties = new JObject { ["a"] = 1 } }],
    };

    private static void Set(PropertyInfo property, Activity activity)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        property.SetValue(activity, type switch
        {
            _ when type == typeof(string) => "word",
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 26, 10, 0, 0, 123, TimeSpan.FromHours(-3)),
            _ when type == typeof(object) => new JObject { ["a"] = new JArray(1, "b", JValue.CreateNull()) },
            _ when type.IsGenericType => Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments())),
            _ => Activator.CreateInstance(type),
        });
    }

    private static string Json(Activity activity) => ActivityJson.Write(activity);
}
