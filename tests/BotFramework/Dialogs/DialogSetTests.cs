using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace MeliBot.BotFramework.Tests.Dialogs;

public class DialogSetTests
{
    private static WaterfallDialog Waterfall(int steps) => new("WaterfallDialog", Enumerable.Repeat<WaterfallStep>((_, _) => Task.FromResult(Dialog.EndOfTurn), steps));

    [Fact]
    public void A_used_id_gets_a_number_behind_it()
    {
        var set = new DialogSet().Add(new TextPrompt("name")).Add(new TextPrompt("name")).Add(new TextPrompt("name"));

        set.GetDialogs().Select(dialog => dialog.Id).ShouldBe(["name", "name2", "name3"]);
    }

    [Fact]
    public void The_same_dialog_is_added_once()
    {
        var dialog = new TextPrompt("name");

        new DialogSet().Add(dialog).Add(dialog).GetDialogs().ShouldHaveSingleItem();
    }

    [Fact]
    public void The_version_is_the_one_that_the_official_packages_save()
    {
        var set = new DialogSet().Add(new TextPrompt("TextPrompt")).Add(new NumberPrompt<int>("NumberPrompt")).Add(new ConfirmPrompt("ConfirmPrompt")).Add(Waterfall(4));

        set.GetVersion().ShouldBe("c0QYjzsupwHhRSpvDidGPPa7V5OLbj3Bmf/yhxSaFdo=");
    }

    [Fact]
    public void The_version_changes_with_the_steps()
    {
        new DialogSet().Add(Waterfall(2)).GetVersion().ShouldNotBe(new DialogSet().Add(Waterfall(3)).GetVersion());
        new DialogSet().Add(Waterfall(2)).GetVersion().ShouldBe(new DialogSet().Add(Waterfall(2)).GetVersion());
    }

    [Fact]
    public void Finding_says_null_for_an_unknown_dialog() => new DialogSet().Find("nobody").ShouldBeNull();

    [Fact]
    public async Task Beginning_an_unknown_dialog_names_it()
    {
        var talk = new Talk(() => new Component("root", new WaterfallDialog("w", [(step, cancel) => step.BeginDialogAsync("nobody", null, cancel)])));

        var error = await Should.ThrowAsync<Exception>(() => talk.Say("hola"));

        error.Message.ShouldContain("'nobody'");
    }

    [Fact]
    public async Task A_set_without_state_makes_no_context()
    {
        var adapter = new Microsoft.Bot.Builder.Adapters.TestAdapter();
        using var turn = new TurnContext(adapter, adapter.MakeActivity("x"));

        await Should.ThrowAsync<InvalidOperationException>(() => new DialogSet().CreateContextAsync(turn, TestContext.Current.CancellationToken));
    }
}
