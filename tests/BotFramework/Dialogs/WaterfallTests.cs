using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace MeliBot.BotFramework.Tests.Dialogs;

public class WaterfallTests
{
    private static readonly PromptOptions Name = new() { Prompt = MessageFactory.Text("¿Nombre?") };

    private static WaterfallDialog Steps(params WaterfallStep[] steps) => new("steps", steps);

    private static Talk TalkTo(params WaterfallStep[] steps) => new(() => new Component("root", Steps(steps), new TextPrompt("text")));

    [Fact]
    public async Task Each_step_gets_what_the_step_before_ended_in()
    {
        var seen = new List<string>();
        var talk = TalkTo(
            async (step, cancel) =>
            {
                seen.Add($"{step.Index} {step.Reason} {step.Result}");
                return await step.PromptAsync("text", Name, cancel);
            },
            async (step, cancel) =>
            {
                seen.Add($"{step.Index} {step.Reason} {step.Result}");
                return await step.NextAsync("passed on", cancel);
            },
            (step, _) =>
            {
                seen.Add($"{step.Index} {step.Reason} {step.Result}");
                return Task.FromResult(Dialog.EndOfTurn);
            },
            async (step, cancel) =>
            {
                seen.Add($"{step.Index} {step.Reason} {step.Result}");
                return await step.EndDialogAsync(null, cancel);
            });

        await talk.Say("hola");
        await talk.Say("Ana");
        await talk.Say("y?");

        seen.ShouldBe(["0 BeginCalled ", "1 EndCalled Ana", "2 NextCalled passed on", "3 ContinueCalled y?"]);
        talk.Stack().ShouldBeEmpty();
    }

    [Fact]
    public async Task Values_and_options_survive_between_turns()
    {
        var options = new Dictionary<string, object> { ["item"] = "MLA1" };
        var waterfall = Steps(
            async (step, cancel) =>
            {
                step.Values["first"] = 7L;
                return await step.PromptAsync("text", Name, cancel);
            },
            async (step, cancel) =>
            {
                var item = ((IDictionary<string, object>)step.Options)["item"];
                await step.Context.SendActivityAsync($"{item} {step.Values["first"]} {step.Result}", cancellationToken: cancel);
                return await step.EndDialogAsync(null, cancel);
            });
        var talk = new Talk(() => new Component("root", waterfall, new TextPrompt("text")), begin: options);

        await talk.Say("hola");

        (await talk.Say("Ana")).ShouldBe(["MLA1 7 Ana"]);
    }

    [Fact]
    public async Task Only_messages_advance_it()
    {
        var talk = TalkTo(
            (_, _) => Task.FromResult(Dialog.EndOfTurn),
            async (step, cancel) =>
            {
                await step.Context.SendActivityAsync("second", cancellationToken: cancel);
                return Dialog.EndOfTurn;
            });
        await talk.Say("hola");

        (await talk.Send(new Activity(ActivityTypes.Event, name: "handoff.status"))).ShouldBeEmpty();
        (await talk.Send(new Activity(ActivityTypes.Typing))).ShouldBeEmpty();
        (await talk.Send(new Activity(ActivityTypes.EndOfConversation))).ShouldBeEmpty();
        (await talk.Say("sigo")).ShouldBe(["second"]);
    }

    [Fact]
    public async Task Falling_off_the_end_ends_it_with_the_last_result()
    {
        var talk = new Talk(() => Steps(async (step, cancel) => await step.NextAsync(5, cancel)), begin: new object());

        await talk.Say("hola");

        talk.Last!.Status.ShouldBe(DialogTurnStatus.Complete);
        talk.Last.Result.ShouldBe(5);
    }

    [Fact]
    public async Task A_step_that_goes_on_twice_is_told_so()
    {
        var talk = TalkTo(
            async (step, cancel) =>
            {
                await step.NextAsync(null, cancel);
                return await step.NextAsync(null, cancel);
            },
            (_, _) => Task.FromResult(Dialog.EndOfTurn));

        var error = await Should.ThrowAsync<Exception>(() => talk.Say("hola"));

        error.Message.ShouldContain("steps[0]");
    }

    [Theory]
    [InlineData("es-AR", "¿Envío? (1) domicilio o (2) retiro", "la segunda", "¿Cuántos?", "treinta y tres", "¿Confirmás? (1) Sí o (2) No", "sí", "33 retiro True")]
    [InlineData("pt-BR", "¿Envío? (1) domicilio ou (2) retiro", "o primeiro", "¿Cuántos?", "vinte e dois", "¿Confirmás? (1) Sim ou (2) Não", "não", "22 domicilio False")]
    [InlineData("en-US", "¿Envío? (1) domicilio or (2) retiro", "2", "¿Cuántos?", "thirty three", "¿Confirmás? (1) Yes or (2) No", "yes", "33 retiro True")]
    public async Task An_order_is_taken_in_three_languages(string locale, string askWay, string way, string askCount, string count, string askSure, string sure, string summary)
    {
        var waterfall = Steps(
            (step, cancel) => step.PromptAsync("way", new PromptOptions { Prompt = MessageFactory.Text("¿Envío?"), Choices = ChoiceFactory.ToChoices(["domicilio", "retiro"]) }, cancel),
            (step, cancel) =>
            {
                step.Values["way"] = ((FoundChoice)step.Result).Value;
                return step.PromptAsync("count", new PromptOptions { Prompt = MessageFactory.Text("¿Cuántos?") }, cancel);
            },
            (step, cancel) =>
            {
                step.Values["count"] = step.Result;
                return step.PromptAsync("sure", new PromptOptions { Prompt = MessageFactory.Text("¿Confirmás?") }, cancel);
            },
            async (step, cancel) =>
            {
                await step.Context.SendActivityAsync($"{step.Values["count"]} {step.Values["way"]} {step.Result}", cancellationToken: cancel);
                return await step.EndDialogAsync(null, cancel);
            });
        var talk = new Talk(() => new Component("order", waterfall, new ChoicePrompt("way"), new NumberPrompt<int>("count"), new ConfirmPrompt("sure")), locale);

        await new TestFlow(talk.Adapter, talk.Turn)
            .Send("hola").AssertReply(askWay)
            .Send(way).AssertReply(askCount)
            .Send(count).AssertReply(askSure)
            .Send(sure).AssertReply(summary)
            .StartTestAsync();
    }
}
