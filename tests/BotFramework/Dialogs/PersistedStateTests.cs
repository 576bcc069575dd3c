using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MeliBot.BotFramework.Tests.Dialogs;

/// <summary>A conversation that began on our subset goes on with the official packages and the other way round, so the saved form is theirs to the letter.</summary>
public class PersistedStateTests
{
    private static readonly string[] Changing = ["id", "timestamp", "replyToId", "instanceId", "localTimestamp", "localTimezone"];

    private static Component NameDialog() => new(
        "NameDialog",
        new TextPrompt("TextPrompt"),
        new NumberPrompt<int>("NumberPrompt"),
        new ConfirmPrompt("ConfirmPrompt"),
        new WaterfallDialog("WaterfallDialog",
        [
            (step, cancel) => step.PromptAsync("TextPrompt", new PromptOptions { Prompt = MessageFactory.Text("Name?") }, cancel),
            (step, cancel) =>
            {
                step.Values["name"] = step.Result;
                return step.PromptAsync("NumberPrompt", new PromptOptions { Prompt = MessageFactory.Text("Age?"), RetryPrompt = MessageFactory.Text("1..149 please") }, cancel);
            },
            (step, cancel) => step.PromptAsync("ConfirmPrompt", new PromptOptions { Prompt = MessageFactory.Text("Sure?") }, cancel),
            (step, cancel) => step.EndDialogAsync(null, cancel),
        ]))
    { InitialDialogId = "WaterfallDialog" };

    private static async Task<JObject> Saved(Dictionary<string, JObject> memory, params string[] texts)
    {
        var conversation = new ConversationState(new MemoryStorage(JsonSerializer.Create(new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All, MaxDepth = null }), memory));
        var stack = conversation.CreateProperty<DialogState>("DialogState");
        var adapter = new TestAdapter(TestAdapter.CreateConversation("g"));
        adapter.Use(new AutoSaveStateMiddleware(conversation));
        foreach (var text in texts)
            await adapter.ProcessActivityAsync(adapter.MakeActivity(text), (turn, cancel) => NameDialog().RunAsync(turn, stack, cancel), TestContext.Current.CancellationToken);
        return JObject.FromObject(memory);
    }

    private static JToken Comparable(JToken token)
    {
        foreach (var property in token.SelectTokens("$..*").Select(value => value.Parent).OfType<JProperty>().Where(property => Changing.Contains(property.Name)).ToList())
        {
            // The ids of stack entries and accounts stay: only activities change theirs.
            if (property.Name != "id" || property.Parent?["type"] is not null)
                property.Value = JValue.CreateNull();
        }

        return token;
    }

    [Fact]
    public async Task The_stack_is_nested_under_dialogs_with_the_active_dialog_first()
    {
        var saved = await Saved([], "hi", "Ana");

        var root = saved["test/conversations/g"]!["DialogState"]!["dialogStack"]!["$values"]!.Single();
        ((string)root["$type"]!).ShouldBe("Microsoft.Bot.Builder.Dialogs.DialogInstance, Microsoft.Bot.Builder.Dialogs");
        ((string)root["id"]!).ShouldBe("NameDialog");
        ((string)root["Version"]!).ShouldBe("c0QYjzsupwHhRSpvDidGPPa7V5OLbj3Bmf/yhxSaFdo=");
        var inner = root["state"]!["dialogs"]!["dialogStack"]!["$values"]!;
        inner.Select(instance => (string)instance["id"]!).ShouldBe(["NumberPrompt", "WaterfallDialog"]);

        var prompt = inner[0]!["state"]!;
        ((string)prompt["options"]!["$type"]!).ShouldBe("Microsoft.Bot.Builder.Dialogs.PromptOptions, Microsoft.Bot.Builder.Dialogs");
        ((string)prompt["options"]!["Prompt"]!["text"]!).ShouldBe("Age?");
        ((int)prompt["state"]!["AttemptCount"]!).ShouldBe(0);

        var waterfall = inner[1]!["state"]!;
        ((JObject)waterfall).Properties().Select(property => property.Name).ShouldBe(["$type", "options", "values", "instanceId", "stepIndex"]);
        ((int)waterfall["stepIndex"]!).ShouldBe(1);
        ((string)waterfall["values"]!["name"]!).ShouldBe("Ana");
        Guid.TryParse((string)waterfall["instanceId"]!, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_failed_answer_is_counted_in_the_prompts_state()
    {
        var saved = await Saved([], "hi", "Ana", "old", "very");

        ((int)saved.SelectToken("$..AttemptCount")!).ShouldBe(2);
    }

    [Fact]
    public async Task It_equals_what_the_official_packages_saved()
    {
        var golden = Golden();

        var saved = await Saved([], "hi", "Ana");

        JToken.DeepEquals(Comparable(saved), Comparable(golden)).ShouldBeTrue($"ours:\n{saved}\n\ntheirs:\n{golden}");
    }

    [Fact]
    public async Task A_conversation_that_the_official_packages_saved_goes_on()
    {
        var memory = Golden().Properties().ToDictionary(property => property.Name, property => (JObject)property.Value);

        var saved = await Saved(memory, "33");

        saved.SelectTokens("$..id").Select(id => (string?)id).ShouldContain("ConfirmPrompt");
        ((int)saved.SelectToken("$..stepIndex")!).ShouldBe(2);
    }

    private static JObject Golden()
    {
        var folder = Environment.GetEnvironmentVariable("MELIBOT_SHARED");
        var file = Path.Combine(folder ?? string.Empty, "botframework", "golden", "memorystorage.waterfall.json");
        Assert.SkipUnless(File.Exists(file), "MELIBOT_SHARED doesn't name the folder with botframework/golden: nothing to compare with.");
        using var reader = new JsonTextReader(File.OpenText(file)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}
