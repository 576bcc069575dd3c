using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace MeliBot.BotFramework.Tests.Dialogs;

public class ComponentTests
{
    private static readonly PromptOptions Size = new() { Prompt = MessageFactory.Text("¿Talle?"), RetryPrompt = MessageFactory.Text("¿Qué talle, en número?") };

    private static WaterfallDialog Asks(string id, string promptId, PromptOptions options) => new(id,
    [
        (step, cancel) => step.PromptAsync(promptId, options, cancel),
        async (step, cancel) =>
        {
            await step.Context.SendActivityAsync($"{id}: {step.Result ?? "nada"}", cancellationToken: cancel);
            return await step.EndDialogAsync(step.Result, cancel);
        },
    ]);

    private static WaterfallDialog Calls(string childId) => new("calls",
    [
        (step, cancel) => step.BeginDialogAsync(childId, null, cancel),
        async (step, cancel) =>
        {
            await step.Context.SendActivityAsync($"back {step.Reason} {step.Result ?? "nada"}", cancellationToken: cancel);
            return await step.PromptAsync("more", new PromptOptions { Prompt = MessageFactory.Text("¿Algo más?") }, cancel);
        },
    ]);

    private static async Task<DialogTurnResult?> CancelOrHelp(DialogContext inner, CancellationToken cancel)
    {
        switch (inner.Context.Activity.Text)
        {
            case "cancelar":
                await inner.Context.SendActivityAsync("Cancelado", cancellationToken: cancel);
                return await inner.CancelAllDialogsAsync(cancel);
            case "ayuda":
                await inner.Context.SendActivityAsync("Decime un número", cancellationToken: cancel);
                return Dialog.EndOfTurn;
            case "repetí":
                await inner.RepromptDialogAsync(cancel);
                return Dialog.EndOfTurn;
            default:
                return null;
        }
    }

    private static Talk Nested(List<string> log) => new(() => new Component(
        "root",
        Calls("child"),
        new Component("child", Asks("asks", "size", Size), new NumberPrompt<int>("size")) { Log = log, Interruption = CancelOrHelp },
        new TextPrompt("more"))
    { Log = log });

    [Fact]
    public async Task A_child_hands_its_result_to_the_parents_next_step()
    {
        var talk = Nested([]);

        (await talk.Say("hola")).ShouldBe(["¿Talle?"]);
        talk.Stack().ShouldBe(["root", "child", "size", "asks", "calls"]);
        (await talk.Say("42")).ShouldBe(["asks: 42", "back EndCalled 42", "¿Algo más?"]);
        talk.Stack().ShouldBe(["root", "more", "calls"]);
    }

    [Fact]
    public async Task Help_answers_and_the_question_still_waits()
    {
        var talk = Nested([]);
        await talk.Say("hola");

        (await talk.Say("ayuda")).ShouldBe(["Decime un número"]);
        (await talk.Say("repetí")).ShouldBe(["¿Talle?"]);
        (await talk.Say("no sé")).ShouldBe(["¿Qué talle, en número?"]);
        (await talk.Say("42")).ShouldContain("asks: 42");
    }

    [Fact]
    public async Task Cancelling_a_child_goes_on_in_its_parent_without_a_result()
    {
        var log = new List<string>();
        var talk = Nested(log);
        await talk.Say("hola");

        (await talk.Say("cancelar")).ShouldBe(["Cancelado", "back EndCalled nada", "¿Algo más?"]);
        talk.Stack().ShouldBe(["root", "more", "calls"]);
        log.ShouldContain("child ended EndCalled");
    }

    [Fact]
    public async Task Cancelling_with_parents_empties_every_stack()
    {
        var log = new List<string>();
        var talk = new Talk(() => new Component(
            "root",
            Calls("child"),
            new Component("child", new WaterfallDialog("cancels", [(step, cancel) => step.CancelAllDialogsAsync(cancelParents: true, cancellationToken: cancel)])) { Log = log },
            new TextPrompt("more"))
        { Log = log });

        (await talk.Say("hola")).ShouldBeEmpty();

        talk.Stack().ShouldBeEmpty();
        log.ShouldBe(["child cancelDialog", "child ended CancelCalled", "root cancelDialog", "root ended CancelCalled"]);
    }

    [Fact]
    public async Task A_parent_can_refuse_to_be_cancelled_from_within()
    {
        var log = new List<string>();
        var talk = new Talk(() => new Component(
            "root",
            new WaterfallDialog("cancels", [(step, cancel) => step.CancelAllDialogsAsync(cancelParents: true, cancellationToken: cancel)]))
        { Log = log, Handles = DialogEvents.CancelDialog });

        await talk.Say("hola");

        log.ShouldNotContain("root ended CancelCalled");
    }

    [Fact]
    public async Task Cancelling_nothing_says_empty()
    {
        var set = new DialogSet(new ConversationState(new MemoryStorage()).CreateProperty<DialogState>("x"));
        var adapter = new Microsoft.Bot.Builder.Adapters.TestAdapter();
        DialogTurnResult? result = null;

        await adapter.ProcessActivityAsync(adapter.MakeActivity("x"), async (turn, cancel) => result = await (await set.CreateContextAsync(turn, cancel)).CancelAllDialogsAsync(cancel), TestContext.Current.CancellationToken);

        result!.Status.ShouldBe(DialogTurnStatus.Empty);
    }

    [Fact]
    public async Task Replacing_a_dialog_leaves_the_one_below_waiting_for_the_new_one()
    {
        var talk = new Talk(() => new Component(
            "root",
            Calls("first"),
            new WaterfallDialog("first", [(step, cancel) => step.ReplaceDialogAsync("second", "given", cancel)]),
            new WaterfallDialog("second", [async (step, cancel) =>
            {
                await step.Context.SendActivityAsync($"second {step.Options}", cancellationToken: cancel);
                return Dialog.EndOfTurn;
            }]),
            new TextPrompt("more")));

        (await talk.Say("hola")).ShouldBe(["second given"]);
        talk.Stack().ShouldBe(["root", "second", "calls"]);
        (await talk.Say("dale")).ShouldBe(["back EndCalled dale", "¿Algo más?"]);
    }

    [Fact]
    public async Task Custom_events_bubble_from_the_leaf_to_the_first_that_handles_them()
    {
        var log = new List<string>();
        var handled = new List<bool>();
        var talk = new Talk(() => new Component(
            "root",
            Calls("child"),
            new Component("child", new WaterfallDialog("emits", [async (step, cancel) =>
            {
                handled.Add(await step.EmitEventAsync("mine", "1", bubble: true, fromLeaf: false, cancel));
                handled.Add(await step.EmitEventAsync("mine", "2", bubble: false, fromLeaf: false, cancel));
                handled.Add(await step.EmitEventAsync("nobodys", "3", bubble: true, fromLeaf: false, cancel));
                return Dialog.EndOfTurn;
            }]))
            { Log = log, Handles = "mine" },
            new TextPrompt("more"))
        { Log = log });

        await talk.Say("hola");

        handled.ShouldBe([true, false, false]);
        log.ShouldBe(["child mine 1", "child nobodys 3", "root nobodys 3"]);
    }

    [Fact]
    public async Task A_message_is_announced_once_a_turn_and_a_prompt_that_understands_it_keeps_it()
    {
        var log = new List<string>();
        var talk = Nested(log);
        await talk.Say("hola");

        await talk.Say("no sé");
        log.ShouldBe(["child activityReceived", "root activityReceived"]);
        log.Clear();
        await talk.Say("42");

        log.ShouldNotContain(entry => entry.Contains("activityReceived"));
    }

    [Fact]
    public async Task A_component_that_changed_shape_tells_its_dialogs_and_goes_on()
    {
        var log = new List<string>();
        var steps = 2;
        var talk = new Talk(() =>
        {
            var waterfall = Asks("asks", "size", Size);
            for (var i = 2; i < steps; i++)
                waterfall.AddStep((step, cancel) => step.EndDialogAsync(null, cancel));
            return new Component("root", waterfall, new NumberPrompt<int>("size")) { Log = log };
        });
        await talk.Say("hola");
        log.ShouldBeEmpty();

        steps = 3;
        (await talk.Say("no sé")).ShouldBe(["¿Qué talle, en número?"]);
        log.ShouldContain("root versionChanged root");
        log.Clear();

        (await talk.Say("42")).ShouldBe(["asks: 42"]);
        log.ShouldNotContain("root versionChanged root");
    }

    [Fact]
    public async Task Dialogs_of_the_enclosing_component_can_be_begun_from_within()
    {
        var talk = new Talk(() => new Component("root", new Component("child", Asks("asks", "outer", Size)), new NumberPrompt<int>("outer")));

        (await talk.Say("hola")).ShouldBe(["¿Talle?"]);
        (await talk.Say("42")).ShouldBe(["asks: 42"]);
    }

    [Fact]
    public async Task The_first_dialog_added_starts_unless_another_is_named()
    {
        var talk = new Talk(() => new Component("root", Asks("asks", "size", Size), new NumberPrompt<int>("size"), Asks("other", "size", new PromptOptions { Prompt = MessageFactory.Text("¿Otro?") })) { InitialDialogId = "other" });

        (await talk.Say("hola")).ShouldBe(["¿Otro?"]);
    }
}
