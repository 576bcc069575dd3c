using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.BotFramework.Tests.Dialogs;

public class RunAsyncTests
{
    private static WaterfallDialog Fails(int times, List<string> log)
    {
        var left = times;
        return new WaterfallDialog("fails",
        [
            (step, _) =>
            {
                log.Add($"step {step.Index}");
                return left-- > 0 ? throw new InvalidOperationException("boom") : Task.FromResult(Dialog.EndOfTurn);
            },
            (step, _) =>
            {
                log.Add($"step {step.Index}");
                return Task.FromResult(Dialog.EndOfTurn);
            },
        ]);
    }

    [Fact]
    public async Task Every_turn_ends_with_a_trace_of_the_state()
    {
        var conversation = new ConversationState(new MemoryStorage());
        var stack = conversation.CreateProperty<DialogState>("DialogState");
        var adapter = new TestAdapter("test", sendTraceActivity: true);
        adapter.UseBotState(conversation);
        var root = new Component("root", new WaterfallDialog("w", [async (step, cancel) =>
        {
            step.Values["secret"] = "of the buyer";
            await step.Context.SendActivityAsync("hola", cancellationToken: cancel);
            return Dialog.EndOfTurn;
        }]));

        await adapter.ProcessActivityAsync(adapter.MakeActivity("hola"), (turn, cancel) => root.RunAsync(turn, stack, cancel), TestContext.Current.CancellationToken);

        adapter.ActiveQueue.Select(activity => activity.Type).ShouldBe([ActivityTypes.Message, ActivityTypes.Trace]);
        var trace = adapter.ActiveQueue.Last();
        trace.Name.ShouldBe("BotState");
        trace.Label.ShouldBe("Bot State");
        trace.ValueType.ShouldBe("https://www.botframework.com/schemas/botState");
        JObject.FromObject(trace.Value)["conversation"].ShouldNotBeNull().ToString().ShouldContain("of the buyer");
    }

    [Fact]
    public async Task A_finished_dialog_begins_anew_with_the_next_message()
    {
        var talk = new Talk(() => new WaterfallDialog("w", [async (step, cancel) =>
        {
            await step.Context.SendActivityAsync($"hola {step.Context.Activity.Text}", cancellationToken: cancel);
            return await step.EndDialogAsync(null, cancel);
        }]));

        (await talk.Say("uno")).ShouldBe(["hola uno"]);
        (await talk.Say("dos")).ShouldBe(["hola dos"]);
    }

    [Fact]
    public async Task An_error_is_offered_to_the_dialogs_and_then_thrown()
    {
        var log = new List<string>();
        var talk = new Talk(() => new Component("root", Fails(1, log)) { Log = log });

        var error = await Should.ThrowAsync<InvalidOperationException>(() => talk.Say("hola"));

        error.Message.ShouldContain("boom");
        log.ShouldBe(["step 0", "root error"]);
    }

    [Fact]
    public async Task A_dialog_that_handles_the_error_lets_the_turn_go_on()
    {
        var log = new List<string>();
        var root = new Component("root", Fails(1, log)) { Log = log, Handles = DialogEvents.Error };
        var talk = new Talk(() => root);

        await talk.Say("hola");

        log.ShouldContain("root error");
        talk.Stack().ShouldBe(["root", "fails"]);
    }

    [Fact]
    public async Task A_handler_that_changes_nothing_does_not_hold_the_turn_for_ever()
    {
        Official.SkipsThis();
        var root = new Component("root", new TextPrompt("p", (_, _) => throw new InvalidOperationException("boom"))) { Handles = DialogEvents.Error };
        var talk = new Talk(() => new Component("outer", new WaterfallDialog("w", [(step, cancel) => step.BeginDialogAsync("root", new PromptOptions { Prompt = MessageFactory.Text("?") }, cancel)]), root));
        await talk.Say("hola");

        await Should.ThrowAsync<InvalidOperationException>(() => talk.Say("x"));
    }
}
