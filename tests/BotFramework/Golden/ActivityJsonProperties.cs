using CsCheck;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MeliBot.BotFramework.Tests.Golden;

public class ActivityJsonProperties
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char["aé¿\"\\\n\u2028😀: T-0123456789"], 0, 12];

    private static readonly Gen<JToken> Leaf = Gen.OneOf<JToken>(
        Text.Select(text => (JToken)text),
        Gen.Long.Select(number => (JToken)number),
        Gen.Bool.Select(flag => (JToken)flag));

    private static readonly Gen<JToken> Any = Gen.Recursive<JToken>((depth, self) => depth > 3
        ? Leaf
        : Gen.OneOf(
            Leaf,
            self.List[0, 3].Select(items => (JToken)new JArray(items)),
            Gen.Select(Gen.String[Gen.Char["abc"], 1, 3], self).List[0, 3].Select(fields => (JToken)ObjectOf(fields))));

    private static readonly Gen<JObject> Activities = Gen.Select(
        Gen.Select(Gen.OneOf("id", "text", "locale", "serviceUrl", "channelId", "name", "summary", "replyToId"), Text.Select(text => (JToken)text)).List[0, 5],
        Gen.Select(Gen.OneOf("channelData", "value"), Any).List[0, 2],
        Gen.Select(Gen.OneOf("x-one", "newField", "Später"), Any).List[0, 3],
        (texts, objects, unknown) => ObjectOf([.. texts, .. objects, .. unknown]));

    [Fact]
    public void Whatever_json_an_activity_comes_in_it_goes_out_in() => Activities.Sample(
        json =>
        {
            var settings = new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore, DateParseHandling = DateParseHandling.None };
            var activity = JsonConvert.DeserializeObject<Activity>(json.ToString(), settings);
            var back = JsonConvert.DeserializeObject<JObject>(JsonConvert.SerializeObject(activity, settings), settings);
            return JToken.DeepEquals(Sorted(json), Sorted(back!));
        },
        iter: 2_000);

    private static JObject ObjectOf(IEnumerable<(string Name, JToken Value)> fields)
    {
        var json = new JObject();
        foreach (var (name, value) in fields)
            json[name] = value.DeepClone();
        return json;
    }

    private static JObject Sorted(JObject json) => new(json.Properties().OrderBy(property => property.Name, StringComparer.Ordinal));
}
