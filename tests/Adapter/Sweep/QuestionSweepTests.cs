using MeliBot.Delivery.Effects;

namespace MeliBot.Adapter.Tests.Sweep;

public sealed class QuestionSweepTests
{
    [Fact]
    public async Task Every_unanswered_question_of_every_page_and_account_is_raised_once()
    {
        await using var world = await SweepWorld.StartAsync();
        var first = world.Ask(120);
        var second = world.Ask(3, await world.LinkAnotherAsync());

        var run = await world.SweepQuestionsAsync();

        world.RaisedResources.ShouldBe(first.Concat(second).Select(question => $"/questions/{question.Id}").Order(StringComparer.Ordinal));
        world.Raised.ShouldAllBe(hint => hint.Topic == "questions" && hint.Source == "sweep");
        (run.Accounts, run.Done, run.Found, run.Raised).ShouldBe((2, 2, 123, 123));
    }

    [Fact]
    public async Task More_open_questions_than_the_platform_pages_through_are_all_raised_by_one_sweep()
    {
        await using var world = await SweepWorld.StartAsync();
        var asked = Enumerable.Range(0, 8).SelectMany(_ => world.Ask(400)).ToList();

        var run = await world.SweepQuestionsAsync();

        run.Failures.ShouldBeEmpty();
        asked.Select(question => $"/questions/{question.Id}").Except(world.RaisedResources).Count().ShouldBe(0);
        (run.Found, run.Raised, run.Done).ShouldBe((3_200, 3_200, 1));
    }

    [Fact]
    public async Task Questions_that_are_answered_while_the_sweep_reads_hide_no_others_from_it()
    {
        await using var world = await SweepWorld.StartAsync();
        var asked = world.Ask(300);

        world.Sent = hint => world.Simulator.World.AnswerElsewhere(long.Parse(hint.Resource["/questions/".Length..], System.Globalization.CultureInfo.InvariantCulture), "Sí");
        await world.SweepQuestionsAsync();

        asked.Select(question => $"/questions/{question.Id}").Except(world.RaisedResources).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_held_here_is_not_raised_again()
    {
        await using var world = await SweepWorld.StartAsync();
        var questions = world.Ask(4);
        await world.HoldAsync(questions[0]);
        await world.HoldAsync(questions[1], SlotSight.Filled);
        await world.DraftAsync(questions[2]);

        var run = await world.SweepQuestionsAsync();

        world.RaisedResources.ShouldBe([$"/questions/{questions[3].Id}"]);
        run.Found.ShouldBe(4);
    }

    [Fact]
    public async Task A_draft_whose_question_is_open_no_more_is_looked_at_again()
    {
        await using var world = await SweepWorld.StartAsync();
        var questions = world.Ask(2);
        await world.DraftAsync(questions[0]);
        await world.DraftAsync(questions[1]);
        world.Simulator.World.AnswerElsewhere(questions[1].Id, "Sí");

        await world.SweepQuestionsAsync();

        world.RaisedResources.ShouldBe([$"/questions/{questions[1].Id}"]);
    }

    [Fact]
    public async Task An_answered_question_is_none_to_raise()
    {
        await using var world = await SweepWorld.StartAsync();
        var questions = world.Ask(2);
        world.Simulator.World.AnswerElsewhere(questions[0].Id, "Sí");
        (await world.SweepQuestionsAsync()).Found.ShouldBe(1);
        world.RaisedResources.ShouldBe([$"/questions/{questions[1].Id}"]);
    }

    [Fact]
    public async Task Beyond_the_offsets_that_the_platform_takes_the_oldest_are_read_first()
    {
        await using var world = await SweepWorld.StartAsync();
        var questions = world.Ask(1_100);
        var run = await world.SweepQuestionsAsync();
        run.Raised.ShouldBe(questions.Count);
        run.Done.ShouldBe(1);
    }

    [Fact]
    public async Task An_account_that_cannot_be_read_does_not_keep_the_others_from_it()
    {
        await using var world = await SweepWorld.StartAsync();
        var lost = await world.LinkAnotherAsync();
        world.Ask(1, lost);
        var questions = world.Ask(1);
        world.Simulator.World.Revoke(world.Application.Id, lost.Id);

        var run = await world.SweepQuestionsAsync();

        world.RaisedResources.ShouldBe([$"/questions/{questions[0].Id}"]);
        run.Failures.ShouldHaveSingleItem().Key.ShouldBe(lost.Id);
        (run.Accounts, run.Done).ShouldBe((2, 1));
    }
}
