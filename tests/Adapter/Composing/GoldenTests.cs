using MeliBot.Adapter.Outbound.Composing;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Tests.Composing;

public sealed class GoldenTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal))
            {
                foreach (var one in JArray.Parse(File.ReadAllText(file))) cases.Add(Path.GetFileName(file), (string)one["name"]!);
            }

            return cases;
        }
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Composing", "Golden");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Replies_compose_to_the_line_that_was_agreed(string file, string name)
    {
        var expected = JArray.Parse(File.ReadAllText(Path.Combine(Folder, file))).Single(one => (string?)one["name"] == name);
        var composition = new QuestionComposer().Compose([.. expected["replies"]!.Select(Fragment)], new ComposeOptions());
        composition.Text.ShouldBe((string?)expected["answer"]);
        (composition.Holds.Count > 0).ShouldBe((bool)expected["held"]!, string.Join(" ", composition.Holds));
    }

    [Theory]
    [InlineData(2_000, true)]
    [InlineData(2_001, false)]
    public void The_limit_is_two_thousand_utf16_units_to_the_last(int length, bool fits)
    {
        var text = "😀" + new string('a', length - 3) + ".";
        new QuestionComposer().Compose([new Fragment(text, FragmentRole.Core)], new ComposeOptions()).Text.ShouldBe(fits ? text : null);
    }

    [Fact]
    public void Ten_thousand_characters_are_held_and_kept_whole()
    {
        var text = string.Join(' ', Enumerable.Range(0, 1_000).Select(i => $"Frase {i}."));
        var composition = new QuestionComposer().Compose([new Fragment(text, FragmentRole.Core), new Fragment("Hay stock", FragmentRole.Core)], new ComposeOptions());
        composition.Text.ShouldBe("Hay stock.");
        composition.Holds.ShouldNotBeEmpty();
        composition.Dropped.ShouldHaveSingleItem().Text.ShouldBe(text);
    }

    private static Fragment Fragment(JToken reply) =>
        reply is JObject json ? new((string)json["text"]!, FragmentRole.Core, (string?)json["intent"]) : new((string)reply!, FragmentRole.Core);
}
