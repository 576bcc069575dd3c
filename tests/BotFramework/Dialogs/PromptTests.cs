using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace MeliBot.BotFramework.Tests.Dialogs;

public class PromptTests
{
    private static PromptOptions Ask() => new() { Prompt = MessageFactory.Text("¿CP?"), RetryPrompt = MessageFactory.Text("¿CP, por favor?") };

    [Fact]
    public async Task The_retry_prompt_is_said_until_the_validator_accepts()
    {
        var attempts = new List<int>();
        var prompt = new TextPrompt("p", (answer, _) =>
        {
            attempts.Add(answer.AttemptCount);
            return Task.FromResult(answer.Recognized.Value == "1425");
        });
        var talk = Talk.To(prompt, Ask());

        (await talk.Say("hola")).ShouldBe(["¿CP?"]);
        (await talk.Say("no")).ShouldBe(["¿CP, por favor?"]);
        (await talk.Say("otro")).ShouldBe(["¿CP, por favor?"]);
        (await talk.Say("1425")).ShouldBeEmpty();

        attempts.ShouldBe([1, 2, 3]);
        talk.Last!.Status.ShouldBe(DialogTurnStatus.Complete);
        talk.Last.Result.ShouldBe("1425");
    }

    [Fact]
    public async Task A_validator_that_speaks_suppresses_the_retry_prompt()
    {
        var talk = Talk.To(new TextPrompt("p", async (answer, cancel) =>
        {
            await answer.Context.SendActivityAsync("Ese no lo conozco", cancellationToken: cancel);
            return false;
        }), Ask());
        await talk.Say("hola");

        (await talk.Say("x")).ShouldBe(["Ese no lo conozco"]);
    }

    [Fact]
    public async Task Without_a_retry_prompt_the_prompt_is_repeated()
    {
        var talk = Talk.To(new NumberPrompt<int>("p"), new PromptOptions { Prompt = MessageFactory.Text("¿Cuántos?") });
        await talk.Say("hola");

        (await talk.Say("muchos")).ShouldBe(["¿Cuántos?"]);
    }

    [Fact]
    public async Task Only_messages_are_answers()
    {
        var asked = 0;
        var talk = Talk.To(new TextPrompt("p", (_, _) =>
        {
            asked++;
            return Task.FromResult(true);
        }), Ask());
        await talk.Say("hola");

        (await talk.Send(new Activity(ActivityTypes.Event, name: "x"))).ShouldBeEmpty();
        (await talk.Send(new Activity(ActivityTypes.Typing))).ShouldBeEmpty();

        asked.ShouldBe(0);
        talk.Last!.Status.ShouldBe(DialogTurnStatus.Waiting);
    }

    [Fact]
    public async Task A_validator_keeps_its_own_state_and_sees_the_options()
    {
        var seen = new List<string>();
        var options = Ask();
        options.Validations = "4 digits";
        var talk = Talk.To(new TextPrompt("p", (answer, _) =>
        {
            answer.State.TryGetValue("before", out var before);
            answer.State["before"] = answer.Recognized.Value;
            seen.Add($"{answer.Options.Validations} {before}");
            return Task.FromResult(false);
        }), options);

        foreach (var text in new[] { "hola", "a", "b" })
            await talk.Say(text);

        seen.ShouldBe(["4 digits ", "4 digits a"]);
    }

    [Fact]
    public async Task A_dialog_pushed_above_a_prompt_ends_in_the_question_again()
    {
        var root = new Component("root", new WaterfallDialog("asks",
        [
            (step, cancel) => step.PromptAsync("p", Ask(), cancel),
            async (step, cancel) =>
            {
                await step.Context.SendActivityAsync($"CP {step.Result}", cancellationToken: cancel);
                return await step.EndDialogAsync(null, cancel);
            },
        ]), new TextPrompt("p"), new WaterfallDialog("aside", [async (step, cancel) =>
        {
            await step.Context.SendActivityAsync("Es el código postal", cancellationToken: cancel);
            return await step.EndDialogAsync("not an answer", cancel);
        }]))
        {
            Interruption = async (inner, cancel) => inner.Context.Activity.Text == "?" ? await inner.BeginDialogAsync("aside", null, cancel) : null,
        };
        var talk = new Talk(() => root);
        await talk.Say("hola");

        (await talk.Say("?")).ShouldBe(["Es el código postal", "¿CP?"]);
        (await talk.Say("1425")).ShouldBe(["CP 1425"]);
    }

    [Fact]
    public async Task A_prompt_expects_input_unless_it_says_otherwise()
    {
        var talk = Talk.To(new TextPrompt("p"), new PromptOptions { Prompt = new Activity(ActivityTypes.Message, text: "¿CP?") });

        var reply = (await talk.Replies(talk.Adapter.MakeActivity("hola"))).ShouldHaveSingleItem();

        reply.InputHint.ShouldBe(InputHints.ExpectingInput);
    }

    [Fact]
    public async Task An_activity_prompt_asks_its_validator_about_any_activity_but_repeats_only_after_messages()
    {
        var seen = new List<string>();
        var talk = Talk.To(new ActivityPrompt("p", (answer, _) =>
        {
            seen.Add($"{answer.AttemptCount} {answer.Context.Activity.Type}");
            return Task.FromResult(answer.Context.Activity.Type == ActivityTypes.Event);
        }), Ask());
        await talk.Say("hola");

        (await talk.Say("x")).ShouldBe(["¿CP, por favor?"]);
        (await talk.Send(new Activity(ActivityTypes.Typing))).ShouldBeEmpty();
        await talk.Send(new Activity(ActivityTypes.Event, name: "paid"));

        seen.ShouldBe(["1 message", "2 typing", "3 event"]);
        talk.Last!.Result.ShouldBeOfType<Activity>().Name.ShouldBe("paid");
    }

    [Fact]
    public async Task An_attachment_prompt_waits_for_one()
    {
        var talk = Talk.To(new AttachmentPrompt("p"), Ask());
        await talk.Say("hola");
        (await talk.Say("va")).ShouldBe(["¿CP, por favor?"]);

        var photo = talk.Adapter.MakeActivity(string.Empty);
        photo.Attachments = [new Attachment("image/jpeg", "https://example.test/foto.jpg")];
        await talk.Send(photo);

        talk.Last!.Result.ShouldBeAssignableTo<IList<Attachment>>()!.Single().ContentType.ShouldBe("image/jpeg");
    }

    [Fact]
    public async Task Begun_without_prompt_options_it_says_what_is_missing()
    {
        var talk = new Talk(() => new TextPrompt("p"), begin: "not options");

        var error = await Should.ThrowAsync<ArgumentException>(() => talk.Say("hola"));

        error.Message.ShouldContain("options");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_prompt_needs_an_id(string? id) => Should.Throw<ArgumentException>(() => new TextPrompt(id));
}
